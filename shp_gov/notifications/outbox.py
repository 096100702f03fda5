"""What must be said to whom: one function for each message. It keeps facts, sends nothing and writes no words."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite

from shp_gov import clock
from shp_gov.database import db
from shp_gov.models import Action, ActionEvent, Appointment, Base, Message, Office, Person, RoleHeld, Substitution, User

Recipients = Iterable[Person | User]
INSERT: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def action_assigned(action: Action, *, to: Recipients) -> None:
    """Tell whoever answers for an action that it is theirs."""
    _tell("action_assigned", action, to=to)


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
    _tell("action_due_soon", action, to=to, due=due_on.isoformat())


def action_overdue(action: Action, *, due_on: date, to: Recipients) -> None:
    """Remind the owner once, after the day has passed."""
    _tell("action_overdue", action, to=to, due=due_on.isoformat())


def appointment_made(appointment: Appointment) -> None:
    """Tell somebody that they have a seat."""
    _tell("appointment_made", appointment, to=[appointment.person])


def appointment_ended(appointment: Appointment) -> None:
    """Tell somebody that their term in a seat ends."""
    _tell("appointment_ended", appointment, to=[appointment.person], due=f"until {appointment.until_on}")


def office_taken(office: Office) -> None:
    """Tell somebody that they hold an office."""
    _tell("office_taken", office, to=[office.person])


def office_left(office: Office) -> None:
    """Tell somebody that their term of office ends."""
    _tell("office_left", office, to=[office.person], due=f"until {office.until_on}")


def substitute_named(substitution: Substitution) -> None:
    """Tell somebody that they are named to stand in for a seat."""
    _tell("substitute_named", substitution, to=[substitution.person])


def cover_given(held: RoleHeld) -> None:
    """Tell a colleague that they have somebody's role for some days."""
    _tell("cover_given", held, to=[held.user])


def cover_ended(held: RoleHeld) -> None:
    """Tell a colleague that their cover ends sooner than they were told."""
    _tell("cover_ended", held, to=[held.user], due=f"until {held.until_on}")


def _tell_of(message: str, event: ActionEvent, to: Recipients) -> None:
    """Put in a message about something that happened: once for each happening."""
    db.session.flush()
    _tell(message, event.action, to=to, due=f"event {event.id}", event=event.id)


def _tell(message: str, about: Base, *, to: Recipients, due: str = "", **facts: Any) -> None:
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
