"""Taking back what was recorded wrongly of seats and offices. It leaves the register; the audit trail keeps it."""

from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import guards
from shp_gov.domain.errors import DomainError
from shp_gov.domain.words import long_day
from shp_gov.models import Appointment, AppointmentKind, Office, Person, Provenance, Seat
from shp_gov.notifications import outbox
from shp_gov.queries import printed
from shp_gov.services import appointments, by_hand, handing_over
from shp_gov.services.appointments import BY_A_LATER_TERM, ONE_DAY


class CannotWithdraw(DomainError):
    """What was recorded cannot be withdrawn like this."""


def withdraw_appointment(appointment: Appointment, *, because: str, actor: Actor) -> None:
    """Take an appointment back that should never have been recorded, and its actions to whoever had them."""
    said = guards.require_words(because, what="a reason")
    seat, person = appointment.seat, appointment.person
    appointments.take(seat, appointment)
    _require_by_hand(appointment.provenance)
    _require_last_in_a_row(appointment)
    outbox.appointment_withdrawn(appointment)
    facts = {"seat": seat.title, "seat_id": seat.id, "person": person.id, "kind": appointment.kind}
    _gone("appointment.withdrawn", appointment, because=said, actor=actor, body_id=seat.body_id, **facts)
    before = _goes_on(seat, person, appointment.from_on - ONE_DAY, because=said, actor=actor)
    if before is None or before.person is not person:
        _hand_back(seat, person, appointment, because=said, actor=actor)
    appointments.let_a_co_opted_seat_last(seat)
    if appointment.kind is AppointmentKind.CO_OPTION:
        _without_a_member(seat, appointment.from_on, actor=actor)


def withdraw_end(appointment: Appointment, *, because: str, actor: Actor) -> None:
    """Take the end of an appointment back. The term lasts as it was agreed, and the actions stay with its holder."""
    said = guards.require_words(because, what="a reason")
    seat = appointment.seat
    appointments.take(seat, appointment)
    _require_ended(appointment.ended_because, appointment.until_on)
    if appointment.ended_because in BY_A_LATER_TERM:
        raise CannotWithdraw("It ended because of a later appointment. Withdraw that one, and this term goes on.")
    from_on = (appointment.until_on or date.max) + ONE_DAY
    appointments.require_on_the_body(seat, from_on)
    appointments.require_room(seat, appointment.person, from_on, appointment.agreed_until_on)
    _let_it_last(appointment, because=said, actor=actor)
    appointments.let_a_co_opted_seat_last(seat)
    handing_over.taken_back(seat, None, appointment.person, from_on=from_on, because=said, actor=actor)
    outbox.appointment_goes_on(appointment)


def withdraw_office(office: Office, *, because: str, actor: Actor) -> None:
    """Take a term of office back that should never have been recorded."""
    said = guards.require_words(because, what="a reason")
    by_hand.take_offices(office.body_id, office)
    _require_by_hand(office.provenance)
    outbox.office_withdrawn(office)
    facts = {"kind": office.kind, "person": office.person_id}
    _gone("office.withdrawn", office, because=said, actor=actor, body_id=office.body_id, **facts)


def withdraw_end_of_office(office: Office, *, because: str, actor: Actor) -> None:
    """Take the end of a term of office back. It lasts as it was agreed."""
    said = guards.require_words(because, what="a reason")
    by_hand.take_offices(office.body_id, office)
    _require_ended(office.ended_because, office.until_on)
    by_hand.require_free(office.kind, office.body, (office.until_on or date.max) + ONE_DAY, office.agreed_until_on)
    _let_it_last(office, because=said, actor=actor)
    outbox.office_goes_on(office)


def _gone(event: str, row: Appointment | Office, *, because: str, actor: Actor, body_id: int, **facts: Any) -> None:
    """Write down all that is withdrawn, and take it out of the register."""
    words = {"because": because, "basis": row.basis, "who": row.person.name}
    days = {"from_on": row.from_on, "until_on": row.until_on, "decision": row.decision_id}
    audit.record(event, row, actor=actor, body_id=body_id, words=words, **days, **facts)
    db.session.delete(row)
    db.session.flush()


def _let_it_last(row: Appointment | Office, *, because: str, actor: Actor) -> None:
    words = {"because": because, "was": row.ended_because}
    days = {"was_until_on": row.until_on, "until_on": row.agreed_until_on}
    row.until_on, row.agreed_until_on, row.ended_because = row.agreed_until_on, None, None
    event = f"{row.__tablename__}.end_withdrawn"
    audit.record(event, row, actor=actor, body_id=row.body_id, words=words, **days)


def _goes_on(seat: Seat, person: Person, last_day: date, *, because: str, actor: Actor) -> Appointment | None:
    """Let the term go on that ended only because this one began."""
    held = sa.select(Appointment).where(Appointment.seat_id == seat.id, Appointment.until_on == last_day)
    ended = held.where(Appointment.ended_because.in_(BY_A_LATER_TERM))
    rows = db.session.scalars(ended.order_by(Appointment.person_id != person.id)).all()
    for row in rows:
        _let_it_last(row, because=because, actor=actor)
    return rows[0] if rows else None


def _hand_back(seat: Seat, leaver: Person, gone: Appointment, *, because: str, actor: Actor) -> None:
    """Give the actions back to whoever has the seat without the term that is gone, unless that was over."""
    on = max(clock.today(), gone.from_on)
    if gone.covers(on):
        held = sa.select(Appointment).where(Appointment.seat_id == seat.id).order_by(Appointment.from_on)
        holder = next((row.person for row in db.session.scalars(held) if row.covers(on)), None)
        handing_over.taken_back(seat, leaver, holder, from_on=gone.from_on, because=because, actor=actor)


def _without_a_member(seat: Seat, first: date, *, actor: Actor) -> None:
    """Take a co-opted seat out that has nobody left, or end it where its actions or papers need it."""
    if db.session.scalar(sa.select(Appointment.id).where(Appointment.seat_id == seat.id).limit(1)) is not None:
        return
    if printed.is_relied_on(seat):
        seat.active_until = max(seat.active_from or first, first)
        audit.record("seat.ended", seat, actor=actor, body_id=seat.body_id, title=seat.title, until_on=first)
    else:
        audit.record("seat.withdrawn", seat, actor=actor, body_id=seat.body_id, title=seat.title)
        db.session.delete(seat)
    db.session.flush()


def _require_by_hand(provenance: Provenance) -> None:
    if provenance is not Provenance.RECORDED:
        raise CannotWithdraw("This was worked out from printed packs. Undo the pack that says so, or record its end.")


def _require_last_in_a_row(appointment: Appointment) -> None:
    if appointment.until_on is None:
        return
    after = appointment.until_on + timedelta(days=1)
    next_term = sa.select(Appointment).where(Appointment.seat_id == appointment.seat_id, Appointment.from_on == after)
    if db.session.scalars(next_term.where(Appointment.person_id == appointment.person_id)).first():
        who, day = appointment.person.name, long_day(after)
        raise CannotWithdraw(f"{who} has another term from {day}, which goes on from this one. Withdraw that first.")


def _require_ended(because: str | None, until_on: date | None) -> None:
    if because is None or until_on is None:
        raise CannotWithdraw("No end was recorded, so there is nothing to withdraw.")
