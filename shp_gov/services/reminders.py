"""What is due to be said: an action that is due soon, or overdue, once for each due date."""

from datetime import date, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov import clock
from shp_gov.database import db
from shp_gov.domain.workflows import WITH_THE_OWNER
from shp_gov.models import Action, Decision, Message, Minute
from shp_gov.notifications import outbox
from shp_gov.queries.actions import due_expression
from shp_gov.services.action_history import answering

SOON = timedelta(days=7)


def remind() -> int:
    """Put a reminder into the outbox for every action due within a week or overdue that has none for its date."""
    today = clock.today()
    found = db.session.execute(_unsaid().where(due_expression() <= today + SOON)).all()
    for action, due_on in found:
        assert due_on is not None, "a date that lies before another is a date"
        say = outbox.action_overdue if due_on < today else outbox.action_due_soon
        say(action, due_on=due_on, to=answering(action))
    return len(found)


def _unsaid() -> sa.Select[Action, date | None]:
    """Select the actions whose owner was told neither of their date, soon or past, as it now stands."""
    said = sa.select(Message.id).where(Message.subject_type == "action", Message.subject_id == Action.id)
    said = said.where(Message.due == sa.cast(due_expression(), sa.Text), Message.event == _kind())
    actions = sa.select(Action, due_expression()).join(Action.decision).join(Decision.minute).join(Minute.meeting)
    unsaid = actions.where(Action.state.in_(WITH_THE_OWNER), ~said.correlate_except(Message).exists())
    return unsaid.options(joinedload(Action.seat))


def _kind() -> sa.ColumnElement[str]:
    return sa.case((due_expression() < clock.today(), "action_overdue"), else_="action_due_soon")
