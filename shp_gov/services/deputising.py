"""In the chair's place: who took the chair at a meeting that the chair could not come to, or left."""

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.domain.workflows import MinutesState
from shp_gov.models import Attendance, Capacity, Meeting, OfficeKind, Person
from shp_gov.queries import bodies
from shp_gov.services import meeting_steps

THERE = (Capacity.PRESENT, Capacity.SUBSTITUTE)


class CannotTakeTheChair(DomainError):
    """This person cannot be recorded in the chair of this meeting."""


def take_the_chair(meeting: Meeting, line: Attendance, *, because: str, actor: Actor) -> None:
    """Record who was in the chair, with the apologies of the chair where somebody else was."""
    if meeting.minutes_state is MinutesState.APPROVED:
        raise CannotTakeTheChair("The minutes of this meeting are approved. They do not change.")
    if line.capacity not in THERE or line.meeting is not meeting:
        raise CannotTakeTheChair("Only somebody who was there can be in the chair.")
    office = bodies.offices(meeting.body, on=meeting.on).get(OfficeKind.CHAIR)
    if office is not None and office.person_id != line.person_id:
        _excuse(meeting, office.person, actor=actor)
    for other in meeting.attendances:
        other.is_in_the_chair = other is line
    words: dict[str, str | None] = {"who": line.name_printed, "because": because}
    audit.record("chair.taken", line, actor=actor, body_id=meeting.body_id, words=words, meeting=meeting.id)


def _excuse(meeting: Meeting, chair: Person, *, actor: Actor) -> None:
    """Record the chair's apologies, unless the attendance says already what became of the chair."""
    if any(line.person_id == chair.id for line in meeting.attendances):
        return
    meeting_steps.record_attendance(meeting, chair, Capacity.APOLOGIES, actor=actor)
    db.session.flush()
