"""What the chair's running script says."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import dropwhile, takewhile

from shp_gov.domain import script as words
from shp_gov.domain.exclusion import excluding
from shp_gov.domain.papers import Exemption, Imprint
from shp_gov.domain.permissions import Viewer
from shp_gov.domain.script import StandsIn
from shp_gov.domain.script_paper import ScriptItem, ScriptPaper
from shp_gov.domain.words import and_list, long_day, plural
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import (
    AgendaItem,
    Answer,
    HouseTextKey,
    ItemKind,
    ItemPurpose,
    Meeting,
    MeetingMode,
    OfficeKind,
)
from shp_gov.queries import between_meetings
from shp_gov.queries import script as gathering
from shp_gov.queries.board_health import Line
from shp_gov.queries.papers.imprint import imprint, sealed
from shp_gov.queries.script import Gathered, Row

ASKS = {
    ItemPurpose.DECISION: "The meeting is asked to decide.",
    ItemPurpose.DISCUSSION: "The meeting is asked to discuss this.",
    ItemPurpose.INFORMATION: "The meeting is asked to note this.",
}
MOST_LATE = 10


@dataclass(frozen=True)
class Said:
    """What is said at one kind of item."""

    says: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    recommendations: tuple[str, ...] = ()


def script(meeting: Meeting, *, viewer: Viewer, is_large: bool = False) -> ScriptPaper:
    """Gather the script of a meeting for its officer or chair."""
    found = gathering.of_meeting(meeting, viewer=viewer)
    chair = found.offices.get(OfficeKind.CHAIR)
    own = found.texts.get(HouseTextKey.OPENING, "")
    is_hybrid = meeting.mode is MeetingMode.HYBRID
    return sealed(
        ScriptPaper(
            imprint=imprint_of(found, viewer.on, is_large=is_large),
            on=meeting.on,
            starts_at=meeting.starts_at,
            venue=meeting.venue or "",
            chair=chair.person.name_on(meeting.on) if chair else "",
            opening=words.opening(own, body=meeting.body.name, on=meeting.on, is_hybrid=is_hybrid),
            notes=(found.replies.words, found.replies.quorum_words, *_who_chairs(found)),
            items=tuple(_items(found)),
            closing=_closing(found),
        )
    )


def imprint_of(found: Gathered, on: date, *, is_large: bool = False) -> Imprint:
    """Say what a paper of the chair is: restricted where it holds a private title, a draft before the agenda is out."""
    shown = [row.item.exempt_paragraph for row in found.taken if row.item.is_exempt and not row.is_withheld]
    is_draft = found.meeting.state is MeetingState.SCHEDULED
    made = imprint(found.meeting.body, on=on, is_draft=is_draft, paragraphs=shown)
    return replace(made, is_large_print=is_large, is_restricted=True)


def _who_chairs(found: Gathered) -> list[str]:
    """Say who takes the chair, where whoever holds it sends apologies."""
    away = {row.holder.person_id for row in found.replies.rows if row.reply and row.reply.answer is Answer.APOLOGIES}
    chair, vice = (found.offices.get(kind) for kind in (OfficeKind.CHAIR, OfficeKind.VICE_CHAIR))
    if chair is None or chair.person_id not in away:
        return []
    if vice is None or vice.person_id in away:
        return ["The chair sends apologies. The meeting elects somebody to the chair first."]
    return [f"The chair sends apologies. {vice.person.name_on(found.meeting.on)}, vice-chair, takes the chair."]


def _closing(found: Gathered) -> tuple[str, ...]:
    following, meeting = found.following, found.meeting
    if following is not None:
        return words.closing(following.on, following.starts_at, following.venue or "")
    return words.closing(meeting.next_on, meeting.next_starts_at, meeting.next_venue or "")


def _items(found: Gathered) -> list[ScriptItem]:
    """Take the items in their order: the public is excluded before each private part, and comes back after it."""
    made: list[ScriptItem] = []
    is_out = is_private = False
    for place, row in enumerate(found.taken):
        item = _item(found, row, place)
        if row.item.is_exempt and not is_out:
            item = replace(item, resolution=_resolution(found, place))
        elif is_private and not row.item.is_exempt:
            item = replace(item, before=(words.COME_BACK, *item.before))
        is_private = row.item.is_exempt
        is_out = is_private or row.item.kind is ItemKind.EXCLUSION
        made.append(item)
    return made


def _item(found: Gathered, row: Row, place: int) -> ScriptItem:
    item = row.item
    if row.is_withheld:
        exemption = Exemption(item.exempt_paragraph or "not stated")
        return ScriptItem(
            number=row.number, title=row.title, notes=(words.YOUR_OWN,), exemption=exemption, is_withheld=True
        )
    said = SAID.get(item.kind, _business)(found, row)
    is_resolution = item.kind is ItemKind.EXCLUSION
    return ScriptItem(
        number=row.number,
        title=row.title,
        presenter=item.presenter or "",
        minutes_allowed=item.minutes_allowed,
        resolution=_resolution(found, place) if is_resolution else "",
        says=said.says,
        notes=(*_urgency(row), *said.notes, *_conflicts(found, row)),
        recommendations=said.recommendations,
        exemption=Exemption(item.exempt_paragraph or "not stated") if item.is_exempt else None,
    )


def _resolution(found: Gathered, place: int) -> str:
    """Word the resolution for the private items that follow one another from here."""
    ahead = dropwhile(lambda row: row.item.kind is ItemKind.EXCLUSION, found.taken[place:])
    private = [(row.number, row.item.exempt_paragraph) for row in takewhile(lambda row: row.item.is_exempt, ahead)]
    return excluding(found.texts.get(HouseTextKey.EXCLUSION, ""), private)


def _urgency(row: Row) -> list[str]:
    return [f"Urgent: {row.item.urgency_reason}"] if row.item.is_urgent and row.item.urgency_reason else []


def _conflicts(found: Gathered, row: Row) -> list[str]:
    """Name who declared an interest in this item, and who leaves for it."""
    leaves = " They leave the room before it." if row.item.is_exempt else " Ask whether they leave the room."
    declared = found.declared.get(row.item.id, ())
    return [f"{each.name} declared an interest: {each.words.rstrip('.')}.{leaves}" for each in declared]


def _apologies(found: Gathered, row: Row) -> Said:
    replies = found.replies
    away = [each for each in replies.rows if each.reply is not None and each.reply.answer is Answer.APOLOGIES]
    sent = [
        StandsIn(each.reply.substitute.name_on(found.meeting.on), each.holder.name)
        for each in away
        if each.reply and each.reply.substitute
    ]
    remote = [
        each.holder.name for each in replies.rows if each.reply is not None and each.reply.answer is Answer.REMOTE
    ]
    notes = [f"Joining remotely: {and_list(remote)}."] if remote else []
    silent = [each.holder.name for each in replies.silent]
    notes += [f"No reply from {and_list(silent)}."] if silent else []
    names = list(dict.fromkeys(f"{each.holder.name} ({each.seat.title})" for each in away))
    return Said(words.apologies(names, list(dict.fromkeys(sent))), tuple(notes))


def _declarations(found: Gathered, row: Row) -> Said:
    return Said(words.declarations(found.ahead))


def _minutes(found: Gathered, row: Row) -> Said:
    title = f"{row.title[:1].lower()}{row.title[1:]}"
    asked = f"That the {title} be approved as a correct record."
    return Said(("Are there any corrections to these minutes?",), (), (asked,))


def _log(found: Gathered, row: Row) -> Said:
    """Ask the owners of what is late, and for agreement to what is done. Private actions are counted, not read."""
    late = [line for line in found.actions if line.verified_on is None]
    done = [line for line in found.actions if line.verified_on is not None]
    says = ("I ask the owner of each overdue action for a date.",) if late else ()
    asked = [f"That {plural(len(done), 'action')}, verified as complete, be closed."] if done else []
    notes = tuple(f"Overdue: {words}" for words in late_actions(late, found.meeting.on))
    return Said(says, notes, tuple(asked))


def late_actions(lines: Sequence[Line], on: date) -> list[str]:
    """Write each overdue action, whose it is and how late on a day; of a private one only that there is one."""
    shown = [_late(line, on) for line in lines[:MOST_LATE]]
    return shown + ([f"And {plural(len(lines) - MOST_LATE, 'more')}."] if len(lines) > MOST_LATE else [])


def _late(line: Line, on: date) -> str:
    what = "A private action" if line.action.is_exempt else line.action.what.rstrip(".")
    whose = and_list(line.holders) or "nobody"
    due = (
        f" It was due on {long_day(line.due_on)}, {plural((on - line.due_on).days, 'day')} before."
        if line.due_on
        else ""
    )
    return f"{what}. {whose} answers for it.{due}"


def _between(found: Gathered, row: Row) -> Said:
    rows = tuple(between_meetings.asked_to_ratify(each) for each in found.between)
    return Said((), () if rows else ("Nothing waits to be ratified.",), rows)


def _urgent(found: Gathered, row: Row) -> Said:
    items = [each for each in found.taken if each.item.is_urgent]
    return Said(words.urgent([(each.number, each.public_title, _circumstances(each.item)) for each in items]))


def _circumstances(item: AgendaItem) -> str:
    """Give what makes an item urgent, as the chair reads it out in public."""
    return words.PRIVATE_CIRCUMSTANCES if item.is_exempt else item.urgency_reason or "not stated"


def _exclusion(found: Gathered, row: Row) -> Said:
    return Said()


def _business(found: Gathered, row: Row) -> Said:
    item = row.item
    who = f"To present item {row.number}: {item.presenter}." if item.presenter else ""
    asks = ASKS.get(item.purpose, "")
    return Said(tuple(filter(None, (who, asks))), (), tuple(row.recommendations))


SAID: Mapping[ItemKind, Callable[[Gathered, Row], Said]] = {
    ItemKind.APOLOGIES: _apologies,
    ItemKind.DECLARATIONS: _declarations,
    ItemKind.MINUTES: _minutes,
    ItemKind.ACTION_LOG: _log,
    ItemKind.BETWEEN_MEETINGS: _between,
    ItemKind.URGENT_BUSINESS: _urgent,
    ItemKind.EXCLUSION: _exclusion,
}
