"""Delivering the outbox: take a message alone, ask again whether it is still due, settle what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from shp_gov import clock
from shp_gov.database import db
from shp_gov.models import Action, Message
from shp_gov.notifications.email import Letter, compose
from shp_gov.queries import actions, officers, recipients
from shp_gov.queries.recipients import Recipient
from shp_gov.queries.visibility import PUBLISHED
from shp_gov.services import cycle_messages, membership_messages
from shp_gov.services.message_facts import facts_of, not_due, reminder_facts

REMINDERS = ("action_due_soon", "action_overdue")
HELD_WHILE_SENDING = timedelta(minutes=10)
TRY_AGAIN_AFTER = tuple(timedelta(minutes=m) for m in (0, 5, 30, 120, 360, 720, 1440))
OLDEST = timedelta(days=30)
PUT_OFF_AT = "put_off_at"
TOO_OLD = "not sent: it waited for 30 days"


@dataclass(frozen=True)
class Prepared:
    """A letter and the messages it carries: one, or all reminders of a person at once."""

    letter: Letter
    messages: Sequence[Message]


def waiting() -> list[int]:
    """List the messages that can be tried now, oldest first."""
    free = sa.select(Message.id).where(~Message.is_settled, _is_free())
    return list(db.session.scalars(free.order_by(Message.id)))


def unsettled() -> int:
    """Count the messages that are still to be sent, now or later."""
    return db.session.scalar(sa.select(sa.func.count()).where(~Message.is_settled)) or 0


def _is_free() -> sa.ColumnElement[bool]:
    return sa.or_(Message.try_after.is_(None), Message.try_after <= clock.now())


def take(number: int) -> list[Message]:
    """Take a message so that nobody else does, and with a reminder every other reminder of the same person."""
    message = db.session.get(Message, number, populate_existing=True)
    if message is None:
        return []
    wanted = Message.id == number
    if message.event in REMINDERS:
        mates = [Message.event.in_(REMINDERS), Message.recipient_id.is_not_distinct_from(message.recipient_id)]
        wanted = sa.and_(*mates, Message.user_id.is_not_distinct_from(message.user_id))
    held = sa.update(Message).where(wanted, ~Message.is_settled, _is_free())
    held = held.values(try_after=clock.now() + HELD_WHILE_SENDING, attempts=Message.attempts + 1)
    taken = db.session.scalars(held.returning(Message.id), execution_options={"synchronize_session": False}).all()
    found = sa.select(Message).where(Message.id.in_(taken)).order_by(Message.id)
    return list(db.session.scalars(found, execution_options={"populate_existing": True}))


def prepare(messages: Sequence[Message]) -> Prepared | None:
    """Write the letter for messages that are still due; settle or put back those that are not."""
    due = [message for message in messages if _is_due(message)]
    recipient = recipients.of(due[0], on=clock.today()) if due else None
    if recipient is None:
        return None
    letter = _reminder(due, recipient) if due[0].event in REMINDERS else _letter(due[0], recipient)
    return Prepared(letter, due)


def _is_due(message: Message) -> bool:
    if _waits_since(message) < clock.now() - OLDEST:
        return _settle(message, TOO_OLD)
    recipient = recipients.of(message, on=clock.today())
    if recipient is None:
        return _hold(message, "no address is known")
    if message.subject_type in membership_messages.ABOUT:
        why = membership_messages.not_due(message, on=clock.today())
        return _settle(message, f"not sent: {why}") if why else True
    if message.subject_type in cycle_messages.ABOUT:
        why = cycle_messages.not_due(message, viewer=recipient.viewer, on=clock.today())
        return _settle(message, f"not sent: {why}") if why else True
    return _is_action_due(message, recipient)


def _is_action_due(message: Message, recipient: Recipient) -> bool:
    action = db.session.get_one(Action, message.subject_id)
    if actions.find(action.id, viewer=recipient.viewer) is None:
        out = action.decision.minute.meeting.minutes_state in PUBLISHED
        return (
            _settle(message, "not sent: no longer theirs to know")
            if out
            else _put_off(message, "the minutes are a draft")
        )
    answer = not_due(message, action, recipient.viewer)
    if answer is None:
        return True
    return _put_off(message, answer.words) if answer.comes_later else _settle(message, f"not sent: {answer.words}")


def _settle(message: Message, outcome: str) -> bool:
    message.is_settled, message.outcome, message.try_after = True, outcome, None
    return False


def _hold(message: Message, outcome: str) -> bool:
    """Put a message back: it was not tried, and the next run asks again."""
    message.outcome, message.try_after, message.attempts = f"waits: {outcome}", None, message.attempts - 1
    return False


def _put_off(message: Message, outcome: str) -> bool:
    """Put a message back whose time has not come. Its days of waiting begin when it has."""
    message.facts = {**message.facts, PUT_OFF_AT: clock.now().isoformat()}
    return _hold(message, outcome)


def _waits_since(message: Message) -> datetime:
    put_off_at = message.facts.get(PUT_OFF_AT)
    return datetime.fromisoformat(put_off_at) if put_off_at else message.created_at


def _letter(message: Message, recipient: Recipient) -> Letter:
    for module in (membership_messages, cycle_messages):
        if message.subject_type in module.ABOUT:
            about = module.about(message)
            return _compose(message, recipient, about.body_id, about.facts)
    action = db.session.get_one(Action, message.subject_id)
    return _compose(message, recipient, action.body_id, facts_of(message, action))


def _reminder(messages: Sequence[Message], recipient: Recipient) -> Letter:
    due = [db.session.get_one(Action, message.subject_id) for message in messages]
    return compose(
        "action_reminder",
        message=messages[0].id,
        name=recipient.name,
        address=recipient.address,
        reply_to=_reply_to(due[0].body_id),
        **reminder_facts(due),
    )


def _compose(message: Message, recipient: Recipient, body_id: int, facts: dict[str, Any]) -> Letter:
    to = {"name": recipient.name, "address": recipient.address, "reply_to": _reply_to(body_id)}
    return compose(message.event, message=message.id, **to, **facts)


def _reply_to(body_id: int) -> str:
    clerks = officers.of_body(body_id, on=clock.today())
    return clerks[0].email if clerks else ""


def sent(prepared: Prepared) -> None:
    """Settle messages that the mail server took."""
    for message in prepared.messages:
        message.is_settled, message.outcome, message.try_after = True, "sent", None
        message.sent_at, message.sent_to = clock.now(), prepared.letter.address


def failed(messages: Sequence[Message], why: str) -> None:
    """Put messages back for a later try, or give up after the last."""
    for message in messages:
        if message.attempts > len(TRY_AGAIN_AFTER):
            _settle(message, f"given up after {message.attempts} tries: {why}")
            continue
        message.outcome = f"failed: {why}"
        message.try_after = clock.now() + TRY_AGAIN_AFTER[message.attempts - 1]


def put_back(messages: Sequence[Message], why: str) -> None:
    """Put messages back that were never tried, because the mail server could not be reached."""
    for message in messages:
        _hold(message, why)
