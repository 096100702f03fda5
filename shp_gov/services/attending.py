"""The attendance of a meeting, ticked on one page: who is here, who sent apologies, who stands in, who else came."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.models import Attendance, Capacity, Meeting, Person
from shp_gov.queries import attending, proceedings
from shp_gov.queries.attending import Expected
from shp_gov.services import room, room_events

SEATED = (Capacity.PRESENT, Capacity.SUBSTITUTE, Capacity.APOLOGIES, Capacity.ABSENT)
LONGEST_NAME = 200


class WrongAttendance(DomainError):
    """Ticks that cannot all be right."""


@dataclass(frozen=True)
class Ticks:
    """What was ticked of somebody who was expected."""

    who: Expected
    is_here: bool = False
    is_remote: bool = False
    sent_apologies: bool = False
    is_touched: bool = True


@dataclass(frozen=True)
class Named:
    """Somebody else who came, as the paper prints them."""

    name: str
    post: str | None = None


def record(
    meeting: Meeting,
    ticks: Sequence[Ticks],
    *,
    chair: int | None,
    actor: Actor,
    officers: Sequence[Named] = (),
    others: Sequence[Named] = (),
    at: time | None = None,
) -> None:
    """Record who is here, in one act. It may be done again: who was recorded stays, with their times."""
    room.take_in_progress(meeting)
    ticks = _as_recorded(meeting, ticks)
    _require_sense(ticks, chair)
    before = {(line.person_id, line.capacity): line for line in proceedings.lines(meeting) if line.capacity in SEATED}
    wanted = {(tick.who.person_id, capacity): tick for tick in ticks if (capacity := _capacity(tick, ticks))}
    _clear({key: line for key, line in before.items() if key not in wanted})
    for place, ((person_id, capacity), tick) in enumerate(wanted.items(), start=1):
        line = before.get((person_id, capacity)) or line_for(meeting, tick.who, capacity)
        line.position = place
        line.is_remote = tick.is_remote and tick.is_here
        line.is_in_the_chair = person_id == chair and tick.is_here
    _put(meeting, Capacity.ALSO_PRESENT, others, after=len(wanted))
    _put(meeting, Capacity.OFFICER, officers, after=len(wanted) + len(others))
    db.session.flush()
    db.session.expire(meeting, ["attendances"])
    room_events.follow_quorum(meeting, at=at, actor=actor)
    here = sum(capacity in attending.CAME for _, capacity in wanted)
    audit.record("attendance.ticked", meeting, actor=actor, body_id=meeting.body_id, here=here, of=len(ticks))


def _as_recorded(meeting: Meeting, ticks: Sequence[Ticks]) -> list[Ticks]:
    """Let a tick that was not touched say what a colleague recorded since the page was opened, if anything."""
    now = {(who.person_id, who.is_substitute): who for who in attending.expected(meeting) if who.line is not None}
    return [
        Ticks(who, is_here=who.is_here, is_remote=who.is_remote, sent_apologies=who.sent_apologies)
        if not tick.is_touched and (who := now.get((tick.who.person_id, tick.who.is_substitute)))
        else tick
        for tick in ticks
    ]


def _require_sense(ticks: Iterable[Ticks], chair: int | None) -> None:
    here: dict[int, Expected] = {}
    for tick in ticks:
        if tick.is_here and tick.sent_apologies:
            raise WrongAttendance(f"{tick.who.name} cannot be here and send apologies. Untick one of the two.")
        if tick.is_here and tick.who.person_id in here:
            raise WrongAttendance(f"{tick.who.name} cannot be here twice. Leave the tick where they sit.")
        if tick.is_here:
            here[tick.who.person_id] = tick.who
    for who in here.values():
        if who.instead_of and who.instead_of.person_id in here:
            raise WrongAttendance(
                f"{who.instead_of.name} is here, so {who.name} does not stand in. Untick one of the two."
            )
    if chair is not None and chair not in here:
        raise WrongAttendance("Whoever is in the chair must be here. Tick them, or choose somebody else.")


def _capacity(tick: Ticks, ticks: Sequence[Ticks]) -> Capacity | None:
    """Tell as what somebody is recorded. A member whose substitute came is not called absent."""
    if tick.who.is_substitute:
        return Capacity.SUBSTITUTE if tick.is_here else None
    if tick.is_here:
        return Capacity.PRESENT
    if tick.sent_apologies:
        return Capacity.APOLOGIES
    stood_in = any(
        each.is_here and each.who.instead_of and each.who.instead_of.person_id == tick.who.person_id for each in ticks
    )
    return None if stood_in else Capacity.ABSENT


def _clear(lines: dict[tuple[int | None, Capacity], Attendance]) -> None:
    for line in lines.values():
        for absence in list(line.absences):
            db.session.delete(absence)
        db.session.delete(line)
    db.session.flush()


def line_for(meeting: Meeting, who: Expected, capacity: Capacity) -> Attendance:
    """Make the line of somebody who was expected."""
    person = db.session.get_one(Person, who.person_id)
    post, instead = person.post_on(meeting.on), who.instead_of
    line = Attendance(
        meeting=meeting,
        person=person,
        capacity=capacity,
        position=0,
        seat_id=who.seats[0].seat_id if len(who.seats) == 1 else None,
        for_person_id=instead.person_id if instead and capacity is Capacity.SUBSTITUTE else None,
        for_printed=instead.name if instead and capacity is Capacity.SUBSTITUTE else None,
        name_printed=person.name_on(meeting.on),
        role_printed=post.title if post else None if instead else who.post,
    )
    db.session.add(line)
    return line


def _put(meeting: Meeting, capacity: Capacity, people: Sequence[Named], *, after: int) -> None:
    """Put down who else came, each once; who is no longer named goes."""
    before = {line.name_printed: line for line in proceedings.lines(meeting) if line.capacity is capacity}
    wanted = {named.name: named for named in people}
    for name, line in before.items():
        if name not in wanted:
            db.session.delete(line)
    for place, named in enumerate(wanted.values(), start=after + 1):
        line = before.get(named.name) or Attendance(
            meeting=meeting, capacity=capacity, position=place, name_printed=named.name
        )
        line.position, line.role_printed = place, named.post
        db.session.add(line)
    db.session.flush()
