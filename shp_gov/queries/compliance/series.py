"""How the record of the last twelve months hangs together: minutes confirmed, items decided, deferred items back.

Facts name items by their numbers; a title is given only where it is open.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from shp_gov.domain.checks.facts_of_records import Deferred, HeldMeeting, MinuteKept, MinutesKept, SeriesOfMeetings
from shp_gov.models import AccessRegime, AgendaItem, DecisionKind, ItemKind, ItemOutcome, ItemPurpose, Meeting, Minute
from shp_gov.queries.compliance.as_at import AsAt
from shp_gov.queries.visibility import PUBLISHED

DECLARATIONS = re.compile(r"\bdeclarations?\b.*\binterests?\b", re.IGNORECASE)
LATE = re.compile(r"\bany other\b.*\b(business|items?)\b", re.IGNORECASE)
PRIVATE = "A private item"
NOT_TAKEN = (ItemOutcome.DEFERRED, ItemOutcome.WITHDRAWN, ItemOutcome.NOT_REACHED)


def gather(as_at: AsAt) -> Iterator[SeriesOfMeetings | MinutesKept | Deferred]:
    """Gather the chain of the meetings, each one's minutes and what was put off."""
    told = [meeting for meeting in as_at.meetings if meeting.minutes_state in PUBLISHED]
    yield SeriesOfMeetings(as_at.body.name, tuple(HeldMeeting(each.on, each.confirms_minutes_of) for each in told))
    items = {item.id: item for agenda in as_at.agendas.values() for item in agenda}
    of_meeting = {meeting: list(rows) for meeting, rows in groupby(as_at.minutes, key=lambda row: row.meeting_id)}
    for meeting in told:
        minutes = of_meeting.get(meeting.id, [])
        if minutes:
            yield _minutes(as_at, meeting, minutes, items)
        yield from _deferred(as_at, meeting, minutes)


def _minutes(as_at: AsAt, meeting: Meeting, minutes: Sequence[Minute], items: dict[int, AgendaItem]) -> MinutesKept:
    binds = as_at.body.access_regime is not AccessRegime.NONE
    late = [minute for minute in minutes if binds and (minute.is_urgent or LATE.search(minute.title))]
    rulings = Counter(_ruling(minute, minutes) for minute in late if minute.decisions)
    kept = tuple(
        MinuteKept(
            minute.reference,
            PRIVATE if minute.is_exempt else minute.title,
            asks_decision=_asks_decision(items.get(minute.agenda_item_id or 0)),
            decisions=len(minute.decisions),
            is_late_business=minute in late,
            ruling=_ruling(minute, minutes),
            ruling_shared_with=max(0, rulings[_ruling(minute, minutes)] - 1),
        )
        for minute in minutes
    )
    mend = f"meeting:{meeting.on.isoformat()}"
    return MinutesKept(as_at.body.name, meeting.on, kept, _declarations(minutes), mend=mend)


def _asks_decision(item: AgendaItem | None) -> bool | None:
    """Tell whether an item asked for a decision; one that every meeting has, or that was put off, does not."""
    if item is None or item.purpose == ItemPurpose.NOT_STATED:
        return None
    is_business = item.kind in (ItemKind.BUSINESS, ItemKind.BETWEEN_MEETINGS)
    return is_business and item.outcome not in NOT_TAKEN and item.purpose == ItemPurpose.DECISION


def _ruling(minute: Minute, minutes: Sequence[Minute]) -> str | None:
    """Give the ruling a minute was taken under: its own, or the last one before it."""
    before = [each.urgent_ruling for each in minutes if each.urgent_ruling and each.position <= minute.position]
    return before[-1] if before else None


def _declarations(minutes: Sequence[Minute]) -> str | None:
    """Give what stands under declarations of interest: its words, or its decisions."""
    found = next((minute for minute in minutes if DECLARATIONS.search(minute.title)), None)
    if found is None:
        return None
    return found.narrative or found.purpose or " ".join(decision.words for decision in found.decisions)


def _deferred(as_at: AsAt, meeting: Meeting, minutes: Sequence[Minute]) -> Iterator[Deferred]:
    later = next((each for each in as_at.called if each.on > meeting.on and as_at.agendas.get(each.id)), None)
    titles = tuple(item.title for item in as_at.agendas[later.id]) if later else None
    for minute in minutes:
        for decision in minute.decisions:
            if decision.kind is DecisionKind.DEFERRAL and not minute.is_exempt:
                reference = f"Decision {decision.reference}"
                yield Deferred(reference, minute.title, meeting.on, later.on if later else None, titles)
