"""The actions of a seat, handed from whoever leaves it to whoever follows. They stay the seat's."""

from datetime import date

from shp_gov.audit import Actor
from shp_gov.models import Action, ActionEvent, Appointment, Happening, Person, Seat
from shp_gov.notifications import outbox
from shp_gov.queries import actions as queries
from shp_gov.services.action_history import happened


def to_successor(appointment: Appointment, before: Appointment | None, *, actor: Actor) -> None:
    """Hand the open actions of a seat to whoever takes it. Who left is told too, unless they were when they left."""
    person, was_told = appointment.person, before is None or before.ended_because is not None
    for action in queries.of_seat(appointment.seat):
        leaver = before.person if before else None
        event = _hand_over(action, leaver, person, from_on=appointment.from_on, actor=actor)
        outbox.action_handed_over(event, to=[person])
        if leaver is not None and leaver is not person and not was_told:
            outbox.action_handed_on(event, to=[leaver])


def without_successor(appointment: Appointment, *, from_on: date, actor: Actor) -> None:
    """Say of each open action of a seat that whoever had it leaves, and that it stays with the seat."""
    for action in queries.of_seat(appointment.seat):
        event = _hand_over(action, appointment.person, None, from_on=from_on, actor=actor)
        outbox.action_handed_on(event, to=[appointment.person])


def taken_back(
    seat: Seat, before: Person | None, after: Person | None, *, from_on: date, because: str, actor: Actor
) -> None:
    """Say of each open action of a seat to whom it goes back, because it had passed on by a mistake."""
    for action in queries.of_seat(seat):
        event = _hand_over(action, before, after, from_on=from_on, actor=actor, note=because)
        outbox.action_taken_away(event, to=[before] if before else [])
        outbox.action_handed_over(event, to=[after] if after else [])


def _hand_over(
    action: Action, before: Person | None, after: Person | None, *, from_on: date, actor: Actor, note: str | None = None
) -> ActionEvent:
    """Keep the action with its seat, and write down between whom it passes and when."""
    names = {"from": before.name if before else None, "to": after.name if after else None}
    return happened(action, Happening.HANDED_OVER, actor=actor, note=note, from_on=from_on.isoformat(), **names)
