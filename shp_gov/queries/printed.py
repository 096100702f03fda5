"""Every line of a body that prints a name: its lists of members and the attendance of its meetings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload

from shp_gov.database import db
from shp_gov.domain.register.identity import Mention
from shp_gov.models import (
    Appointment,
    Attendance,
    Body,
    Capacity,
    Interest,
    KnownAs,
    Meeting,
    Office,
    OfficeKind,
    Person,
    ProposedAction,
    Provenance,
    Seat,
    Sighting,
    User,
)
from shp_gov.queries import links


@dataclass(frozen=True)
class Printed:
    """The lines that a body's papers printed, and whom it knows already."""

    sightings: Sequence[Sighting]
    attendances: Sequence[Attendance]
    known_as: Sequence[KnownAs]

    def mentions(self) -> list[Mention]:
        """List every name, with the day and the list it stands in."""
        found = [Mention(row.name_printed, row.on, f"list of {row.on}") for row in self.sightings if row.name_printed]
        found += [Mention(row.name_printed, row.meeting.on, _group(row)) for row in self.attendances]
        found += [
            Mention(row.for_printed, row.meeting.on, f"for {row.id}") for row in self.attendances if row.for_printed
        ]
        return found + [Mention(row.name, _since(row), f"known {row.id}") for row in self.known_as if row.is_settled]


def _since(row: KnownAs) -> date:
    """Take whom somebody entered by hand as known before every paper."""
    return date.min if row.person.provenance is Provenance.RECORDED else date.max


def _group(row: Attendance) -> str:
    away = row.capacity in (Capacity.APOLOGIES, Capacity.ABSENT)
    return f"{'away from' if away else 'at'} meeting {row.meeting_id}"


def of_body(body: Body) -> Printed:
    """Fetch the lines of a body in three statements."""
    sightings = sa.select(Sighting).where(Sighting.body_id == body.id).order_by(Sighting.on, Sighting.id)
    lines = sa.select(Attendance).join(Attendance.meeting).where(Meeting.body_id == body.id)
    lines = lines.options(contains_eager(Attendance.meeting)).order_by(Meeting.on, Meeting.id, Attendance.position)
    known = sa.select(KnownAs).where(KnownAs.body_id == body.id).options(joinedload(KnownAs.person))
    return Printed(
        db.session.scalars(sightings).all(),
        db.session.scalars(lines).all(),
        db.session.scalars(known.order_by(KnownAs.id)).all(),
    )


def entered_by_hand(body: Body) -> Sequence[Person]:
    """List the people whom somebody appointed, elected or recorded at a meeting, and whose name no paper printed."""
    named = sa.select(KnownAs.person_id).where(KnownAs.body_id == body.id)
    seated = sa.select(Appointment.person_id).join(Appointment.seat).where(Seat.body_id == body.id)
    elected = sa.select(Office.person_id).where(Office.body_id == body.id)
    came = sa.select(Attendance.person_id).join(Attendance.meeting).where(Meeting.body_id == body.id)
    by_hand = seated.where(Appointment.provenance == Provenance.RECORDED).union(
        elected.where(Office.provenance == Provenance.RECORDED),
        came.where(Attendance.provenance == Provenance.RECORDED, Attendance.person_id.is_not(None)),
    )
    people = sa.select(Person).where(Person.id.in_(by_hand), Person.id.not_in(named))
    return db.session.scalars(people.order_by(Person.id)).all()


def seats(body: Body) -> Sequence[Seat]:
    """List the seats of a body with their organisations."""
    found = sa.select(Seat).where(Seat.body_id == body.id).options(joinedload(Seat.organisation)).order_by(Seat.id)
    return db.session.scalars(found).all()


def appointments(body: Body) -> Sequence[Appointment]:
    """List the appointments to the seats of a body."""
    found = sa.select(Appointment).join(Appointment.seat).where(Seat.body_id == body.id).order_by(Appointment.id)
    return db.session.scalars(found.options(joinedload(Appointment.person))).all()


def chairs(body: Body) -> Sequence[Office]:
    """List the terms of a body's chairs."""
    held = sa.select(Office).where(Office.body_id == body.id, Office.kind == OfficeKind.CHAIR)
    return db.session.scalars(held.order_by(Office.from_on, Office.id)).all()


def is_relied_on(seat: Seat) -> bool:
    """Tell whether somebody gave a seat work, a place in terms of reference, or a holder by hand."""
    return bool(db.session.scalar(sa.select(links.is_held(seat, unless=(ProposedAction, Sighting)))))


def proposed_to(seat: Seat) -> Sequence[ProposedAction]:
    """List the proposals that name a seat."""
    return db.session.scalars(sa.select(ProposedAction).where(ProposedAction.seat_id == seat.id)).all()


def relied_on(body: Body) -> frozenset[int]:
    """Tell which people of a body have an account, or were given a seat or an office by hand."""
    known = sa.select(KnownAs.person_id).where(KnownAs.body_id == body.id)
    accounts = sa.select(User.person_id).where(User.person_id.in_(known))
    seats = sa.select(Appointment.person_id).where(Appointment.provenance != Provenance.DERIVED)
    offices = sa.select(Office.person_id).where(Office.provenance != Provenance.DERIVED)
    given = seats.where(Appointment.person_id.in_(known)), offices.where(Office.person_id.in_(known))
    by_hand = accounts.union(*given)
    return frozenset(db.session.scalars(by_hand))


def is_known(person: Person) -> bool:
    """Tell whether some line, name or anything done by hand still means this person."""
    came = sa.exists().where(Attendance.person_id == person.id)
    stands_for = sa.exists().where(Attendance.for_person_id == person.id)
    return bool(db.session.scalar(sa.select(sa.or_(links.is_held(person), came, stands_for))))


def worked_out_for(person: Person) -> Sequence[Appointment | Office]:
    """List the terms that were worked out for somebody."""
    found: list[Appointment | Office] = []
    found += db.session.scalars(sa.select(Appointment).where(Appointment.person_id == person.id))
    found += db.session.scalars(sa.select(Office).where(Office.person_id == person.id))
    return found


def interests_of(person: Person) -> Sequence[Interest]:
    """List the declarations that were tied to somebody."""
    return db.session.scalars(sa.select(Interest).where(Interest.person_id == person.id)).all()
