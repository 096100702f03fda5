"""Attendance: when each person came to a meeting and left it."""

from collections.abc import Iterable, Mapping
from datetime import date

import sqlalchemy as sa

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.coming_and_going import Outing, Stay, WrongTime, require_within
from shp_gov.domain.guards import require_unchanged
from shp_gov.domain.words import long_day
from shp_gov.domain.workflows import CALLED_OFF, MinutesState
from shp_gov.models import Attendance, Meeting
from shp_gov.queries import attending
from shp_gov.services import declarations, room

NOT_HELD = CALLED_OFF


def record_times(
    meeting: Meeting, stays: Mapping[Attendance, Stay], *, today: date, actor: Actor, seen: str | None = None
) -> int:
    """Say when people came and left, and who took part remotely. Counts whose line changed."""
    _require_as_seen(meeting, stays, seen=seen)
    if meeting.on > today or meeting.state in NOT_HELD:
        raise WrongTime(f"The meeting of {long_day(meeting.on)} has not been held. Record who came when it has.")
    if meeting.minutes_state is MinutesState.APPROVED:
        raise WrongTime("The minutes of this meeting are approved. They do not change.")
    changed = {line: stay for line, stay in stays.items() if line.stay != stay}
    for line, stay in changed.items():
        require_within(line.name, stay, started_at=meeting.started_at, ended_at=meeting.ended_at)
    for line, stay in changed.items():
        _record(meeting, line, stay, actor=actor)
    return len(changed)


def _record(meeting: Meeting, line: Attendance, stay: Stay, *, actor: Actor) -> None:
    line.arrived_at, line.left_at, line.is_remote = stay.arrived_at, stay.left_at, stay.is_remote
    _go_out(line, stay.outings, actor=actor)
    audit.record(
        "attendance.times_recorded",
        line,
        actor=actor,
        body_id=meeting.body_id,
        meeting_id=meeting.id,
        person_id=line.person_id,
        arrived_at=f"{stay.arrived_at:%H:%M}" if stay.arrived_at else None,
        left_at=f"{stay.left_at:%H:%M}" if stay.left_at else None,
        is_remote=stay.is_remote,
        out=[f"{gone:%H:%M} to {back:%H:%M}" for gone, back in stay.outings],
    )


def _require_as_seen(meeting: Meeting, lines: Iterable[Attendance], *, seen: str | None) -> None:
    """Hold the meeting; refuse times from a page that was opened before a colleague changed them."""
    room.take(meeting)
    anew = sa.select(Attendance).where(Attendance.meeting_id == meeting.id)
    db.session.scalars(anew.execution_options(populate_existing=True)).all()
    if seen is not None:
        news = "Somebody else changed these times after you opened the page."
        require_unchanged(seen, attending.seen(lines), news=news)


def _go_out(line: Attendance, outings: tuple[Outing, ...], *, actor: Actor) -> None:
    """Keep when somebody was out, and with it of what they were out."""
    before, line.outings = line.outings, outings
    for outing in (each for each in before if each not in outings):
        declarations.take_in_meanwhile(line, outing, actor=actor)
    for outing in (each for each in outings if each not in before):
        declarations.take_out_meanwhile(line, outing, actor=actor)
