"""A minute that comes in between: of an urgent item, or of a resolution. Those after it take the next numbers."""

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.models import AgendaItem, Meeting, Minute
from shp_gov.queries import minuting
from shp_gov.services import minute_steps, room
from shp_gov.services.minute_steps import NewMinute

OUT_OF_THE_WAY = 10_000


def insert(meeting: Meeting, new: NewMinute, *, before: Minute | None, actor: Actor) -> Minute:
    """Take a minute and put it before another; last where none is named. Numbers follow the order."""
    room.take_in_progress(meeting)
    db.session.expire(meeting, ["minutes"])
    return place(minute_steps.take(meeting, new, actor=actor), before=before, actor=actor)


def of_item(item: AgendaItem, *, before: Minute | None, actor: Actor) -> Minute:
    """Begin the minute of an item that came late, before another; last where none is named."""
    meeting = item.meeting
    room.take_in_progress(meeting)
    db.session.expire(meeting, ["minutes"])
    return place(room.minute_of(item, actor=actor), before=before, actor=actor)


def place(minute: Minute, *, before: Minute | None, actor: Actor) -> Minute:
    """Put a minute before another, and let numbers and places follow the order."""
    db.session.flush()
    rows = [row for row in minuting.minutes_of(minute.meeting) if row is not minute]
    at = rows.index(before) if before in rows else len(rows)
    _renumber([*rows[:at], minute, *rows[at:]])
    audit.record("minute.placed", minute, actor=actor, body_id=minute.meeting.body_id, position=minute.position)
    return minute


def _renumber(rows: list[Minute]) -> None:
    numbers = sorted(row.number for row in rows if row.number is not None)
    if len(numbers) == len(rows):
        for row, number in zip(rows, numbers, strict=True):
            row.number, row.number_printed = number, str(number)
    for step in (OUT_OF_THE_WAY, 0):
        for position, row in enumerate(rows, start=1):
            row.position = step + position
        db.session.flush()
