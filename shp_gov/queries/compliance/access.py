"""When the meetings of a body were announced and their papers put out, and how late and private business was taken.

Facts name minutes and items by their numbers, never by their titles: a title may be exempt.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from shp_gov import clock
from shp_gov.database import db
from shp_gov.domain.checks import findings_of
from shp_gov.domain.checks.business import names_any
from shp_gov.domain.checks.facts_of_access import (
    BodyAccessFacts,
    FollowingFacts,
    ItemFacts,
    NoticeFacts,
    OpenPapersFacts,
    PrivateFacts,
    Regime,
    RulingFacts,
)
from shp_gov.domain.clear_days import Basis
from shp_gov.domain.exclusion import excludes_the_public, is_business
from shp_gov.domain.findings import Finding, Verdict
from shp_gov.domain.words import long_day
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import AgendaItem, Body, Meeting, MeetingMode, Minute, Report
from shp_gov.queries.compliance.as_at import AsAt
from shp_gov.queries.visibility import PUBLISHED, report_is_published

SECONDS_IN_AN_HOUR = 3600
PAPERS = ("LGA72-100B3-AGENDA", "LGA72-100B3-SHORT")


def gather(as_at: AsAt) -> Iterator[Any]:
    """Gather what is on record about the access rules: of the body, of each meeting called, of each meeting held."""
    yield of_body(as_at.body, on=as_at.on)
    held = {meeting.id for meeting in as_at.meetings}
    papers = _papers([meeting.id for meeting in as_at.called], as_at.minutes)
    for meeting in as_at.called:
        yield notice(meeting, as_at.body, seen_on=as_at.on)
        yield from following(meeting, as_at.body)
        if meeting.id in held:
            yield from _business(papers.of(meeting, as_at.body))


def of_body(body: Body, *, on: date) -> BodyAccessFacts:
    """Make the facts of a body: what it is, and by what right it keeps the rules."""
    return BodyAccessFacts(
        body=body.name,
        on=on,
        kind=body.kind.value,
        regime=_regime(body),
        basis=body.clear_days_basis,
        as_is=body.papers_count_as_is,
    )


def notice(meeting: Meeting, body: Body, *, seen_on: date | None = None) -> NoticeFacts:
    """Make the facts of the notice and the papers of a meeting. `seen_on`: what was not yet done then is not known."""
    return NoticeFacts(
        **_meeting(meeting, body),
        **_counting(body),
        noticed_on=meeting.noticed_on,
        published_on=meeting.agenda_published_on,
        convened_on=meeting.convened_on,
        seen_on=seen_on,
    )


def of_notice(meeting: Meeting, *, seen_on: date) -> list[Finding]:
    """Tell whether notice and papers of a meeting were in time, or by when they are due."""
    found = findings_of(notice(meeting, meeting.body, seen_on=seen_on))
    return [each for each in found if each.verdict is not Verdict.NOT_APPLICABLE or "last_day" in each.facts]


def of_papers(meeting: Meeting, *, seen_on: date) -> Finding | None:
    """Tell whether the papers of a meeting were out in time, in the words that everybody reads; none if none binds."""
    return next((each for each in of_notice(meeting, seen_on=seen_on) if each.rule in PAPERS), None)


def following(meeting: Meeting, body: Body) -> Iterator[FollowingFacts]:
    """Make the facts of how the public could follow a meeting, where something is recorded of it."""
    is_remote = meeting.mode is not MeetingMode.IN_PERSON
    if is_remote or meeting.recording is not None:
        yield FollowingFacts(
            **_meeting(meeting, body),
            is_remote=is_remote,
            link_hours_before=_link_hours(meeting),
            recording=meeting.recording,
        )


def _regime(body: Body) -> Regime:
    return Regime(body.access_regime.value)


def _meeting(meeting: Meeting, body: Body) -> dict[str, Any]:
    day = meeting.on
    return {
        "reference": f"Meeting of {long_day(day)}",
        "on": day,
        "regime": _regime(body),
        "mend": f"notice:{day.isoformat()}",
    }


def _counting(body: Body) -> dict[str, Any]:
    return {"basis": body.clear_days_basis or Basis.WORKING, "as_is": body.papers_count_as_is}


def _link_hours(meeting: Meeting) -> int | None:
    starts = meeting.starts_at or meeting.started_at
    if meeting.link_published_at is None or starts is None:
        return None
    begins = datetime.combine(meeting.on, starts, tzinfo=clock.LONDON)
    return int((begins - meeting.link_published_at).total_seconds() // SECONDS_IN_AN_HOUR)


@dataclass(frozen=True)
class Held:
    """A meeting that was held, with its agenda, its minutes and its reports."""

    meeting: Meeting
    body: Body
    items: Sequence[AgendaItem]
    minutes: Sequence[Minute]
    reports: Sequence[Report]

    @property
    def about(self) -> dict[str, Any]:
        """Give what every fact of this meeting has."""
        return _meeting(self.meeting, self.body)


@dataclass(frozen=True)
class _Papers:
    items: Mapping[int, list[AgendaItem]]
    minutes: Mapping[int, list[Minute]]
    reports: Mapping[int, list[Report]]

    def of(self, meeting: Meeting, body: Body) -> Held:
        items, reports = self.items.get(meeting.id, []), self.reports.get(meeting.id, [])
        return Held(meeting, body, items, self.minutes.get(meeting.id, []), reports)


def _papers(meetings: Sequence[int], minutes: Iterable[Minute]) -> _Papers:
    """Fetch agendas and reports of meetings, each in one statement, and put them with their minutes."""
    items = sa.select(AgendaItem).where(AgendaItem.meeting_id.in_(meetings)).order_by(AgendaItem.position)
    reports = sa.select(Report).where(Report.meeting_id.in_(meetings), report_is_published())
    reports = reports.order_by(Report.position)
    return _Papers(
        _by_meeting(db.session.scalars(items)), _by_meeting(minutes), _by_meeting(db.session.scalars(reports))
    )


def _by_meeting(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(row.meeting_id, []).append(row)
    return found


def _business(held: Held) -> Iterator[Any]:
    yield from _items(held)
    for minute in held.minutes:
        if minute.urgent_ruling:
            about = held.about | {"reference": f"Minute {minute.reference}"}
            yield RulingFacts(**about, words=minute.urgent_ruling)
    yield from _private(held)
    yield _open_papers(held)


def _items(held: Held) -> Iterator[ItemFacts]:
    counting = _counting(held.body)
    if held.items:
        yield ItemFacts(**held.about | {"reference": f"Agenda of {long_day(held.meeting.on)}"}, **counting)
    by_item = {minute.agenda_item_id: minute for minute in held.minutes if minute.agenda_item_id}
    for item in held.items:
        if item.added_on:
            ruling = _ruling(held, by_item.get(item.id)) if held.minutes else None
            about = held.about | {"reference": f"Item {item.number or item.position}, {long_day(held.meeting.on)}"}
            yield ItemFacts(**about, **counting, is_added=True, added_on=item.added_on, ruling=ruling)
    for minute in held.minutes:
        if minute.is_urgent and not minute.agenda_item_id and _has_business(minute):
            about = held.about | {"reference": f"Minute {minute.reference}"}
            yield ItemFacts(**about, **counting, is_added=True, ruling=_ruling(held, minute))


def _has_business(minute: Minute) -> bool:
    return bool(minute.decisions) or is_business(minute.narrative)


def _ruling(held: Held, minute: Minute | None) -> str:
    """Give the ruling that a minute was taken under: its own, or the last one before it."""
    last = minute.position if minute else held.minutes[-1].position
    rulings = [each.urgent_ruling for each in held.minutes if each.urgent_ruling and each.position <= last]
    return rulings[-1] if rulings else ""


def _private(held: Held) -> Iterator[PrivateFacts]:
    items, resolutions = {item.id: item for item in held.items}, _resolutions(held)
    withheld = {report.agenda_item_id: report for report in held.reports if report.is_private}
    for minute in held.minutes:
        if minute.is_exempt or minute.is_confidential:
            item, report = items.get(minute.agenda_item_id or 0), withheld.get(minute.agenda_item_id)
            resolution = _resolution_on(minute, names := _names(minute, item), resolutions)
            yield PrivateFacts(
                **held.about | {"reference": f"Minute {minute.reference}"},
                names=names,
                paragraph=minute.exempt_paragraph,
                resolution=_words(resolution) if resolution else "",
                resolution_reference=f"minute {resolution.reference}" if resolution else None,
                public_interest=minute.public_interest_reason,
                is_confidential=minute.is_confidential,
                public_was_excluded=minute.public_was_excluded,
                is_withheld=report is not None,
                is_marked=report.is_marked if report else None,
            )


def _names(minute: Minute, item: AgendaItem | None) -> tuple[str, ...]:
    """List what a resolution may call it by: minute 10, item 6.1, or its title."""
    numbers = [f"minute {number}" for number in (minute.number_printed, minute.number) if number]
    return (*numbers, *([f"item {item.number}"] if item and item.number else []), minute.title)


def _resolutions(held: Held) -> list[Minute]:
    """List the minutes that hold a resolution to exclude the public. They are themselves open."""
    return [each for each in held.minutes if not each.is_exempt and excludes_the_public(_words(each))]


def _resolution_on(minute: Minute, names: Sequence[str], resolutions: Sequence[Minute]) -> Minute | None:
    """Find the resolution that names a private minute; otherwise the last before it."""
    naming = (each for each in resolutions if names_any(_words(each), names))
    before = [each for each in resolutions if each.position < minute.position]
    return next(naming, before[-1] if before else next(iter(resolutions), None))


def _words(minute: Minute) -> str:
    return "\n".join([minute.narrative or "", *(decision.words for decision in minute.decisions)])


def _open_papers(held: Held) -> OpenPapersFacts:
    meeting = held.meeting
    are_out = meeting.minutes_state in PUBLISHED
    kept_back = [minute for minute in held.minutes if minute.is_exempt and are_out]
    agenda_is_out = bool(held.items) and meeting.state is not MeetingState.SCHEDULED
    reports = [report for report in held.reports if not report.is_private]
    return OpenPapersFacts(
        **held.about,
        are_open=True if are_out or agenda_is_out else None,
        redacted=tuple(f"minute {minute.reference}" for minute in kept_back if not minute.public_summary),
        summarised=tuple(f"minute {minute.reference}" for minute in kept_back if minute.public_summary),
        is_coherent=meeting.is_open_record_coherent,
        reports=len(reports),
        without_list=_without_list(reports),
    )


def _without_list(reports: Sequence[Report]) -> tuple[str, ...] | None:
    """Name the reports without a list of background papers; nothing is known where nobody looked at one of them."""
    lacking = tuple(report.subject for report in reports if report.background_papers == "")
    is_known = all(report.background_papers is not None for report in reports)
    return lacking if lacking or is_known else None
