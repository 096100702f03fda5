"""Meetings of the past by hand: when and where, what was considered; then its attendance, minutes and decisions.

While it is entered such a meeting stands as one that goes on, so that the pages of the room record it. The guards of
procedure stand aside: it needs no published agenda, no outcome of each item and no chair's agreement.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

import sqlalchemy as sa

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import diary as rules
from shp_gov.domain.diary import CannotArrange, MeetingThere, Slot
from shp_gov.domain.guards import require_words
from shp_gov.domain.words import long_day
from shp_gov.domain.workflows import MEETING, MeetingState, MinutesState
from shp_gov.models import (
    AgendaItem,
    Body,
    Decision,
    ItemOrigin,
    ItemOutcome,
    Meeting,
    MeetingMode,
    Minute,
    MinutesVersionKind,
)
from shp_gov.services import minute_steps, minutes_versions, room

LONGEST_TITLE, MOST_ITEMS = 300, 60


@dataclass(frozen=True)
class Held:
    """When and where a meeting was held."""

    on: date
    starts_at: time | None = None
    ended_at: time | None = None
    venue: str | None = None
    mode: MeetingMode = MeetingMode.IN_PERSON


@dataclass(frozen=True)
class Considered:
    """One piece of business as the minutes print it. A private one has its paragraph and its public title."""

    title: str
    paragraph: str | None = None


def enter(
    body: Body, held: Held, business: Sequence[Considered], *, actor: Actor, first_number: int | None = None
) -> Meeting:
    """Enter a meeting of the past, with a minute for each piece of its business."""
    _require_past(body, held)
    if not business:
        raise CannotArrange("Enter what the meeting considered, one item on each line.")
    if len(business) > MOST_ITEMS:
        raise CannotArrange(f"Enter at most {MOST_ITEMS} items.")
    meeting = _new(body, held)
    audit.record("meeting.entered", meeting, actor=actor, body_id=body.id, on=held.on, items=len(business))
    for place, each in enumerate(business, start=1):
        minute = room.minute_of(_item(meeting, place, each), actor=actor)
        if first_number is not None:
            minute.number = first_number + place - 1
            minute.number_printed = str(minute.number)
        db.session.flush()
        db.session.expire(meeting, ["minutes"])
    return meeting


def _new(body: Body, held: Held) -> Meeting:
    meeting = Meeting(
        body=body,
        on=held.on,
        starts_at=held.starts_at,
        started_at=held.starts_at,
        ended_at=held.ended_at,
        venue=held.venue,
        mode=held.mode,
        state=MeetingState.IN_PROGRESS,
        minutes_state=MinutesState.DRAFT,
        entered_on=clock.today(),
    )
    db.session.add(meeting)
    return meeting


def take_up(meeting: Meeting, held: Held, business: Sequence[Considered], *, actor: Actor) -> None:
    """Record a meeting of the diary whose day has passed without its agenda having been published."""
    room.take(meeting)
    rules.require_before_it_is_held(meeting.state, what="record")
    if meeting.on >= clock.today():
        raise CannotArrange(f"The meeting is on {long_day(meeting.on)}. Record it by hand when its day has passed.")
    rules.require_in_order(
        Slot(meeting.on, held.starts_at, held.ended_at), active_from=None, active_until=None, body=meeting.body.name
    )
    items = list(meeting.agenda_items)
    if not items and not business:
        raise CannotArrange("Enter what the meeting considered, one item on each line.")
    items += [_item(meeting, place, each) for place, each in enumerate(business, start=len(items) + 1)]
    meeting.state, meeting.minutes_state = MeetingState.IN_PROGRESS, MinutesState.DRAFT
    meeting.started_at, meeting.ended_at, meeting.entered_on = held.starts_at, held.ended_at, clock.today()
    audit.record("meeting.entered", meeting, actor=actor, body_id=meeting.body_id, on=meeting.on, items=len(items))
    for item in items:
        if item.withdrawn_because is None:
            room.minute_of(item, actor=actor)
            db.session.flush()
            db.session.expire(meeting, ["minutes"])


def _require_past(body: Body, held: Held) -> None:
    if held.on > clock.today():
        raise CannotArrange(f"{long_day(held.on)} is still to come. Put the meeting into the diary instead.")
    slot = Slot(held.on, held.starts_at, held.ended_at, held.venue)
    rules.require_in_order(slot, active_from=None, active_until=None, body=body.name)
    same = sa.select(Meeting.id).where(Meeting.body_id == body.id, Meeting.on == held.on)
    if held.starts_at is not None:
        same = same.where(sa.or_(Meeting.starts_at == held.starts_at, Meeting.starts_at.is_(None)))
    if db.session.scalar(same.limit(1)):
        raise MeetingThere(f"A meeting of {body.name} on {long_day(held.on)} is on record already.")


def _item(meeting: Meeting, place: int, each: Considered) -> AgendaItem:
    title = require_words(each.title, what="the title of each item", longest=LONGEST_TITLE)
    is_exempt = each.paragraph is not None
    item = AgendaItem(
        meeting=meeting,
        position=place,
        number=str(place),
        title=title,
        public_title=title if is_exempt else None,
        is_exempt=is_exempt,
        exempt_paragraph=each.paragraph,
        origin=ItemOrigin.PRINTED,
    )
    db.session.add(item)
    db.session.flush()
    return item


def finish(
    meeting: Meeting, *, ended_at: time | None, is_approved: bool, approved_at: Meeting | None, actor: Actor
) -> None:
    """Say that all is entered: the meeting is closed, and its minutes stand as they did on paper."""
    room.take(meeting)
    if meeting.entered_on is None or meeting.state is not MeetingState.IN_PROGRESS:
        raise CannotArrange("This meeting is not being entered by hand. Nothing was changed.")
    if meeting.started_at and ended_at and ended_at <= meeting.started_at:
        raise CannotArrange("A meeting cannot end before it begins.")
    if approved_at is not None:
        minute_steps.require_later(meeting, approved_at)
    minutes_versions.require_put_together(meeting)
    taken = sa.select(Minute.agenda_item_id).join(Decision, Decision.minute_id == Minute.id)
    decided = set(db.session.scalars(taken.where(Minute.meeting_id == meeting.id)))
    for item in meeting.agenda_items:
        item.outcome = item.outcome or (ItemOutcome.DECIDED if item.id in decided else ItemOutcome.NOTED)
    meeting.state = MeetingState(MEETING.target("close", meeting.state))
    meeting.ended_at = ended_at or meeting.ended_at
    meeting.minutes_state = MinutesState.APPROVED if is_approved else MinutesState.DRAFT_PUBLISHED
    if is_approved:
        meeting.minutes_approved_at = approved_at
    facts: dict[str, Any] = {"minutes": meeting.minutes_state, "approved_at": approved_at.id if approved_at else None}
    audit.record("meeting.entry_finished", meeting, actor=actor, body_id=meeting.body_id, **facts)
    if is_approved:
        minutes_versions.keep(meeting, MinutesVersionKind.APPROVED, at=approved_at, actor=actor)
