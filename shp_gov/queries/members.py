"""The register of members of a body as at a day: seats, holders, vacancies, substitutes, offices and their past."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload

from shp_gov.database import db
from shp_gov.domain import calendar
from shp_gov.domain.register.places import is_followed
from shp_gov.domain.register.places import vacant_since as all_held_until
from shp_gov.domain.words import day_words
from shp_gov.models import (
    Appointment,
    AppointmentKind,
    Attendance,
    Body,
    Meeting,
    Office,
    OfficeKind,
    Seat,
    SeatCategory,
    Substitution,
    TermsSeat,
    TermsState,
    TermsVersion,
)
from shp_gov.queries.bodies import ORDER
from shp_gov.queries.organisations import WITH_DATED_NAMES
from shp_gov.queries.people import WITH_POSTS
from shp_gov.queries.visibility import PUBLISHED

SOON = timedelta(days=60)
A_YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Term:
    """Somebody in a seat, as they were on the day that is asked about."""

    row: Appointment
    on: date
    is_followed: bool

    @property
    def name(self) -> str:
        """Name them with the rank of the day."""
        return self.row.person.name_on(self.on)

    @property
    def post(self) -> str:
        """Give their own post and organisation on the day, where it is not what the seat says."""
        own = self.row.person.post_on(self.on)
        title = own.title_on(self.on) if own else ""
        return title if title != self.row.seat.title_on(self.on) else ""

    @property
    def is_held_over(self) -> bool:
        """Tell whether they stay past a term that is over."""
        return self.row.kind is AppointmentKind.HOLD_OVER

    @property
    def basis(self) -> str:
        """Tell by what right they are there."""
        return basis_of(self.row)

    @property
    def ends_soon(self) -> bool:
        """Tell whether the term ends within 60 days and nobody follows."""
        until = self.row.until_on
        return until is not None and self.on <= until <= self.on + SOON and not self.is_followed

    @property
    def days_left(self) -> int:
        """Count the days to the end of the term."""
        return (self.row.until_on - self.on).days if self.row.until_on else 0


@dataclass(frozen=True)
class Line:
    """A seat on a day: who holds it, who may stand in, who held it before, and since when a place is empty."""

    seat: Seat
    holders: tuple[Term, ...]
    substitutes: tuple[Substitution, ...]
    past: tuple[Term, ...]
    vacant_since: date | None
    on: date
    said: TermsSeat | None = None

    @property
    def worded(self) -> Seat | TermsSeat:
        """Give the seat as the terms of the day word it; as it is, where they do not name it."""
        return self.said or self.seat

    @property
    def organisation(self) -> str | None:
        """Name whose seat it is."""
        organisation = self.worded.organisation
        words = self.said.organisation_words if self.said else None
        return organisation.name_on(self.on) if organisation else words

    @property
    def vacancies(self) -> int:
        """Count the places that nobody holds."""
        return max(0, self.worded.places - len(self.holders))


@dataclass(frozen=True)
class Register:
    """Who belongs to a body on a day."""

    body: Body
    on: date
    groups: tuple[tuple[SeatCategory, tuple[Line, ...]], ...]
    offices: tuple[Office, ...]

    @property
    def lines(self) -> list[Line]:
        """List every seat."""
        return [line for _, lines in self.groups for line in lines]

    @property
    def vacant(self) -> int:
        """Count the places that nobody holds."""
        return sum(line.vacancies for line in self.lines)

    @property
    def ending(self) -> list[Term]:
        """List the terms that end within 60 days with nobody to follow, the soonest first."""
        soon = [term for line in self.lines for term in line.holders if term.ends_soon]
        return sorted(soon, key=lambda term: term.days_left)

    @property
    def held_over(self) -> list[Term]:
        """List who stays past the end of a term."""
        return [term for line in self.lines for term in line.holders if term.is_held_over]

    def office(self, kind: OfficeKind) -> Office | None:
        """Give who holds an office on the day."""
        return next((office for office in self.offices if office.kind is kind), None)

    @property
    def vice_chair_is_due(self) -> bool:
        """Tell whether the vice-chair, appointed each municipal year, was not yet appointed in this one."""
        office = self.office(OfficeKind.VICE_CHAIR)
        return office is None or office.from_on < calendar.year_start(self.on)


def basis_of(row: Appointment | Office) -> str:
    """Tell by which decision or letter somebody was appointed, in the words of the record."""
    by = f"Decision of {day_words(row.decision.on)}" if row.decision else ""
    return ". ".join(words.rstrip(".") for words in (by, row.basis or "") if words)


def register(body: Body, *, on: date) -> Register:
    """Gather the register in four statements, however long the history."""
    terms: dict[int, list[Appointment]] = {}
    for row in _appointments(body):
        terms.setdefault(row.seat_id, []).append(row)
    named: dict[int, list[Substitution]] = {}
    for substitution in _substitutions(body, on):
        named.setdefault(substitution.seat_id, []).append(substitution)
    lines = [_line(seat, said, terms.get(seat.id, []), named.get(seat.id, []), on) for seat, said in _seats(body, on)]
    groups = ((category, tuple(line for line in lines if line.worded.category == category)) for category in ORDER)
    return Register(body, on, tuple((name, found) for name, found in groups if found), tuple(_offices(body, on)))


def _seats(body: Body, on: date) -> Sequence[tuple[Seat, TermsSeat | None]]:
    """Fetch the seats of a day, each with what the terms of that day call it."""
    begun = sa.select(TermsVersion.id).where(
        TermsVersion.body_id == body.id, TermsVersion.state == TermsState.ADOPTED, TermsVersion.in_force_from <= on
    )
    version = begun.order_by(TermsVersion.in_force_from.desc()).limit(1).scalar_subquery()
    seats = sa.select(Seat, TermsSeat).where(Seat.body_id == body.id)
    seats = seats.outerjoin(TermsSeat, sa.and_(TermsSeat.seat_id == Seat.id, TermsSeat.version_id == version))
    whose = (joinedload(Seat.organisation), joinedload(TermsSeat.organisation))
    seats = seats.options(*(organisation.options(WITH_DATED_NAMES) for organisation in whose))
    seats = seats.where(sa.or_(Seat.active_from.is_(None), Seat.active_from <= on))
    seats = seats.where(sa.or_(Seat.active_until.is_(None), Seat.active_until >= on))
    rows = db.session.execute(seats.order_by(Seat.position, Seat.id)).unique()
    return [(seat, said) for seat, said in rows]


def _appointments(body: Body) -> Iterable[Appointment]:
    held = sa.select(Appointment).join(Appointment.seat).where(Seat.body_id == body.id)
    whole = (contains_eager(Appointment.seat), joinedload(Appointment.decision))
    held = held.options(joinedload(Appointment.person).options(WITH_POSTS), *whole)
    return db.session.scalars(held.order_by(Appointment.from_on, Appointment.id)).unique()


def _substitutions(body: Body, on: date) -> Iterable[Substitution]:
    """Fetch who may stand in: those named in advance, and those named for a meeting of the day or later."""
    named = sa.select(Substitution).join(Substitution.seat).where(Seat.body_id == body.id)
    named = named.where(sa.or_(Substitution.from_on <= on, Substitution.meeting_id.is_not(None)))
    named = named.where(sa.or_(Substitution.until_on.is_(None), Substitution.until_on >= on))
    named = named.where(sa.or_(Substitution.meeting_id.is_(None), Substitution.ended_because.is_(None)))
    people = joinedload(Substitution.person).options(WITH_POSTS)
    named = named.options(people, joinedload(Substitution.meeting))
    return db.session.scalars(named.order_by(Substitution.from_on, Substitution.id)).unique()


def _offices(body: Body, on: date) -> list[Office]:
    held = sa.select(Office).where(Office.body_id == body.id, Office.from_on <= on)
    held = held.where(sa.or_(Office.until_on.is_(None), Office.until_on >= on))
    held = held.options(joinedload(Office.person).options(WITH_POSTS), joinedload(Office.decision))
    found = db.session.scalars(held.order_by(Office.from_on)).unique()
    kinds = list(OfficeKind)
    return sorted({office.kind: office for office in found}.values(), key=lambda office: kinds.index(office.kind))


def _line(
    seat: Seat, said: TermsSeat | None, rows: Sequence[Appointment], named: Sequence[Substitution], on: date
) -> Line:
    number = (said or seat).places
    held = holders(rows, places=number, on=on)
    past = tuple(Term(row, row.until_on, True) for row in reversed(rows) if row.until_on and row.until_on < on)
    since = vacant_since(seat, rows, places=number, on=on) if len(held) < number else None
    return Line(seat, held, tuple(named), past, since, on, said)


def holders(rows: Sequence[Appointment], *, places: int, on: date) -> tuple[Term, ...]:
    """List who holds a seat on a day, each with whether somebody follows when the term ends."""
    terms = [(row.from_on, row.until_on) for row in rows]
    followed = {row.until_on: is_followed(row.until_on, terms, places=places) for row in rows if row.covers(on)}
    return tuple(Term(row, on, followed[row.until_on]) for row in rows if row.covers(on))


def vacant_since(seat: Seat, rows: Sequence[Appointment], *, places: int, on: date) -> date | None:
    """Tell since when a place of a seat is empty: since all were last held, or since there is the seat."""
    terms = [(row.from_on, row.until_on) for row in rows]
    return all_held_until(terms, places=places, on=on) or seat.active_from


def deputising(body: Body, *, on: date) -> Sequence[Attendance]:
    """List who was in the chair in place of the chair, at the meetings of a year up to a day, newest first."""
    chairs = sa.select(Office.id).where(Office.body_id == body.id, Office.kind == OfficeKind.CHAIR)
    chairs = chairs.where(Office.person_id == Attendance.person_id, Office.from_on <= Meeting.on)
    is_chair = chairs.where(sa.or_(Office.until_on.is_(None), Office.until_on >= Meeting.on)).correlate(
        Attendance, Meeting
    )
    found = sa.select(Attendance).join(Attendance.meeting).where(Meeting.body_id == body.id)
    found = found.where(Meeting.on <= on, Meeting.on > on - A_YEAR, Meeting.minutes_state.in_(PUBLISHED))
    found = found.where(Attendance.is_in_the_chair, ~is_chair.exists())
    return db.session.scalars(
        found.options(contains_eager(Attendance.meeting)).order_by(Meeting.on.desc(), Attendance.position)
    ).all()
