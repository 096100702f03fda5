"""What must be said to whom: one function for each message. It keeps facts, sends nothing and writes no words."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from shp_gov import clock
from shp_gov.database import db
from shp_gov.models import Action, ActionEvent, Appointment, Base, Message, Office, Person, RoleHeld, Substitution, User

Recipients = Iterable[Person | User]
INSERT: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def action_assigned(action: Action, *, to: Recipients) -> None:
    """Tell whoever answers for an action that it is theirs."""
    tell("action_assigned", action, to=to)


def completion_proposed(event: ActionEvent, *, to: Recipients) -> None:
    """Tell officers that the owner says an action is complete."""
    _tell_of("completion_proposed", event, to)


def action_returned(event: ActionEvent, *, to: Recipients) -> None:
    """Tell the owner that an action came back, and why."""
    _tell_of("action_returned", event, to)


def action_verified(event: ActionEvent, *, to: Recipients) -> None:
    """Tell the owner that an officer has seen that an action is complete."""
    _tell_of("action_verified", event, to)


def action_closed(event: ActionEvent, *, to: Recipients) -> None:
    """Tell the owner that the body agreed that an action is complete."""
    _tell_of("action_closed", event, to)


def action_dropped(event: ActionEvent, *, to: Recipients) -> None:
    """Tell the owner that the body decided not to go on with an action."""
    _tell_of("action_dropped", event, to)


def action_reopened(event: ActionEvent, *, to: Recipients) -> None:
    """Tell the owner that an action is open again, and why."""
    _tell_of("action_reopened", event, to)


def action_given(event: ActionEvent, *, to: Recipients) -> None:
    """Tell the new owner that an action is now theirs."""
    _tell_of("action_given", event, to)


def action_taken_away(event: ActionEvent, *, to: Recipients) -> None:
    """Tell the owner of before that an action is no longer theirs."""
    _tell_of("action_taken_away", event, to)


def due_date_changed(event: ActionEvent, *, to: Recipients) -> None:
    """Tell the owner that an action is due on another day."""
    _tell_of("due_date_changed", event, to)


def action_handed_over(event: ActionEvent, *, to: Recipients) -> None:
    """Tell whoever takes a seat that its actions come with it."""
    _tell_of("action_handed_over", event, to)


def action_handed_on(event: ActionEvent, *, to: Recipients) -> None:
    """Tell whoever leaves a seat that its actions stay with it."""
    _tell_of("action_handed_on", event, to)


def action_due_soon(action: Action, *, due_on: date, to: Recipients) -> None:
    """Remind the owner once, a while before the day."""
    tell("action_due_soon", action, to=to, due=due_on.isoformat())


def action_overdue(action: Action, *, due_on: date, to: Recipients) -> None:
    """Remind the owner once, after the day has passed."""
    tell("action_overdue", action, to=to, due=due_on.isoformat())


def appointment_made(appointment: Appointment) -> None:
    """Tell somebody that they have a seat."""
    tell("appointment_made", appointment, to=[appointment.person])


def appointment_ended(appointment: Appointment) -> None:
    """Tell somebody that their term in a seat ends."""
    tell("appointment_ended", appointment, to=[appointment.person], due=f"until {appointment.until_on}")


def appointment_withdrawn(appointment: Appointment) -> None:
    """Tell somebody who was told of a seat that it was a mistake."""
    if _was_told("appointment_made", appointment):
        _tell_of_what_is_gone("appointment_withdrawn", appointment, seat=appointment.seat.title)


def appointment_goes_on(appointment: Appointment) -> None:
    """Tell somebody who was told of the end of their term that it goes on."""
    if _was_told("appointment_ended", appointment):
        tell("appointment_goes_on", appointment, to=[appointment.person], due=f"until {appointment.until_on}")


def office_withdrawn(office: Office) -> None:
    """Tell somebody who was told of an office that it was a mistake."""
    if _was_told("office_taken", office):
        _tell_of_what_is_gone("office_withdrawn", office, office=office.kind.value)


def office_goes_on(office: Office) -> None:
    """Tell somebody who was told of the end of their term of office that it goes on."""
    if _was_told("office_left", office):
        tell("office_goes_on", office, to=[office.person], due=f"until {office.until_on}")


def office_taken(office: Office) -> None:
    """Tell somebody that they hold an office."""
    tell("office_taken", office, to=[office.person])


def office_left(office: Office) -> None:
    """Tell somebody that their term of office ends."""
    tell("office_left", office, to=[office.person], due=f"until {office.until_on}")


def substitute_named(substitution: Substitution) -> None:
    """Tell somebody that they are named to stand in for a seat."""
    tell("substitute_named", substitution, to=[substitution.person])


def substitute_named_again(substitution: Substitution) -> None:
    """Tell somebody who was told that they need not come that they stand in after all."""
    tell("substitute_named", substitution, to=[substitution.person], due=f"again {clock.now().isoformat()}")


def substitute_withdrawn(substitution: Substitution) -> None:
    """Tell somebody who was told that they stand in at a meeting that they need not come."""
    if _was_told("substitute_named", substitution):
        due = f"withdrawn {clock.now().isoformat()}"
        tell("substitute_withdrawn", substitution, to=[substitution.person], due=due)


def cover_given(held: RoleHeld) -> None:
    """Tell a colleague that they have somebody's role for some days."""
    tell("cover_given", held, to=[held.user])


def cover_ended(held: RoleHeld) -> None:
    """Tell a colleague that their cover ends sooner than they were told."""
    tell("cover_ended", held, to=[held.user], due=f"until {held.until_on}")


def _was_told(message: str, row: Appointment | Office | Substitution) -> bool:
    """Tell whether a message was sent. One that was not is kept back by itself when it is no longer so."""
    sent = sa.select(Message.id).where(Message.event == message, Message.sent_at.is_not(None))
    about = sent.where(Message.subject_type == row.__tablename__, Message.subject_id == row.id)
    return db.session.scalar(about.limit(1)) is not None


def _tell_of_what_is_gone(message: str, row: Appointment | Office, **facts: str) -> None:
    """Put in a message about a row that leaves the register: it keeps its own facts."""
    from_on = row.from_on.isoformat()
    tell(message, row.body, to=[row.person], due=f"{row.__tablename__} {row.id}", from_on=from_on, **facts)


def _tell_of(message: str, event: ActionEvent, to: Recipients) -> None:
    """Put in a message about something that happened: once for each happening."""
    db.session.flush()
    tell(message, event.action, to=to, due=f"event {event.id}", event=event.id)


def tell(message: str, about: Base, *, to: Recipients, due: str = "", **facts: Any) -> None:
    """Put a message for each recipient into the outbox, unless it is there or was sent before."""
    db.session.flush()
    shared = {"event": message, "subject_type": about.__tablename__, "subject_id": about.id, "due": due, "facts": facts}
    rows = [{**shared, **_key(recipient), "created_at": clock.now()} for recipient in to]
    if rows:
        insert = INSERT[db.session.get_bind().dialect.name]
        db.session.execute(insert(Message).values(rows).on_conflict_do_nothing())


def _key(recipient: Person | User) -> dict[str, int | None]:
    """Name a recipient: as a person where the account is somebody's in the register, so that nobody is told twice."""
    person_id = recipient.person_id if isinstance(recipient, User) else recipient.id
    return {"recipient_id": person_id, "user_id": None if person_id else recipient.id}
