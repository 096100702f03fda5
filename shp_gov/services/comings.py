"""Somebody comes late, leaves early or comes back, while the meeting goes on."""

from dataclasses import replace
from datetime import time
from typing import Any

import sqlalchemy as sa

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.coming_and_going import WrongTime, require_begun, require_within
from shp_gov.models import Attendance, Capacity, Meeting, Minute
from shp_gov.queries import attending as queries
from shp_gov.queries.attending import Expected
from shp_gov.services import attending, declarations, room, room_events


def arrive(
    meeting: Meeting, who: Expected, *, at: time, actor: Actor, remote: bool = False, minute: Minute | None = None
) -> Attendance:
    """Write down that somebody came, or came back. Absence or apologies become presence from that moment on.

    `minute` is that of the item in hand, whose quorum is worked out anew.
    """
    room.take_in_progress(meeting)
    _require_sense(meeting, who)
    require_begun(who.name, at, started_at=meeting.started_at)
    line = who.line
    if line is not None and line.capacity in queries.CAME:
        _come_back(line, at=at, actor=actor)
    else:
        line = _came_late(meeting, who, at)
    line.is_remote = remote
    db.session.flush()
    require_within(line.name, line.stay, started_at=meeting.started_at, ended_at=None)
    facts: dict[str, Any] = {"meeting_id": meeting.id, "person_id": line.person_id, "at": f"{at:%H:%M}"}
    audit.record("attendance.arrived", line, actor=actor, body_id=meeting.body_id, **facts)
    room_events.follow_quorum(meeting, at=at, minute=minute, actor=actor)
    return line


def leave(meeting: Meeting, line: Attendance, *, at: time, actor: Actor, minute: Minute | None = None) -> None:
    """Write down that somebody left."""
    room.take_in_progress(meeting)
    if line.left_at is not None or line.capacity not in queries.CAME:
        raise WrongTime(f"{line.name} is not in the room.")
    require_within(line.name, replace(line.stay, left_at=at), started_at=meeting.started_at, ended_at=None)
    line.left_at = at
    facts: dict[str, Any] = {"meeting_id": meeting.id, "person_id": line.person_id, "at": f"{at:%H:%M}"}
    audit.record("attendance.left", line, actor=actor, body_id=meeting.body_id, **facts)
    room_events.follow_quorum(meeting, at=at, minute=minute, actor=actor)


def _require_sense(meeting: Meeting, who: Expected) -> None:
    if who.line is not None and who.line.capacity in queries.CAME and who.line.left_at is None:
        raise WrongTime(f"{who.name} is in the room already.")
    if who.instead_of is None:
        return
    instead = {line.person_id for line in _here(meeting)}
    if who.instead_of.person_id in instead:
        raise WrongTime(f"{who.instead_of.name} is here, so {who.name} does not stand in.")


def _here(meeting: Meeting) -> list[Attendance]:
    asked = sa.select(Attendance).where(Attendance.meeting_id == meeting.id, Attendance.left_at.is_(None))
    return list(db.session.scalars(asked.where(Attendance.capacity == Capacity.PRESENT)))


def _came_late(meeting: Meeting, who: Expected, at: time) -> Attendance:
    capacity = Capacity.SUBSTITUTE if who.is_substitute else Capacity.PRESENT
    line = who.line or attending.line_for(meeting, who, capacity)
    last = sa.select(sa.func.max(Attendance.position)).where(Attendance.meeting_id == meeting.id)
    line.position = line.position or (db.session.scalar(last) or 0) + 1
    line.capacity, line.arrived_at = capacity, at
    return line


def _come_back(line: Attendance, *, at: time, actor: Actor) -> None:
    """Let somebody be there again, and out for what was taken meanwhile. Both times are kept."""
    gone = line.left_at or at
    if at <= gone:
        raise WrongTime(f"{line.name} left at {gone:%H.%M} and cannot come back before.")
    line.left_at, line.outings = None, (*line.outings, (gone, at))
    declarations.take_out_meanwhile(line, (gone, at), actor=actor)
