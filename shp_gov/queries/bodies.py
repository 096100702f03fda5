"""Bodies, and who belongs to them on a day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from shp_gov.database import db
from shp_gov.domain.permissions import Viewer
from shp_gov.domain.register.sureness import Listed, tells_of
from shp_gov.models import (
    Appointment,
    AppointmentKind,
    Body,
    Office,
    OfficeKind,
    Organisation,
    Person,
    Provenance,
    Seat,
    SeatCategory,
    Sighting,
    TermsSeat,
    TermsVersion,
)
from shp_gov.queries import organisations
from shp_gov.queries.people import WITH_POSTS, name_on

ORDER = (
    SeatCategory.RESPONSIBLE_AUTHORITY,
    SeatCategory.NOT_STATED,
    SeatCategory.OTHER,
    SeatCategory.CO_OPTED,
    SeatCategory.ADVISER,
)


NOT_LISTED = Listed()


@dataclass(frozen=True)
class Holder:
    """Somebody in a seat on a day."""

    person_id: int
    name: str
    since: date
    is_derived: bool
    until: date | None = None
    kind: AppointmentKind = AppointmentKind.TERM
    listed: Listed = NOT_LISTED

    def is_sure(self, on: date) -> bool:
        """Tell whether they surely sat on a day, as far as lists of members can tell."""
        return self.listed.is_sure(on, until=self.until)


@dataclass(frozen=True)
class Membership:
    """A seat on a day, who holds it, how many places nobody holds, and the newest list of members by then."""

    seat_id: int
    post: str | None
    organisation_id: int | None
    organisation: str | None
    category: SeatCategory
    places: int
    holders: tuple[Holder, ...] = ()
    listed_on: date | None = None

    @property
    def vacancies(self) -> int:
        """Count the places that nobody holds."""
        return max(0, self.places - len(self.holders))

    @property
    def title(self) -> str:
        """Name the post and its organisation."""
        return ", ".join(words for words in (self.post, self.organisation) if words)


def get(slug: str, *, viewer: Viewer) -> Body:
    """Fetch a body by its slug, with its parent and sub-groups. Every body is public."""
    found = sa.select(Body).where(Body.slug == slug)
    found = found.options(joinedload(Body.parent), selectinload(Body.sub_groups))
    found = found.options(joinedload(Body.rule_settings), joinedload(Body.standings))
    return db.session.scalars(found).unique().one()


def find(slug: str) -> Body | None:
    """Find a body by its slug."""
    return db.session.scalars(sa.select(Body).where(Body.slug == slug)).one_or_none()


def all_bodies() -> Sequence[Body]:
    """List every body, partnerships before their groups."""
    return db.session.scalars(sa.select(Body).order_by(Body.parent_id.is_not(None), Body.name)).all()


def members(body: Body, *, on: date) -> list[Membership]:
    """List the seats of a body on a day, in the order of a list of members, with their holders and vacancies."""
    rows = db.session.execute(
        _seats_with_holders(on).where(Seat.body_id == body.id).order_by(Seat.position, Seat.id, Person.id)
    )
    seats: dict[int, Membership] = {}
    for seat, said, organisation_id, called, appointment, person_id, name, listed_on in rows:
        found = seats.get(seat.id) or _membership(seat, said, organisation_id, called, listed_on)
        seats[seat.id] = _with_holder(found, appointment, person_id, name) if appointment else found
    return sorted(seats.values(), key=lambda membership: ORDER.index(membership.category))


def _seats_with_holders(on: date) -> sa.Select[Seat, TermsSeat, int, str, Appointment, int, str, date | None]:
    """Select the seats of a day, each as the terms of that day word it where they name it, with their holders."""
    holds = sa.and_(Appointment.seat_id == Seat.id, Appointment.from_on <= on, _not_over(Appointment.until_on, on))
    newest = sa.select(sa.func.max(Sighting.on)).where(Sighting.body_id == Seat.body_id, Sighting.on <= on)
    listed_on = newest.correlate(Seat).scalar_subquery()
    whose = (Organisation.id, organisations.name_on(on))
    seats = sa.select(Seat, TermsSeat, *whose, Appointment, Person.id, name_on(on), listed_on).select_from(Seat)
    seats = seats.outerjoin(TermsSeat, sa.and_(TermsSeat.seat_id == Seat.id, TermsSeat.version_id == in_force(on)))
    meant = sa.func.coalesce(TermsSeat.organisation_id, Seat.organisation_id)
    seats = seats.outerjoin(Organisation, Organisation.id == meant)
    seats = seats.outerjoin(Appointment, holds).outerjoin(Person, Person.id == Appointment.person_id)
    return seats.where(sa.or_(Seat.active_from.is_(None), Seat.active_from <= on), _not_over(Seat.active_until, on))


def in_force(on: date) -> sa.ScalarSelect[int]:
    """Select the version of the terms in force on a day, in SQL. Needs Seat in the query."""
    begun = sa.select(TermsVersion.id).where(TermsVersion.body_id == Seat.body_id, TermsVersion.in_force_from <= on)
    return begun.order_by(TermsVersion.in_force_from.desc()).limit(1).correlate(Seat).scalar_subquery()


def _not_over(until: sa.SQLColumnExpression[date | None], on: date) -> sa.ColumnElement[bool]:
    return sa.or_(until.is_(None), until >= on)


def are_known(members: Sequence[Membership], *, on: date) -> bool:
    """Tell whether the record shows who belonged on a day: somebody recorded it, or a list not over a year old does."""
    by_list = [member for member in members if any(holder.listed.last for holder in member.holders)]
    return not by_list or tells_of(by_list[0].listed_on, on)


def _membership(
    seat: Seat, said: TermsSeat | None, organisation_id: int | None, name: str | None, listed_on: date | None
) -> Membership:
    words = said or seat
    if said is not None and said.organisation_id is None:
        name, organisation_id = said.organisation_words, None
    return Membership(seat.id, words.post, organisation_id, name, words.category, words.places, listed_on=listed_on)


def _with_holder(membership: Membership, appointment: Appointment, person_id: int, name: str) -> Membership:
    derived = appointment.provenance == Provenance.DERIVED
    listed = Listed(appointment.last_listed_on) if derived else NOT_LISTED
    holder = Holder(person_id, name, appointment.from_on, derived, appointment.until_on, appointment.kind, listed)
    return replace(membership, holders=(*membership.holders, holder))


def offices(body: Body, *, on: date) -> dict[OfficeKind, Office]:
    """Tell who holds each office of a body on a day."""
    held = sa.select(Office).where(Office.body_id == body.id, Office.from_on <= on, _not_over(Office.until_on, on))
    found = db.session.scalars(held.options(joinedload(Office.person).options(WITH_POSTS)).order_by(Office.from_on))
    return {office.kind: office for office in found.unique()}


def by_category(members: Sequence[Membership]) -> list[tuple[SeatCategory, list[Membership]]]:
    """Group the seats of a body by category, in the order of a list of members."""
    groups = ((category, [seat for seat in members if seat.category == category]) for category in ORDER)
    return [(category, seats) for category, seats in groups if seats]


@dataclass(frozen=True)
class Invited:
    """Somebody a pack lists as also invited."""

    name_printed: str
    post: str | None
    organisation: str | None


def invited(body: Body, *, on: date) -> list[Invited]:
    """List who the pack of a day says was also invited."""
    seen = sa.select(Sighting).where(Sighting.body_id == body.id, Sighting.on == on, Sighting.is_invited)
    rows = db.session.scalars(seen.order_by(Sighting.id))
    return [Invited(row.name_printed, row.post_printed, row.organisation_printed) for row in rows]
