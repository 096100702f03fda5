"""Minutes of the past, as they were printed, and where they stand."""

from collections.abc import Sequence

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import calendar
from shp_gov.domain.workflows import MinutesState
from shp_gov.models import Body, Meeting, Minute, Provenance
from shp_gov.queries import imports as queries
from shp_gov.services import decisions
from shp_gov.services.filling import Entry, fill, matching


def enter(meeting: Meeting, minutes: Sequence[Entry], *, actor: Actor) -> None:
    """Enter the minutes of a meeting with their decisions. Minutes that are there are filled in only."""
    if meeting.minutes:
        _fill_in(meeting, minutes, actor=actor)
        return
    starts_on = calendar.year_start(meeting.on, [year.starts_on for year in meeting.body.years])
    for entry in minutes:
        minute = Minute(year_starts_on=starts_on, provenance=Provenance.IMPORTED, **entry.values)
        meeting.minutes.append(minute)
        audit.record("minute.entered", minute, actor=actor, body_id=meeting.body_id, words=_words(minute))
        decisions.enter(minute, entry.parts["decisions"], actor=actor)


def _words(minute: Minute) -> dict[str, str | None]:
    return {"title": minute.title, "purpose": minute.purpose, "narrative": minute.narrative}


def _fill_in(meeting: Meeting, minutes: Sequence[Entry], *, actor: Actor) -> None:
    printed = [minute for minute in meeting.minutes if minute.provenance is Provenance.IMPORTED]
    for minute, entry in matching(printed, minutes, by="title"):
        if changed := fill(minute, entry):
            audit.record("minute.filled_in", minute, actor=actor, body_id=meeting.body_id, fields=changed)
        decisions.fill_in(minute, entry.parts["decisions"], actor=actor)


def settle_approval(body: Body, *, actor: Actor) -> None:
    """Mark the minutes that a later meeting confirmed as approved there, in whatever order the papers came."""
    meetings = queries.meetings(body)
    confirmed = {row.confirms_minutes_of: row for row in reversed(meetings) if row.confirms_minutes_of is not None}
    for meeting in meetings:
        later = confirmed.get(meeting.on)
        if later is not None and later.on > meeting.on and meeting.minutes_state is MinutesState.DRAFT_PUBLISHED:
            meeting.minutes_state, meeting.minutes_approved_at = MinutesState.APPROVED, later
            audit.record("minutes.approved", meeting, actor=actor, body_id=body.id, at=later.on)
    db.session.flush()
