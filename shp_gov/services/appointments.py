"""Who sits where. When a seat changes hands its actions stay with it, and both people are told."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import guards
from shp_gov.domain.errors import DomainError
from shp_gov.domain.words import long_day, plural
from shp_gov.models import Appointment, AppointmentKind, Decision, Person, Provenance, Seat
from shp_gov.notifications import outbox
from shp_gov.services import handing_over

FOREVER = date.max
ONE_DAY = timedelta(days=1)
FOLLOWED = "Somebody was appointed to the seat."
REAPPOINTED = "Appointed again."
BY_A_LATER_TERM = (FOLLOWED, REAPPOINTED)


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
    kind: AppointmentKind = AppointmentKind.TERM,
    reason: str | None = None,
) -> Appointment:
    """Put a person into a seat from a day on, and hand them the actions that are the seat's."""
    _require_days(from_, until)
    take(to)
    _end_holding_over(to, before=from_, actor=actor)
    require_on_the_body(to, from_)
    require_room(to, person, from_, until)
    before = _last_term(to, before=from_)
    appointment = Appointment(seat=to, person=person, from_on=from_, until_on=until, basis=basis, kind=kind)
    appointment.decision, appointment.reason = decision, reason
    db.session.add(appointment)
    let_a_co_opted_seat_last(to)
    term: dict[str, Any] = {"from_on": from_, "until_on": until, "kind": kind}
    said = {"basis": basis, "reason": reason}
    audit.record("appointment.made", appointment, actor=actor, body_id=to.body_id, seat=to.title, words=said, **term)
    if before is None or before.person is not person or before.until_on != from_ - ONE_DAY:
        handing_over.to_successor(appointment, before, actor=actor)
        outbox.appointment_made(appointment)
    return appointment


def end(appointment: Appointment, *, last_day: date, because: str, actor: Actor) -> None:
    """End a term after its last day, and say so in the history of the seat's actions."""
    _require_in_order(appointment.from_on, last_day)
    if appointment.until_on is not None and appointment.until_on <= last_day:
        raise WrongTerm(f"This term ends on {long_day(appointment.until_on)} already.")
    if later := _held_over(appointment):
        raise WrongTerm(f"{later.person.name} is held over past this term. End the holding over instead.")
    _end(appointment, last_day=last_day, because=because, actor=actor)
    let_a_co_opted_seat_last(appointment.seat)
    handing_over.without_successor(appointment, from_on=last_day + ONE_DAY, actor=actor)
    outbox.appointment_ended(appointment)


def reappoint(
    appointment: Appointment,
    *,
    from_: date,
    actor: Actor,
    until: date | None = None,
    basis: str | None = None,
    decision: Decision | None = None,
) -> Appointment:
    """Give whoever holds a seat, or last held it, another term. The term before keeps its days."""
    if from_ <= appointment.from_on:
        raise WrongTerm(f"The new term must begin after {long_day(appointment.from_on)}, when the old one began.")
    if appointment.until_on is None or appointment.until_on >= from_:
        _end(appointment, last_day=from_ - ONE_DAY, because=REAPPOINTED, actor=actor)
    terms: dict[str, Any] = {"from_": from_, "until": until, "basis": basis, "decision": decision}
    if appointment.kind is AppointmentKind.CO_OPTION:
        terms |= {"kind": appointment.kind, "reason": appointment.reason}
    return appoint(appointment.person, to=appointment.seat, actor=actor, **terms)


def hold_over(appointment: Appointment, *, because: str, actor: Actor, until: date | None = None) -> Appointment:
    """Let somebody stay past the end of their term, until a day or until somebody is appointed."""
    if appointment.until_on is None:
        raise WrongTerm("This term has no last day, so there is nothing to hold over.")
    if appointment.kind is AppointmentKind.HOLD_OVER:
        raise WrongTerm("This is a holding over already. Appoint them again, or appoint somebody else.")
    first = appointment.until_on + ONE_DAY
    return appoint(
        appointment.person,
        to=appointment.seat,
        from_=first,
        until=until,
        reason=because,
        kind=AppointmentKind.HOLD_OVER,
        actor=actor,
    )


