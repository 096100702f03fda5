"""Attendance: when each person came to a meeting and left it."""

from collections.abc import Mapping
from datetime import date

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.domain.coming_and_going import Stay, WrongTime, require_within
from shp_gov.domain.words import long_day
from shp_gov.domain.workflows import MeetingState, MinutesState
from shp_gov.models import Attendance, Meeting

NOT_HELD = (MeetingState.CANCELLED, MeetingState.POSTPONED)


def record_times(meeting: Meeting, stays: Mapping[Attendance, Stay], *, today: date, actor: Actor) -> int:
    """Say when people came and left, and who took part remotely. Counts whose line changed."""
    if meeting.on > today or meeting.state in NOT_HELD:
        raise WrongTime(f"The meeting of {long_day(meeting.on)} has not been held. Record who came when it has.")
    if meeting.minutes_state is MinutesState.APPROVED:
        raise WrongTime("The minutes of this meeting are approved. They do not change.")
    changed = {line: stay for line, stay in stays.items() if _stay_of(line) != stay}
    for line, stay in changed.items():
        require_within(line.name, stay, started_at=meeting.started_at, ended_at=meeting.ended_at)
    for line, stay in changed.items():
        line.arrived_at, line.left_at, line.is_remote = stay.arrived_at, stay.left_at, stay.is_remote
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
        )
    return len(changed)


def _stay_of(line: Attendance) -> Stay:
    return Stay(line.arrived_at, line.left_at, line.is_remote)
