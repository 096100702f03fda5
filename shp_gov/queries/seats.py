"""One seat: everybody who ever held it, who may stand in, and its open actions."""

from collections.abc import Sequence
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov.database import db
from shp_gov.domain.permissions import Viewer
from shp_gov.domain.workflows import UNFINISHED
from shp_gov.models import Action, Appointment, Office, Seat, Substitution
from shp_gov.queries.members import Line, Term, holders, vacant_since
from shp_gov.queries.organisations import WITH_DATED_NAMES
from shp_gov.queries.people import WITH_POSTS
from shp_gov.queries.visibility import visible_actions

WITH_SEAT = (joinedload(Seat.body), joinedload(Seat.organisation).options(WITH_DATED_NAMES))
PAGE = 25


def get(seat_id: int, *, viewer: Viewer) -> Seat:
    """Fetch a seat with its body. Every seat is public."""
    return db.session.scalars(sa.select(Seat).where(Seat.id == seat_id).options(*WITH_SEAT)).unique().one()


def appointment(appointment_id: int, *, viewer: Viewer) -> Appointment:
    """Fetch an appointment with its person, seat and body."""
    found = sa.select(Appointment).where(Appointment.id == appointment_id)
    seat = joinedload(Appointment.seat).options(*WITH_SEAT)
    found = found.options(seat, joinedload(Appointment.person).options(WITH_POSTS))
    return db.session.scalars(found).unique().one()


def substitution(substitution_id: int, *, viewer: Viewer) -> Substitution:
    """Fetch a naming of a substitute with its person, seat and body."""
    found = sa.select(Substitution).where(Substitution.id == substitution_id)
    found = found.options(joinedload(Substitution.seat).options(*WITH_SEAT), joinedload(Substitution.person))
    return db.session.scalars(found).unique().one()


def office(office_id: int, *, viewer: Viewer) -> Office:
    """Fetch a term of office with its person and body."""
    found = sa.select(Office).where(Office.id == office_id)
    return db.session.scalars(found.options(joinedload(Office.person), joinedload(Office.body))).one()


def history(seat: Seat, *, on: date) -> Line:
    """Tell who holds a seat on a day, who held it before and who is to follow."""
    held = sa.select(Appointment).where(Appointment.seat_id == seat.id)
    held = held.options(joinedload(Appointment.person).options(WITH_POSTS), joinedload(Appointment.decision))
    rows = db.session.scalars(held.order_by(Appointment.from_on, Appointment.id)).unique().all()
    held_now = holders(rows, places=seat.places, on=on)
    others = tuple(Term(row, row.until_on or row.from_on, True) for row in reversed(rows) if not row.covers(on))
    since = vacant_since(seat, rows, places=seat.places, on=on) if len(held_now) < seat.places else None
    return Line(seat, held_now, tuple(_substitutions(seat)), others, since, on)


def _substitutions(seat: Seat) -> Sequence[Substitution]:
    named = sa.select(Substitution).where(Substitution.seat_id == seat.id)
    named = named.options(joinedload(Substitution.person).options(WITH_POSTS), joinedload(Substitution.meeting))
    return db.session.scalars(named.order_by(Substitution.from_on.desc(), Substitution.id.desc())).unique().all()


def open_actions(seat: Seat, *, viewer: Viewer, page: int = 1) -> tuple[Sequence[Action], int]:
    """List a page of the unfinished actions of a seat that exist for the viewer, soonest due first; count them all."""
    found = visible_actions(viewer).where(Action.seat_id == seat.id, Action.state.in_(UNFINISHED))
    total = db.session.scalar(found.with_only_columns(sa.func.count(Action.id))) or 0
    soonest = found.order_by(Action.due_on.is_(None), Action.due_on, Action.number)
    return db.session.scalars(soonest.limit(PAGE).offset((page - 1) * PAGE)).all(), total
