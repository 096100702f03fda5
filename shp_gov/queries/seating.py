"""Every seat of some bodies with everybody who ever held it: who belongs on any day, from one statement."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Any

import sqlalchemy as sa
from sqlalchemy import orm

from shp_gov.database import db
from shp_gov.domain.register import places
from shp_gov.domain.register.sureness import Listed
from shp_gov.models import (
    Appointment,
    Organisation,
    OrganisationName,
    Person,
    PersonPost,
    Provenance,
    Seat,
    TermsSeat,
    TermsState,
    TermsVersion,
)
from shp_gov.queries.bodies import NOT_LISTED, ORDER, Holder, Membership

SAID_BY = orm.aliased(Organisation)
CALLED = orm.aliased(OrganisationName)
IS_CALLED = sa.and_(CALLED.organisation_id.in_((Seat.organisation_id, TermsSeat.organisation_id)), CALLED.is_dated)
SAID_NAME = sa.case((TermsSeat.organisation_id.is_(None), TermsSeat.organisation_words), else_=SAID_BY.name)
COLUMNS = (
    Seat.id,
    Seat.body_id,
    Seat.post,
    Seat.organisation_id,
    Organisation.name.label("organisation"),
    Seat.category,
    Seat.places,
    Seat.active_from,
    Seat.active_until,
    Appointment.id.label("appointment_id"),
    Appointment.kind,
    Appointment.from_on,
    Appointment.until_on,
    Appointment.last_listed_on,
    Appointment.provenance,
    Person.id.label("person_id"),
    Person.name.label("person"),
    PersonPost.name.label("styled"),
    PersonPost.from_on.label("styled_from"),
    PersonPost.until_on.label("styled_until"),
    TermsVersion.in_force_from,
    TermsSeat.post.label("said_post"),
    TermsSeat.organisation_id.label("said_organisation_id"),
    SAID_NAME.label("said_organisation"),
    TermsSeat.category.label("said_category"),
    TermsSeat.places.label("said_places"),
    CALLED.organisation_id.label("called_id"),
    CALLED.name.label("called"),
    CALLED.from_on.label("called_from"),
    CALLED.until_on.label("called_until"),
)
STYLED = sa.and_(
    PersonPost.person_id == Person.id, PersonPost.name.is_not(None), PersonPost.provenance == Provenance.RECORDED
)


@dataclass(frozen=True)
class Seating:
    """The seats of some bodies, every appointment to them, and each with every wording that terms gave the seat."""

    rows: tuple[Any, ...]

    def members(self, body_id: int, *, on: date) -> list[Membership]:
        """List the seats of a body on a day, in the order of a list of members, with their holders."""
        seats: dict[int, Membership] = {}
        for row in self.rows:
            if row.body_id == body_id and _covers(row.active_from, row.active_until, on):
                seats[row.id] = _with_holder(seats.get(row.id) or self._worded(row, on), row, on)
        return sorted(seats.values(), key=lambda seat: ORDER.index(seat.category))

    def under_names_of(self, day: date, body_id: int, *, then: date) -> list[Membership]:
        """List the seats of a body then, each organisation called what it was called on another day."""
        return [
            replace(seat, organisation=self.called(seat.organisation_id, seat.organisation, on=day))
            for seat in self.members(body_id, on=then)
        ]

    def _worded(self, row: Any, on: date) -> Membership:
        """Word a seat as the terms of a day do, where they name it."""
        newest = self._newest_terms(row.body_id, on)
        said = next((each for each in self._of(row.id) if newest and each.in_force_from == newest), None)
        if said is None:
            name = self.called(row.organisation_id, row.organisation, on=on)
            return Membership(row.id, row.post, row.organisation_id, name, row.category, row.places)
        number = said.said_organisation_id
        name = self.called(number, said.said_organisation, on=on)
        return Membership(row.id, said.said_post, number, name, said.said_category, said.said_places)

    @cached_property
    def _names(self) -> Mapping[int, list[tuple[date, date, str]]]:
        """Give the names that each organisation had from one day to another, the newest first."""
        dated = {(row.called_id, row.called_from, row.called_until, row.called) for row in self.rows if row.called_id}
        names: dict[int, list[tuple[date, date, str]]] = {}
        for number, from_on, until_on, name in dated:
            names.setdefault(number, []).append((from_on or date.min, until_on or date.max, name))
        return {number: sorted(found, reverse=True) for number, found in names.items()}

    def called(self, organisation_id: int | None, name: str | None, *, on: date) -> str | None:
        """Call an organisation what it was called on a day."""
        borne = self._names.get(organisation_id, ()) if organisation_id else ()
        return next((each for first, last, each in borne if first <= on <= last), name)

    def _newest_terms(self, body_id: int, on: date) -> date | None:
        begun = {row.in_force_from for row in self.rows if row.body_id == body_id and row.in_force_from}
        return max((day for day in begun if day <= on), default=None)

    def vacant_since(self, seat_id: int, *, on: date) -> date | None:
        """Tell the day after all places of a seat were last held, where they were."""
        return places.vacant_since(self._terms(seat_id), places=self._places(seat_id, on), on=on)

    def turning_days(self) -> list[date]:
        """List the days on which a seat or a term begins, and the days after one ends, in order."""
        began = {day for row in self.rows for day in (row.from_on, row.active_from) if day}
        ended = {day for row in self.rows for day in (row.until_on, row.active_until) if day and day < date.max}
        return sorted(began | {day + timedelta(days=1) for day in ended})

    def ending(self, body_id: int, *, on: date, within: timedelta) -> list[tuple[Membership, Holder]]:
        """List the seats of a body whose holder's term ends soon with nobody to follow, the soonest first."""
        held = [(seat, holder) for seat in self.members(body_id, on=on) for holder in seat.holders]
        soon = [(holder.until, seat, holder) for seat, holder in held if holder.until and holder.until <= on + within]
        open_ended = [each for each in soon if not self._is_followed(each[1], each[0])]
        return [(seat, holder) for _, seat, holder in sorted(open_ended, key=lambda each: each[0])]

    def _is_followed(self, seat: Membership, until: date) -> bool:
        return places.is_followed(until, self._terms(seat.seat_id), places=seat.places)

    def _places(self, seat_id: int, on: date) -> int:
        return next((self._worded(row, on).places for row in self._of(seat_id)), 1)

    def _terms(self, seat_id: int) -> list[places.Days]:
        """List the days of each appointment to a seat once, however many rows it has."""
        held = {row.appointment_id: (row.from_on, row.until_on) for row in self._of(seat_id) if row.person_id}
        return list(held.values())

    def _of(self, seat_id: int) -> Iterator[Any]:
        return (row for row in self.rows if row.id == seat_id)