def _end(appointment: Appointment, *, last_day: date, because: str, actor: Actor) -> None:
    if appointment.ended_because is None:
        appointment.agreed_until_on = appointment.until_on
    appointment.until_on, appointment.provenance = last_day, Provenance.RECORDED
    appointment.ended_because = because
    facts: dict[str, Any] = {"body_id": appointment.seat.body_id, "until_on": last_day}
    audit.record("appointment.ended", appointment, actor=actor, words={"because": because}, **facts)


def _end_holding_over(seat: Seat, *, before: date, actor: Actor) -> None:
    """Somebody held over without an end stays until the seat is filled; who follows ends it."""
    terms = sa.select(Appointment).where(Appointment.seat_id == seat.id, Appointment.until_on.is_(None))
    held = terms.where(Appointment.kind == AppointmentKind.HOLD_OVER, Appointment.from_on < before)
    for row in db.session.scalars(held):
        _end(row, last_day=before - ONE_DAY, because=FOLLOWED, actor=actor)


def _held_over(appointment: Appointment) -> Appointment | None:
    if appointment.until_on is None:
        return None
    terms = sa.select(Appointment).where(Appointment.seat_id == appointment.seat_id)
    terms = terms.where(Appointment.person_id == appointment.person_id, Appointment.kind == AppointmentKind.HOLD_OVER)
    return db.session.scalars(terms.where(Appointment.from_on == appointment.until_on + ONE_DAY)).first()


def take(seat: Seat, *terms: Appointment) -> None:
    """Let nobody else change who has this seat before this transaction ends, and read these terms as they are now."""
    db.session.flush()
    db.session.execute(sa.select(Seat.id).where(Seat.id == seat.id).with_for_update())
    for term in terms:
        db.session.refresh(term, [attribute.key for attribute in sa.inspect(Appointment).column_attrs])


def _require_days(first: date, last: date | None) -> None:
    guards.require_near(first, today=clock.today())
    _require_in_order(first, last)


def _require_in_order(first: date, last: date | None) -> None:
    if last is not None and last < first:
        raise WrongTerm(f"The last day cannot be before the first day, {long_day(first)}.")


def require_on_the_body(seat: Seat, first: date) -> None:
    """Refuse a term that begins after the seat ended."""
    last = seat.active_until
    if last is not None and last < (first - ONE_DAY if _is_of_a_co_option(seat) else first):
        raise WrongTerm(f"The seat ended on {long_day(last)}. Nobody can be appointed to it after that day.")


def require_room(seat: Seat, person: Person, first: date, last: date | None) -> None:
    """Refuse a term that the seat has no place for, or that the person has already."""
    until = sa.func.coalesce(Appointment.until_on, FOREVER)
    terms = sa.select(Appointment).where(Appointment.seat_id == seat.id, Appointment.from_on <= (last or FOREVER))
    held = db.session.scalars(terms.where(until >= first).order_by(Appointment.from_on)).all()
    if any(term.person_id == person.id for term in held):
        raise SeatTaken(f"{person.name} has this seat already on {long_day(first)}.")
    if most_at_once(held, first) >= seat.places:
        names = ", ".join(dict.fromkeys(term.person.name for term in held))
        raise SeatTaken(f"The seat has {plural(seat.places, 'place')}, held by {names}. End that term first.")


def most_at_once(held: Sequence[Appointment], first: date) -> int:
    """Count the most people in a seat on any day from a day on."""
    days = [max(term.from_on, first) for term in held]
    return max((sum(term.covers(day) for term in held) for day in days), default=0)


def let_a_co_opted_seat_last(seat: Seat) -> None:
    """Let a seat that the body made for whom it co-opted end with them: without them it is not vacant, it is over."""
    if _is_of_a_co_option(seat):
        ends = db.session.scalars(sa.select(Appointment.until_on).where(Appointment.seat_id == seat.id)).all()
        seat.active_until = None if None in ends else max(end for end in ends if end)


def _is_of_a_co_option(seat: Seat) -> bool:
    db.session.flush()
    chosen = sa.select(Appointment.id).where(Appointment.seat_id == seat.id)
    chosen = chosen.where(Appointment.kind == AppointmentKind.CO_OPTION)
    return db.session.scalars(chosen.limit(1)).first() is not None


def _last_term(seat: Seat, *, before: date) -> Appointment | None:
    ended = sa.select(Appointment).where(Appointment.seat_id == seat.id, Appointment.until_on < before)
    return db.session.scalars(ended.order_by(Appointment.until_on.desc(), Appointment.id.desc()).limit(1)).one_or_none()
