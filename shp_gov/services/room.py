"""A meeting in its room: opened with a minute for each item, closed when every item has an outcome."""

from datetime import date, time

import sqlalchemy as sa

from shp_gov import clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import proceedings
from shp_gov.domain.coming_and_going import require_over
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import AgendaItem, ItemOutcome, Meeting, Minute
from shp_gov.queries import minuting, reports
from shp_gov.queries import proceedings as in_room
from shp_gov.services import carrying, decision_lists, meeting_steps, minute_steps, minutes_drafting, minutes_happened
from shp_gov.services.minute_steps import NewMinute


def take(meeting: Meeting) -> None:
    """Hold a meeting until the transaction ends, and read it as it is now."""
    db.session.flush()
    db.session.execute(sa.select(Meeting.id).where(Meeting.id == meeting.id).with_for_update())
    db.session.refresh(meeting, [attribute.key for attribute in sa.inspect(Meeting).column_attrs])


def take_in_progress(meeting: Meeting) -> None:
    """Hold a meeting that goes on; refuse one that has not begun, or is closed."""
    take(meeting)
    _require_in_progress(meeting)


def take_while_written(meeting: Meeting) -> None:
    """Hold a meeting that goes on, or one that is closed while its minutes are still being written."""
    take(meeting)
    if meeting.state is MeetingState.CLOSED and meeting.minutes_state is not None:
        minute_steps.require_words_may_change(meeting, while_=minute_steps.WRITTEN_IN)
    else:
        _require_in_progress(meeting)


def _require_in_progress(meeting: Meeting) -> None:
    if meeting.state is not MeetingState.IN_PROGRESS:
        is_over = meeting.state is MeetingState.CLOSED
        raise proceedings.NotNow(
            "This meeting is closed. Nothing more is recorded of it here."
            if is_over
            else "This meeting is not open. Open it first."
        )


def open_(meeting: Meeting, *, at: time, actor: Actor) -> None:
    """Open a meeting. Each item of its agenda has its minute from now on; one that was withdrawn has its outcome."""
    take(meeting)
    proceedings.require_its_day(meeting.on, today=clock.today())
    meeting_steps.open_(meeting, at=at, actor=actor)
    purposes = reports.purposes(meeting)
    for item in minuting.items_of(meeting):
        if item.withdrawn_because:
            item.outcome, item.outcome_words = ItemOutcome.WITHDRAWN, item.withdrawn_because
        else:
            minute_of(item, purpose=purposes.get(item.id), actor=actor)


def minute_of(item: AgendaItem, *, purpose: str | None = None, actor: Actor) -> Minute:
    """Begin the minute of an item: exempt if the item is, urgent if the item is."""
    new = NewMinute(
        title=item.title,
        presenter=item.presenter,
        purpose=purpose,
        urgent_ruling=item.urgency_reason if item.is_urgent else None,
        public_title=item.public_title,
        exempt_paragraph=item.exempt_paragraph if item.is_exempt else None,
    )
    minute = minute_steps.take(item.meeting, new, item=item, actor=actor)
    minute.is_exempt, minute.public_interest_reason = item.is_exempt, item.public_interest_reason
    return minute


def close(
    meeting: Meeting,
    *,
    at: time,
    actor: Actor,
    next_on: date | None = None,
    next_starts_at: time | None = None,
    next_venue: str | None = None,
) -> None:
    """Close a meeting, once every item has an outcome. What the record knows and nobody wrote goes into the minutes."""
    take(meeting)
    if meeting.state is MeetingState.IN_PROGRESS:
        proceedings.require_every_outcome(minuting.waiting(meeting))
    proceedings.require_in_order(at, started_at=None, last_at=in_room.so_far(meeting).last_at)
    for line in in_room.lines(meeting):
        require_over(line.name, line.stay, ended_at=at)
    meeting_steps.close(
        meeting, at=at, next_on=next_on, next_starts_at=next_starts_at, next_venue=next_venue, actor=actor
    )
    minutes_drafting.write(meeting, actor=actor)
    minutes_happened.write(meeting, actor=actor)
    carrying.on_close(meeting, actor=actor)
    decision_lists.on_close(meeting, actor=actor)
