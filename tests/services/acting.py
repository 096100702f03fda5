"""What the tests of actions share: the people, the history of an action, what somebody was told."""

from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.models import Action, AuditEvent, Message, Person, User

CLERK = Actor("Helen Ashby")


def told(who: Person | User) -> list[str]:
    """List the messages to somebody, oldest first."""
    db.session.flush()
    mine = Message.user_id == who.id if isinstance(who, User) else Message.recipient_id == who.id
    return [message.event for message in db.session.query(Message).where(mine).order_by(Message.id)]


def story(action: Action) -> list[str]:
    """List what happened to an action, oldest first."""
    db.session.flush()
    db.session.refresh(action, ["history"])
    return [event.happening.value for event in reversed(action.history)]


def last(action: Action):
    """Give what happened last."""
    story(action)
    return action.history[0]


def audited(subject) -> list[str]:
    """List the audit lines about something, oldest first."""
    db.session.commit()
    lines = db.session.query(AuditEvent).filter_by(subject_type=subject.__tablename__, subject_id=subject.id)
    return [line.event for line in lines.order_by(AuditEvent.sequence)]
