"""Who sits where. When a seat changes hands its actions stay with it, and both people are told."""

from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.domain.words import long_day, plural
from shp_gov.models import Action, ActionEvent, Appointment, Decision, Happening, Person, Provenance, Seat
from shp_gov.notifications import outbox
from shp_gov.queries import actions as queries
from shp_gov.services.action_history import happened

FOREVER = date.max


class SeatTaken(DomainError):
    """Every place of this seat is filled on that day."""


class WrongTerm(DomainError):
    """A term of office cannot have these days."""


def appoint(
    person: Person,
    *,
    to: Seat,
    from_: date,
    actor: Actor,
    until: date | None = None,
    basis: str | None = None,
    decision: Decision | None = None,
) -> Appointment:
    """Put a person into a seat from a day on, and hand them the actions that are the seat's."""
    _require_in_order(from_, until)
    _require_room(to, person, from_, until)
    before = _last_holder(to, before=from_)
    by = decision.id if decision else None
    appointment = Appointment(seat=to, person=person, from_on=from_, until_on=until, basis=basis, decision_id=by)
    db.session.add(appointment)
    term: dict[str, Any] = {"from_on": from_, "until_on": until}
    audit.record("appointment.made", appointment, actor=actor, body_id=to.body_id, seat=to.title, **term)
    for action in queries.of_seat(to):
        event = _hand_over(action, before, person, from_on=from_, actor=actor)
        outbox.action_handed_over(event, to=[person])
    return appointment


def end(appointment: Appointment, *, last_day: date, actor: Actor) -> None:
    """End a term after its last day, and say so in the history of the seat's actions."""
    _require_in_order(appointment.from_on, last_day)
    if appointment.until_on is not None and appointment.until_on <= last_day:
        raise WrongTerm(f"This term ends on {long_day(appointment.until_on)} already.")
    appointment.until_on, appointment.provenance = last_day, Provenance.RECORDED
    seat = appointment.seat
    audit.record("appointment.ended", appointment, actor=actor, body_id=seat.body_id, until_on=last_day)
    for action in queries.of_seat(seat):
        event = _hand_over(action, appointment.person, None, from_on=last_day + timedelta(days=1), actor=actor)
        outbox.action_handed_on(event, to=[appointment.person])


def _require_in_order(first: date, last: date | None) -> None:
    if last is not None and last < first:
        raise WrongTerm(f"The last day cannot be before the first day, {long_day(first)}.")


def _require_room(seat: Seat, person: Person, first: date, last: date | None) -> None:
    """Refuse a term that the seat has no place for, or that the person has already."""
    until = sa.func.coalesce(Appointment.until_on, FOREVER)
    terms = sa.select(Appointment).where(Appointment.seat_id == seat.id, Appointment.from_on <= (last or FOREVER))
    held = db.session.scalars(terms.where(until >= first)).all()
    if any(term.person_id == person.id for term in held):
        raise SeatTaken(f"{person.name} has this seat already on {long_day(first)}.")
    if len(held) >= seat.places:
        names = ", ".join(term.person.name for term in held)
        raise SeatTaken(f"The seat has {plural(seat.places, 'place')}, held by {names}. End that term first.")


def _last_holder(seat: Seat, *, before: date) -> Person | None:
    terms = sa.select(Person).join(Appointment, Appointment.person_id == Person.id)
    ended = terms.where(Appointment.seat_id == seat.id, Appointment.until_on < before)
    return db.session.scalars(ended.order_by(Appointment.until_on.desc()).limit(1)).one_or_none()


def _hand_over(
    action: Action, before: Person | None, after: Person | None, *, from_on: date, actor: Actor
) -> ActionEvent:
    """Keep the action with its seat, and write down between whom it passes and when."""
    names = {"from": before.name if before else None, "to": after.name if after else None}
    return happened(action, Happening.HANDED_OVER, actor=actor, from_on=from_on.isoformat(), **names)
