"""Changes to an action while its owner has it: another owner, another date, another action to wait for."""

from datetime import date

from shp_gov import clock
from shp_gov.audit import Actor
from shp_gov.domain import guards
from shp_gov.models import Action, Body, Happening, Organisation, Seat
from shp_gov.notifications import outbox
from shp_gov.queries import actions as queries
from shp_gov.services.action_history import answering, happened, take
from shp_gov.services.actions import LEAD, Owner, due_words, require_owner


def change_owner(action: Action, *, owner: Owner, reason: str, actor: Actor) -> None:
    """Give an action to another owner, with a reason, and tell both."""
    said = guards.require_words(reason, what="a reason for the change")
    take(action)
    guards.require_with_its_owner(action.state, what="the owner")
    guards.require_change(action.owner is owner, what="the owner")
    require_owner(owner, body_id=action.body_id)
    before, title = answering(action), action.owner_title
    for kind in (Seat, Organisation, Body):
        setattr(action, LEAD[kind], owner if isinstance(owner, kind) else None)
    names = {"from": title, "to": action.owner_title}
    event = happened(action, Happening.OWNER_CHANGED, actor=actor, note=said, **names)
    after = answering(action)
    outbox.action_taken_away(event, to=[person for person in before if person not in after])
    outbox.action_given(event, to=after)


def change_due_date(
    action: Action, *, due_on: date | None = None, by_next_meeting: bool = False, reason: str, actor: Actor
) -> None:
    """Move the day an action is due, with a reason, and tell its owner."""
    said = guards.require_words(reason, what="a reason for the change")
    day = queries.day_of_next_meeting(action.body_id, after=clock.today()) if by_next_meeting else due_on
    guards.require_next_meeting(day, by_next_meeting=by_next_meeting)
    guards.require_due(day, by_next_meeting=False, decided_on=action.assigned_on)
    take(action)
    guards.require_with_its_owner(action.state, what="the due date")
    guards.require_change(action.due_on == day, what="the due date")
    before = due_words(action) if action.due_on or action.is_due_by_next_meeting else "no date"
    action.due_on, action.is_due_by_next_meeting = day, False
    dates = {"from": before, "to": due_words(action)}
    event = happened(action, Happening.DUE_DATE_CHANGED, actor=actor, note=said, **dates)
    outbox.due_date_changed(event, to=answering(action))


def wait_for(action: Action, other: Action | None, *, actor: Actor, reason: str = "") -> None:
    """Let an action wait for another of its body, or for none. It is blocked until the other is finished."""
    take(action)
    guards.require_with_its_owner(action.state, what="what it waits for")
    guards.require_change(action.waits_for is other, what="what it waits for")
    if other is not None:
        guards.require_same_body(action.body_id, other.body_id)
        guards.require_no_circle(action.number, _chain(other))
    action.waits_for = other
    number = other.number if other else None
    happened(action, Happening.WAITS, actor=actor, note=reason.strip() or None, number=number)


def _chain(action: Action | None) -> list[int]:
    """List the numbers of an action and of all that it waits for in turn."""
    chain: list[int] = []
    while action is not None and action.number not in chain:
        chain.append(action.number)
        action = action.waits_for
    return chain
