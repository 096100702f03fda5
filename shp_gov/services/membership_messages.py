"""Messages about seats, offices, substitutes and cover: whether they are still due, and what they say."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from shp_gov.database import db
from shp_gov.models import Appointment, Base, Body, Message, Office, RoleHeld, Substitution
from shp_gov.notifications.email import link

ABOUT: dict[str, type[Base]] = {
    "appointment": Appointment,
    "office": Office,
    "substitution": Substitution,
    "role_held": RoleHeld,
}
NO_LONGER_SO = "it is no longer so"


@dataclass(frozen=True)
class About:
    """The body a message is about, and what it says."""

    body_id: int
    facts: dict[str, Any]


def not_due(message: Message, *, on: date) -> str | None:
    """Tell why a message is no longer due, if it is not: the row is gone, over, or changed since."""
    row: Any = db.session.get(ABOUT[message.subject_type], message.subject_id)
    if row is None:
        return NO_LONGER_SO
    if message.due:
        return None if message.due == f"until {row.until_on}" else NO_LONGER_SO
    return NO_LONGER_SO if row.until_on is not None and row.until_on < on else None


def about(message: Message) -> About:
    """Give what a message says."""
    row: Any = db.session.get_one(ABOUT[message.subject_type], message.subject_id)
    seat = getattr(row, "seat", None)
    body = db.session.get_one(Body, seat.body_id if seat else row.body_id)
    facts = {
        "body": body.name,
        "seat": seat.title if seat else "",
        "office": getattr(row, "kind", None) if isinstance(row, Office) else None,
        "from_on": row.from_on,
        "until_on": row.until_on,
        "meeting": getattr(row, "meeting", None),
        "kind": getattr(row, "kind", None),
        "reason": getattr(row, "reason", None),
        "role": getattr(row, "role", None),
        "for_whom": row.covers_for.name if isinstance(row, RoleHeld) and row.covers_for else "",
        "link": link("members.show", slug=body.slug),
    }
    return About(body.id, facts)
