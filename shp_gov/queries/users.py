"""Accounts, and what their holders are to each body."""

from collections.abc import Sequence
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from shp_gov import clock
from shp_gov.database import db
from shp_gov.domain.names import person_name
from shp_gov.domain.permissions import Permission, Role, Term, Viewer
from shp_gov.models import Appointment, Body, Person, RoleHeld, Seat, Substitution, User

WITH_ROLES = selectinload(User.roles).options(joinedload(RoleHeld.body), joinedload(RoleHeld.covers_for))
WITH_BOTH = (joinedload(RoleHeld.user), joinedload(RoleHeld.covers_for))
WITH_ROLES_AT_ONCE = joinedload(User.roles).options(joinedload(RoleHeld.body), joinedload(RoleHeld.covers_for))

NO_MEETING = sa.cast(sa.null(), sa.Integer)


def find_by_session(session_id: str) -> User | None:
    """Find the account that a session belongs to: enabled, and of the same epoch. Its roles come with their bodies."""
    user_id, _, epoch = session_id.partition(".")
    if not (user_id.isdecimal() and epoch.isdecimal()):
        return None
    found = sa.select(User).where(User.id == int(user_id), User.epoch == int(epoch), User.is_enabled)
    return db.session.scalars(found.options(WITH_ROLES_AT_ONCE)).unique().one_or_none()


def find_by_email(email: str) -> User | None:
    """Find an account by its address, however it is capitalised."""
    return db.session.scalars(sa.select(User).where(User.email == email.strip().lower())).one_or_none()


def find_by_person(person: Person) -> User | None:
    """Find the open account of a person."""
    found = sa.select(User).where(User.person_id == person.id, User.is_enabled)
    return db.session.scalars(found.order_by(User.id)).first()


def get(user_id: int, *, viewer: Viewer) -> User:
    """Fetch an account with its person and roles. For whoever does not manage accounts none exists."""
    found = _for(viewer).where(User.id == user_id)
    return db.session.scalars(found.options(WITH_ROLES, joinedload(User.person))).one()


def role(user_id: int, role_id: int, *, viewer: Viewer) -> RoleHeld:
    """Fetch a role of an account, with its body."""
    held = sa.select(RoleHeld).join(RoleHeld.user).where(RoleHeld.id == role_id, RoleHeld.user_id == user_id)
    held = held.where(_manages(viewer)).options(joinedload(RoleHeld.body), joinedload(RoleHeld.user))
    return db.session.scalars(held).one()


def cover(cover_id: int, *, viewer: Viewer) -> RoleHeld:
    """Fetch cover in a body, with who covers for whom. It exists for those who may give it there."""
    held = sa.select(RoleHeld).where(RoleHeld.id == cover_id, RoleHeld.covers_for_id.is_not(None))
    return db.session.scalars(held.options(*WITH_BOTH, joinedload(RoleHeld.body))).one()


def covers(body: Body, *, on: date) -> Sequence[RoleHeld]:
    """List who covers for whom in a body, on a day or later."""
    held = sa.select(RoleHeld).where(RoleHeld.body_id == body.id, RoleHeld.covers_for_id.is_not(None))
    held = held.where(RoleHeld.until_on >= on).options(*WITH_BOTH)
    return db.session.scalars(held.order_by(RoleHeld.from_on, RoleHeld.id)).all()


def page(number: int, *, words: str, viewer: Viewer, size: int = 25) -> tuple[Sequence[User], int]:
    """List a page of accounts by name, those whose name or address holds these words, and count them all."""
    wanted = _for(viewer)
    if words:
        wanted = wanted.where(sa.or_(*(column.icontains(words, autoescape=True) for column in (User.name, User.email))))
    total = db.session.scalar(sa.select(sa.func.count()).select_from(wanted.subquery())) or 0
    rows = wanted.order_by(User.name, User.id).limit(size).offset((number - 1) * size)
    return db.session.scalars(rows.options(WITH_ROLES, joinedload(User.person))).all(), total


def _for(viewer: Viewer) -> sa.Select[User]:
    return sa.select(User).where(_manages(viewer))


def _manages(viewer: Viewer) -> sa.ColumnElement[bool]:
    return sa.true() if viewer.may(Permission.MANAGE_ACCOUNTS) else sa.false()


def people_called(name: str, *, body: Body) -> list[Person]:
    """Find the people of a body by their name, with its title or without."""
    seated = sa.select(Appointment.person_id).join(Appointment.seat).where(Seat.body_id == body.id)
    known = db.session.scalars(sa.select(Person).where(Person.id.in_(seated)).order_by(Person.id)).all()
    exactly = [person for person in known if (person.name or "").casefold() == name.strip().casefold()]
    wanted = person_name(name).key
    return exactly or [person for person in known if person.name and person_name(person.name).key == wanted]


def seats_held(viewer: Viewer) -> Sequence[Appointment]:
    """List the seats that the viewer holds today, with their bodies and organisations."""
    held = sa.select(Appointment).join(Appointment.seat).join(Seat.body)
    held = held.where(Appointment.person_id == viewer.person_id, Appointment.from_on <= viewer.on)
    held = held.where(sa.or_(Appointment.until_on.is_(None), Appointment.until_on >= viewer.on))
    seat = joinedload(Appointment.seat)
    seats = held.options(seat.joinedload(Seat.body), seat.joinedload(Seat.organisation))
    return db.session.scalars(seats.order_by(Body.name, Seat.position)).all()


def viewer_of(user: User | None, *, on: date | None = None) -> Viewer:
    """Tell what someone is to each body: the public where there is no account."""
    day = on or clock.today()
    if user is None:
        return Viewer(on=day)
    return Viewer(
        on=day,
        user_id=user.id,
        person_id=user.person_id,
        name=user.name,
        is_administrator=user.is_administrator,
        terms=(*(_term(held) for held in user.roles), *_seats_of(user.person_id)),
    )


def _term(held: RoleHeld) -> Term:
    return Term(held.role, held.body_id, held.from_on, held.until_on, held.meeting_id)


def _seats_of(person_id: int | None) -> list[Term]:
    if person_id is None:
        return []
    held = sa.select(Seat.body_id, Appointment.from_on, Appointment.until_on, NO_MEETING).join(Appointment.seat)
    named = sa.select(Seat.body_id, Substitution.from_on, Substitution.until_on, Substitution.meeting_id)
    named = named.join(Substitution.seat).where(
        Substitution.meeting_id.is_not(None), Substitution.ended_because.is_(None)
    )
    both = held.where(Appointment.person_id == person_id).union_all(named.where(Substitution.person_id == person_id))
    return [_of_seat(*row) for row in db.session.execute(both)]


def _of_seat(body_id: int, from_on: date, until_on: date | None, meeting_id: int | None) -> Term:
    """A seat makes a member; being named for one meeting makes a substitute at that meeting."""
    role = Role.MEMBER if meeting_id is None else Role.SUBSTITUTE
    return Term(role, body_id, from_on, until_on, meeting_id)
