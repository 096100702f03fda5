"""Messages about seats, offices, substitutes and cover: whether they are still due, and what they say."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from shp_gov.database import db
from shp_gov.models import Appointment, Base, Body, Message, Office, RoleHeld, Substitution
from shp_gov.notifications.email import link
from shp_gov.queries import owners

ABOUT: dict[str, type[Base]] = {
    "appointment": Appointment,
    "office": Office,
    "substitution": Substitution,
    "role_held": RoleHeld,
    "body": Body,
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
    if isinstance(row, Body):
        return None
    if row is None:
        return NO_LONGER_SO
    if isinstance(row, Substitution) and row.meeting_id is not None:
        return _of_one_meeting(message, row, on)
    if message.due:
        return None if message.due == f"until {row.until_on}" else NO_LONGER_SO
    return NO_LONGER_SO if row.until_on is not None and row.until_on < on else None


def _of_one_meeting(message: Message, row: Substitution, on: date) -> str | None:
    """Somebody stands in at one meeting until they are withdrawn; and is told of neither once the day has passed."""
    is_withdrawn = row.ended_because is not None
    is_so = is_withdrawn is (message.event == "substitute_withdrawn") and row.from_on >= on
    return None if is_so else NO_LONGER_SO


def _day(message: Message, row: Any) -> date:
    """Give the day that a message speaks of: the last, of what ends; otherwise the first."""
    day: date = row.until_on if message.due and row.until_on else row.from_on
    return day


def about(message: Message) -> About:
    """Give what a message says."""
    row: Any = db.session.get_one(ABOUT[message.subject_type], message.subject_id)
    if isinstance(row, Body):
        return About(row.id, _of_what_is_gone(row, message))
    seat = getattr(row, "seat", None)
    body = db.session.get_one(Body, seat.body_id if seat else row.body_id)
    facts = {
        "body": body.name,
        "seat": owners.seat_title(seat, on=_day(message, row)) if seat else "",
        "office": getattr(row, "kind", None) if isinstance(row, Office) else None,
        "from_on": row.from_on,
        "until_on": row.until_on,
        "meeting": getattr(row, "meeting", None),
        "kind": getattr(row, "kind", None),
        "reason": getattr(row, "reason", None),
        "role": getattr(row, "role", None),
        "for_whom": row.covers_for.name if isinstance(row, RoleHeld) and row.covers_for else "",
        "link": _page(row, body),
    }
    return About(body.id, facts)


def _page(row: Any, body: Body) -> str:
    """Lead to the members; whoever stands in at one meeting, to the page where they say whether they come."""
    if isinstance(row, Substitution) and row.meeting_id is not None:
        if row.ended_because is not None:
            return link("meetings.show", meeting_id=row.meeting_id)
        return link("replies.reply", meeting_id=row.meeting_id)
    return link("members.show", slug=body.slug)


def _of_what_is_gone(body: Body, message: Message) -> dict[str, Any]:
    from_on = date.fromisoformat(message.facts["from_on"])
    return {"body": body.name, "link": link("members.show", slug=body.slug), **message.facts, "from_on": from_on}
