"""Recording how a body keeps the access rules: its regime, the notice and papers of a meeting, private minutes."""

from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from typing import Any

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.domain.checks.facts_of_access import Recording
from shp_gov.domain.clear_days import Basis
from shp_gov.domain.guards import require_change
from shp_gov.domain.guards_of_access import require_called_first, require_done_by_then, require_link_before
from shp_gov.models import AccessRegime, Body, Meeting, MeetingMode, Minute, Report
from shp_gov.queries import minutes_versions
from shp_gov.services.minute_steps import MinutesFixed

RECORDED = "what is recorded"
READ_BY_ALL = ("exempt_paragraph", "public_summary")
OF_WORDS = ("public_interest_reason", "public_summary")
DAYS = {
    "noticed_on": "The day of the notice",
    "agenda_published_on": "The day of the papers",
    "convened_on": "The day of the calling",
}


@dataclass(frozen=True)
class NoticeGiven:
    """When a meeting was announced, called and its papers put out, and how the public could follow it."""

    noticed_on: date | None
    agenda_published_on: date | None
    convened_on: date | None
    mode: MeetingMode
    link_published_at: datetime | None
    recording: Recording | None
    is_open_record_coherent: bool | None


def keep_rules(body: Body, *, regime: AccessRegime, basis: Basis | None, as_is: bool, actor: Actor) -> None:
    """Record by what right a body keeps the access rules, and which days count as clear days."""
    changed = _change(body, {"access_regime": regime, "clear_days_basis": basis, "papers_count_as_is": as_is})
    audit.record("access_rules.changed", body, actor=actor, body_id=body.id, **changed)


def record(meeting: Meeting, given: NoticeGiven, *, actor: Actor) -> None:
    """Record the notice and the papers of a meeting."""
    for name, what in DAYS.items():
        require_done_by_then(what, getattr(given, name), meeting_on=meeting.on, today=clock.today())
    require_called_first(given.convened_on, noticed_on=given.noticed_on, published_on=given.agenda_published_on)
    require_link_before(given.link_published_at, begins_at=_begins_at(meeting), now=clock.now())
    changed = _change(meeting, asdict(given))
    audit.record("notice.recorded", meeting, actor=actor, body_id=meeting.body_id, **changed)


def _begins_at(meeting: Meeting) -> datetime:
    starts = meeting.starts_at or meeting.started_at or time.max
    return datetime.combine(meeting.on, starts, tzinfo=clock.LONDON)


@dataclass(frozen=True)
class TakenInPrivate:
    """How something was kept from the public."""

    is_confidential: bool
    public_was_excluded: bool | None
    exempt_paragraph: str | None
    public_interest_reason: str | None
    public_summary: str | None


def record_taken(minute: Minute, taken: TakenInPrivate, *, added_on: date | None, actor: Actor) -> None:
    """Record how a minute was taken: when its item was added, why it was private, what the public may know of it."""
    require_done_by_then("The day it was added", added_on, meeting_on=minute.meeting.on, today=clock.today())
    _require_read_by_nobody(minute, taken)
    late = _set(minute.agenda_item, {"added_on": added_on}) if minute.agenda_item else {}
    changed = _set(minute, asdict(taken)) | late
    require_change(not changed, what=RECORDED)
    words: dict[str, str | None] = {name: str(changed.pop(name) or "") for name in OF_WORDS if name in changed}
    audit.record("minute.access_recorded", minute, actor=actor, body_id=minute.meeting.body_id, words=words, **changed)


def _require_read_by_nobody(minute: Minute, taken: TakenInPrivate) -> None:
    """Refuse to change what everybody reads of a private minute, once its minutes were put out by this record."""
    read = any(getattr(minute, name) != getattr(taken, name) for name in READ_BY_ALL)
    if read and minutes_versions.newest(minute.meeting, *minutes_versions.READ_BY_ALL):
        raise MinutesFixed("Everybody reads these minutes. A later meeting corrects the paragraph or the summary.")


def record_report(report: Report, *, background_papers: str | None, is_marked: bool | None, actor: Actor) -> None:
    """Record what a report says of its background papers, and whether a withheld one is marked."""
    changed = _change(report, {"background_papers": background_papers, "is_marked": is_marked})
    words: dict[str, str | None] = {name: changed.pop(name) for name in ("background_papers",) if name in changed}
    audit.record("report.access_recorded", report, actor=actor, body_id=report.meeting.body_id, words=words, **changed)


def _change(row: Any, values: dict[str, Any]) -> dict[str, Any]:
    """Set what is new, refuse where nothing is, and give what changed."""
    changed = _set(row, values)
    require_change(not changed, what=RECORDED)
    return changed


def _set(row: Any, values: dict[str, Any]) -> dict[str, Any]:
    """Set what is new, and give what changed in a form that the trail can hold."""
    changed = {name: value for name, value in values.items() if getattr(row, name) != value}
    for name, value in changed.items():
        setattr(row, name, value)
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in changed.items()}