def of_bodies(body_ids: Collection[int]) -> Seating:
    """Fetch the seats of these bodies with all their appointments and all wordings of adopted terms."""
    seats = sa.select(*COLUMNS).select_from(Seat).outerjoin(Seat.organisation).outerjoin(Seat.appointments)
    seats = seats.outerjoin(Person, Person.id == Appointment.person_id).outerjoin(PersonPost, STYLED)
    adopted = sa.select(TermsVersion.id).where(TermsVersion.state == TermsState.ADOPTED)
    in_terms = sa.and_(TermsSeat.seat_id == Seat.id, TermsSeat.version_id.in_(adopted))
    seats = seats.outerjoin(TermsSeat, in_terms).outerjoin(SAID_BY, SAID_BY.id == TermsSeat.organisation_id)
    seats = seats.outerjoin(TermsVersion, TermsVersion.id == TermsSeat.version_id).outerjoin(CALLED, IS_CALLED)
    in_order = (Seat.position, Seat.id, Person.id, PersonPost.id, TermsSeat.id, CALLED.id)
    rows = db.session.execute(seats.where(Seat.body_id.in_(body_ids)).order_by(*in_order)).all()
    return Seating(tuple(rows))


def _covers(from_on: date | None, until_on: date | None, on: date) -> bool:
    return (from_on is None or from_on <= on) and (until_on is None or on <= until_on)


def _with_holder(seat: Membership, row: Any, on: date) -> Membership:
    if row.person_id is None or not _covers(row.from_on, row.until_on, on):
        return seat
    is_styled = row.styled is not None and _covers(row.styled_from, row.styled_until, on)
    derived = row.provenance == Provenance.DERIVED
    listed = Listed(row.last_listed_on) if derived else NOT_LISTED
    term = (row.from_on, derived, row.until_on, row.kind, listed)
    holder = Holder(row.person_id, row.styled if is_styled else row.person, *term)
    before = [held for held in seat.holders if (held.person_id, held.since) != (holder.person_id, holder.since)]
    known = [held for held in seat.holders if held not in before]
    return replace(seat, holders=(*before, *((holder,) if is_styled else known[:1] or (holder,))))
