"""Where 300 bodies stand on one day: the time and the questions for each, every rule evaluated."""

import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import sqlalchemy as sa

from benchmarks.queries import counted
from benchmarks.signing import app_on
from shp_gov import schema
from shp_gov.database import db, make_engine
from shp_gov.domain.workflows import MeetingState, MinutesState
from shp_gov.models import (
    Appointment,
    Attendance,
    Body,
    Capacity,
    Decision,
    DecisionKind,
    Meeting,
    Minute,
    Organisation,
    Person,
    Seat,
    SeatCategory,
)
from shp_gov.queries import compliance

BODIES, MEETINGS, MINUTES = 300, 6, 10
ON, LONG_AGO = date(2026, 9, 1), date(2015, 1, 1)
AUTHORITIES = (
    "Seaborough Borough Council",
    "Northshire Police",
    "Northshire Fire Authority",
    "NHS Northshire Integrated Care Board",
    "Probation Service",
)


def run(*, bodies: int = BODIES, say: Callable[[str], None]) -> bool:
    """Evaluate every rule for every body; tell whether each body asks the database as much as the next."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/record.sqlite3"
        engine = make_engine(url)
        with engine.begin() as connection:
            schema.move(connection)
        engine.dispose()
        with app_on(url).app_context():
            _make(bodies)
            return _measured(say)


def _measured(say: Callable[[str], None]) -> bool:
    questions, findings, rules = set(), 0, 0
    started = time.perf_counter()
    for number in db.session.scalars(sa.select(Body.id)).all():
        db.session.expunge_all()
        with counted(db.engine) as asked:
            found = compliance.stand(db.session.get_one(Body, number), ON)
        questions.add(len(asked))
        findings, rules, bodies = findings + len(found.findings), found.rules, number
    spent = time.perf_counter() - started
    say(
        f"{bodies} bodies on {ON}: {spent:.1f} s, {1000 * spent / bodies:.0f} ms and "
        f"{max(questions)} questions for each, {rules} rules, {findings // bodies} findings"
    )
    return len(questions) == 1


def _make(bodies: int) -> None:
    organisations = [Organisation(name=name) for name in AUTHORITIES]
    for number in range(1, bodies + 1):
        body = Body(slug=f"body-{number}", name=f"Safer Partnership {number}", area="seaborough")
        seats = list(_seats(body, organisations))
        db.session.add_all(seats)
        db.session.flush()
        db.session.add_all(row for meeting in range(MEETINGS) for row in _meeting(body, meeting, seats))
        db.session.commit()
        db.session.expunge_all()
        organisations = list(db.session.scalars(sa.select(Organisation).order_by(Organisation.id)))


def _seats(body: Body, organisations: list[Organisation]) -> Iterator[Appointment]:
    for place, organisation in enumerate(organisations):
        person = Person(name=f"Member {place} of {body.name}")
        seat = Seat(body=body, post="Director", key=f"seat {place}", position=place, organisation=organisation)
        seat.category = SeatCategory.RESPONSIBLE_AUTHORITY
        yield Appointment(seat=seat, person=person, from_on=LONG_AGO)


def _meeting(body: Body, number: int, held: list[Appointment]) -> Iterator[Meeting | Attendance | Minute]:
    on = ON - timedelta(days=20 + 55 * number)
    state = {"state": MeetingState.CLOSED, "minutes_state": MinutesState.APPROVED}
    meeting = Meeting(body=body, on=on, **state)
    yield meeting
    for place, term in enumerate(held):
        usual = {"position": place, "capacity": Capacity.PRESENT, "name_printed": term.person.name}
        yield Attendance(meeting=meeting, person=term.person, seat=term.seat, **usual)
    for position in range(1, MINUTES + 1):
        yield _minute(meeting, position)


def _minute(meeting: Meeting, position: int) -> Minute:
    starts = date(meeting.on.year - (meeting.on.month < 5), 5, 1)
    minute = Minute(meeting=meeting, position=position, number=position, number_printed=str(position), title="Plan")
    minute.year_starts_on = starts
    decided = {"body_id": meeting.body.id, "on": meeting.on, "kind": DecisionKind.NOTED}
    minute.decisions.append(Decision(ordinal=1, words="That the report be noted.", **decided))
    return minute
