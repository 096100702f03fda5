"""People, and what was so of them on a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov.database import db
from shp_gov.domain.names import person_name
from shp_gov.domain.permissions import Role, Viewer
from shp_gov.models import (
    Appointment,
    Body,
    KnownAs,
    Office,
    Person,
    PersonPost,
    Provenance,
    Seat,
    Substitution,
)
from shp_gov.queries.organisations import WITH_DATED_NAMES, Day

WITH_POSTS = joinedload(Person.posts).joinedload(PersonPost.organisation).options(WITH_DATED_NAMES)


def name_on(on: Day) -> sa.ColumnElement[str]:
    """Give the name, with its rank, that somebody had on a day, in SQL. Needs Person in the query."""
    styled = sa.select(PersonPost.name).where(PersonPost.person_id == Person.id, PersonPost.name.is_not(None))
    styled = styled.where(PersonPost.provenance == Provenance.RECORDED, covers(on))
    newest = styled.order_by(PersonPost.from_on.is_(None), PersonPost.from_on.desc()).limit(1)
    return sa.func.coalesce(newest.correlate_except(PersonPost).scalar_subquery(), Person.name)


def covers(on: Day) -> sa.ColumnElement[bool]:
    """Tell whether a post covers a day, in SQL. Needs PersonPost in the query."""
    begun = sa.or_(PersonPost.from_on.is_(None), PersonPost.from_on <= on)
    return sa.and_(begun, sa.or_(PersonPost.until_on.is_(None), PersonPost.until_on >= on))


@dataclass(frozen=True)
class Known:
    """A person as a body knows them."""

    body: Body
    person: Person

    @property
    def body_id(self) -> int:
        """Give the number of the body."""
        return self.body.id


@dataclass(frozen=True)
class Story:
    """Everything on record of somebody that exists for the viewer, newest first."""

    person: Person
    on: date
    appointments: Sequence[Appointment]
    offices: Sequence[Office]
    substitutions: Sequence[Substitution]
    home: Body | None

    @property
    def is_for_officers(self) -> bool:
        """Tell whether the viewer serves a body that knows them."""
        return self.home is not None

    @property
    def name(self) -> str:
        """Name them with the rank of the day."""
        return self.person.name_on(self.on)

    @property
    def posts(self) -> list[PersonPost]:
        """List their posts through time, the newest first: what was recorded by hand hides what papers printed then."""
        by_hand = [row for row in self.person.posts if row.provenance is Provenance.RECORDED]
        first = min((row.from_on or date.min for row in by_hand if not row.is_only_a_name), default=date.max)
        kept = [row for row in self.person.posts if row in by_hand or (row.from_on or date.min) < first]
        return sorted((row for row in kept if not row.is_only_a_name), key=lambda row: row.weight[1:], reverse=True)

    @property
    def away(self) -> list[Appointment]:
        """List the seats held on the day that are of another organisation than theirs."""
        own = self.person.post_on(self.on)
        if own is None or own.organisation is None:
            return []
        held = (row for row in self.appointments if row.covers(self.on) and row.seat.organisation is not None)
        return [row for row in held if row.seat.organisation is not own.organisation]

    @property
    def bodies(self) -> list[Body]:
        """List the bodies they have to do with."""
        rows: list[Any] = [*self.appointments, *self.offices, *self.substitutions]
        found: dict[int, Body] = {row.body.id: row.body for row in rows}
        return sorted(found.values(), key=lambda body: body.name)


def get(person_id: int, *, viewer: Viewer) -> Person:
    """Fetch a person with their posts: whoever held a seat or an office, and for officers whom their bodies know."""
    seated = sa.select(Appointment.id).where(Appointment.person_id == Person.id).exists()
    in_office = sa.select(Office.id).where(Office.person_id == Person.id).exists()
    ties = _ties(viewer.bodies(Role.OFFICER)) if viewer.bodies(Role.OFFICER) else []
    found = sa.select(Person).where(Person.id == person_id, sa.or_(seated, in_office, *ties))
    return db.session.scalars(found.options(WITH_POSTS)).unique().one()


def known(slug: str, person_id: int, *, viewer: Viewer) -> Known:
    """Fetch a person as a body knows them: by a name, a seat, an office or as a substitute."""
    body = db.session.scalars(sa.select(Body).where(Body.slug == slug)).one()
    found = sa.select(Person).where(Person.id == person_id, sa.or_(*_ties([body.id]))).options(WITH_POSTS)
    return Known(body, db.session.scalars(found).unique().one())


def _ties(body_ids: Sequence[int]) -> list[sa.ColumnElement[bool]]:
    seats = sa.select(Seat.id).where(Seat.body_id.in_(body_ids))
    return [
        Person.id.in_(sa.select(KnownAs.person_id).where(KnownAs.body_id.in_(body_ids))),
        Person.id.in_(sa.select(Appointment.person_id).where(Appointment.seat_id.in_(seats))),
        Person.id.in_(sa.select(Substitution.person_id).where(Substitution.seat_id.in_(seats))),
        Person.id.in_(sa.select(Office.person_id).where(Office.body_id.in_(body_ids))),
    ]


def registers_of(person: Person, *, since: date) -> Sequence[Body]:
    """List the bodies whose register shows somebody on a day or later: in a seat, an office or as a substitute."""
    seats = sa.select(Seat.body_id)
    held = seats.join(Seat.appointments).where(Appointment.person_id == person.id, _lasts(Appointment.until_on, since))
    stands_in = seats.join(Substitution, Substitution.seat_id == Seat.id).where(Substitution.person_id == person.id)
    office = sa.select(Office.body_id).where(Office.person_id == person.id, _lasts(Office.until_on, since))
    shown = (held, stands_in.where(_lasts(Substitution.until_on, since)), office)
    found = sa.select(Body).where(sa.or_(*(Body.id.in_(each) for each in shown)))
    return db.session.scalars(found.order_by(Body.name, Body.id)).all()


def _lasts(until: sa.orm.InstrumentedAttribute[date | None], since: date) -> sa.ColumnElement[bool]:
    return sa.or_(until.is_(None), until >= since)


def called(name: str, *, body_ids: Sequence[int]) -> list[Person]:
    """Find the people of some bodies by a name, with its rank or without."""
    rows = db.session.scalars(sa.select(Person).where(sa.or_(*_ties(body_ids))).order_by(Person.id)).all()
    exactly = [person for person in rows if person.name.casefold() == name.strip().casefold()]
    wanted = person_name(name).key
    return exactly or [person for person in rows if person_name(person.name).key == wanted]


def story(person: Person, *, viewer: Viewer) -> Story:
    """Gather everything on record of somebody in four statements."""
    mine = viewer.bodies(Role.OFFICER)
    home = _home(person, mine) if mine else None
    seat = joinedload(Appointment.seat).options(joinedload(Seat.body), joinedload(Seat.organisation))
    held = sa.select(Appointment).where(Appointment.person_id == person.id)
    held = held.options(seat, joinedload(Appointment.decision)).order_by(Appointment.from_on.desc(), Appointment.id)
    offices = sa.select(Office).where(Office.person_id == person.id)
    offices = offices.options(joinedload(Office.body), joinedload(Office.decision)).order_by(Office.from_on.desc())
    return Story(
        person=person,
        on=viewer.on,
        appointments=db.session.scalars(held).all(),
        offices=db.session.scalars(offices).all(),
        substitutions=_substitutions(person) if home else (),
        home=home,
    )


def _home(person: Person, body_ids: Sequence[int]) -> Body | None:
    """Find the first of these bodies that knows somebody."""
    mine = sa.select(Body).where(Body.id.in_(body_ids)).order_by(Body.parent_id.is_not(None), Body.name)
    held = sa.select(Seat.body_id).join(Seat.appointments).where(Appointment.person_id == person.id)
    stands_in = sa.select(Seat.body_id).join(Substitution, Substitution.seat_id == Seat.id)
    ties = [
        Body.id.in_(held),
        Body.id.in_(stands_in.where(Substitution.person_id == person.id)),
        Body.id.in_(sa.select(Office.body_id).where(Office.person_id == person.id)),
        Body.id.in_(sa.select(KnownAs.body_id).where(KnownAs.person_id == person.id)),
    ]
    return db.session.scalars(mine.where(sa.or_(*ties)).limit(1)).one_or_none()


def _substitutions(person: Person) -> Sequence[Substitution]:
    named = sa.select(Substitution).where(Substitution.person_id == person.id)
    seat = joinedload(Substitution.seat).options(joinedload(Seat.body), joinedload(Seat.organisation))
    named = named.options(seat, joinedload(Substitution.meeting))
    return db.session.scalars(named.order_by(Substitution.from_on.desc())).all()
