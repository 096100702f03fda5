"""What every act on an action shares: take it alone, move it on, and write down what happened."""

from typing import Any

import sqlalchemy as sa

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.action_steps import target
from shp_gov.domain.words import and_list
from shp_gov.models import Action, ActionEvent, Happening, Person
from shp_gov.queries import actions as queries

AUDITED = {
    Happening.ASSIGNED: "action.assigned",
    Happening.STARTED: "action.started",
    Happening.NOTE: "action.progress_noted",
    Happening.COMPLETION_PROPOSED: "action.completion_proposed",
    Happening.RETURNED: "action.returned",
    Happening.VERIFIED: "action.verified",
    Happening.CLOSED: "action.closed",
    Happening.NOT_PROCEEDING: "action.dropped",
    Happening.REOPENED: "action.reopened",
    Happening.OWNER_CHANGED: "action.owner_changed",
    Happening.DUE_DATE_CHANGED: "action.due_date_changed",
    Happening.WAITS: "action.wait_changed",
    Happening.HANDED_OVER: "action.handed_over",
}


def take(action: Action) -> None:
    """Hold an action until the transaction ends, and read it as it is now."""
    db.session.flush()
    db.session.execute(sa.select(Action.id).where(Action.id == action.id).with_for_update())
    db.session.refresh(action, [attribute.key for attribute in sa.inspect(Action).column_attrs])


def move(action: Action, step: str) -> None:
    """Take a step, or refuse it with the reason."""
    take(action)
    action.state = target(step, action.state)


def happened(
    action: Action, happening: Happening, *, actor: Actor, note: str | None = None, **facts: Any
) -> ActionEvent:
    """Write down what happened: in the action's own history, and in the audit trail."""
    event = ActionEvent(
        action=action,
        happening=happening,
        at=clock.now(),
        by_id=actor.user_id,
        by_name=actor.name,
        holder_name=and_list(person.name for person in answering(action)) or None,
        note=note,
        facts=facts,
    )
    db.session.add(event)
    said: dict[str, str | None] = {"what": action.what} if happening is Happening.ASSIGNED else {"note": note}
    audit.record(AUDITED[happening], action, actor=actor, body_id=action.body_id, words=said, **facts)
    return event


def answering(action: Action) -> list[Person]:
    """List who answers for an action today."""
    db.session.flush()
    return queries.holders(action, on=clock.today())
