"""The diary: meetings are put into it, moved, postponed and cancelled, and whoever is expected is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

import sqlalchemy as sa

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import diary as rules
from shp_gov.domain.diary import MeetingThere, Slot
from shp_gov.domain.guards import require_change, require_unchanged, require_words
from shp_gov.domain.series import require_some
from shp_gov.domain.words import long_day
from shp_gov.domain.workflows import MEETING, MeetingState
from shp_gov.models import (
    AgendaItem,
    Body,
    CallForItems,
    DiaryChange,
    DutyPlan,
    ForwardPlanEntry,
    ItemOffer,
    Meeting,
    MeetingChange,
    MeetingMode,
    Report,
)
from shp_gov.notifications import meeting_outbox
from shp_gov.queries import diary as queries
from shp_gov.services import carrying, forward_plan
from shp_gov.services.agenda import BUSINESS

LONGEST_REASON = 500
FOLLOW: tuple[type[Any], ...] = (AgendaItem, Report, ItemOffer, CallForItems, ForwardPlanEntry, DutyPlan)
CHANGED = "Somebody changed this meeting since you opened the page."


@dataclass(frozen=True)
class Place:
    """Where a meeting is held, and how people attend."""

    venue: str | None = None
    mode: MeetingMode = MeetingMode.IN_PERSON
    joining: str | None = None


def call(
    body: Body,
    *,
    on: date,
    starts_at: time,
    venue: str | None,
    actor: Actor,
    ends_at: time | None = None,
    mode: MeetingMode = MeetingMode.IN_PERSON,
    joining: str | None = None,
) -> Meeting:
    """Put a meeting into the diary of a body. What must come to its agenda is on it at once."""
    place = Place(venue, mode, joining)
    meeting = _put_in(body, Slot(on, starts_at, ends_at, venue), place, actor=actor)
    carrying.on_call(meeting, actor=actor)
    return meeting


def call_series(body: Body, slots: Sequence[Slot], place: Place, *, actor: Actor) -> list[Meeting]:
    """Put the meetings of a year into the diary, all of them or none."""
    require_some(slots)
    for slot in slots:
        rules.require_not_past(slot.on, today=clock.today())
    meetings = [_put_in(body, slot, place, actor=actor) for slot in sorted(slots, key=lambda slot: slot.on)]
    carrying.on_call(meetings[0], actor=actor)
    return meetings


def _put_in(body: Body, slot: Slot, place: Place, *, actor: Actor) -> Meeting:
    _require_free(body, slot)
    times = {"on": slot.on, "starts_at": slot.starts_at, "ends_at": slot.ends_at}
    meeting = Meeting(body=body, **times, **vars(place))
    db.session.add(meeting)
    begins = slot.starts_at.isoformat() if slot.starts_at else None
    audit.record("meeting.called", meeting, actor=actor, body_id=body.id, on=slot.on, starts_at=begins)
    return meeting


def _require_free(body: Body, slot: Slot, *, but: Meeting | None = None) -> None:
    rules.require_in_order(slot, active_from=body.active_from, active_until=body.active_until, body=body.name)
    db.session.execute(sa.select(Body.id).where(Body.id == body.id).with_for_update(key_share=True))
    same = sa.select(Meeting.id).where(Meeting.body_id == body.id, Meeting.on == slot.on)
    same = same.where(Meeting.starts_at == slot.starts_at, Meeting.id != (but.id if but else 0))
    if db.session.scalar(same):
        raise MeetingThere(f"{body.name} meets at that time on {long_day(slot.on)} already.")


def move(
    meeting: Meeting,
    *,
    on: date,
    starts_at: time,
    ends_at: time | None,
    place: Place,
    reason: str,
    seen: int,
    actor: Actor,
) -> MeetingChange:
    """Hold a meeting at another time or place, and tell whoever is expected."""
    words = _require_changeable(meeting, "move", reason, seen=seen)
    rules.require_same_day_once_published(meeting.state, meeting.on, new=on)
    rules.require_not_past(on, today=clock.today())
    _require_free(meeting.body, Slot(on, starts_at, ends_at, place.venue), but=meeting)
    change = _noted(meeting, DiaryChange.MOVED, words, actor=actor)
    new = {"on": on, "starts_at": starts_at, "ends_at": ends_at, **vars(place)}
    changed = {name: value for name, value in new.items() if getattr(meeting, name) != value}
    require_change(not changed, what="when and where the meeting is")
    for name, value in changed.items():
        setattr(meeting, name, value)
    meeting_outbox.meeting_moved(change, to=_told(change, actor))
    facts = {name: str(value) for name, value in changed.items() if name != "joining"}
    audit.record("meeting.moved", meeting, actor=actor, body_id=meeting.body_id, words={"reason": words}, **facts)
    return change


def postpone(
    meeting: Meeting, *, to: Slot | None, reason: str, seen: int, actor: Actor, place: Place | None = None
) -> MeetingChange:
    """Put a meeting off, to another day where one is known, and tell whoever was expected. Its business goes along."""
    words = _require_changeable(meeting, "postpone", reason, seen=seen)
    change = _noted(meeting, DiaryChange.POSTPONED, words, actor=actor)
    if to is None:
        _put_off_its_business(meeting, words, actor=actor)
    else:
        meeting.postponed_to = _instead(meeting, to, place or Place(to.venue), actor=actor)
    meeting.state = MeetingState(MEETING.target("postpone", meeting.state))
    meeting.reason = words
    meeting_outbox.meeting_postponed(change, to=_told(change, actor))
    facts = {"to_id": meeting.postponed_to_id, "to": to.on if to else None}
    audit.record("meeting.postponed", meeting, actor=actor, body_id=meeting.body_id, words={"reason": words}, **facts)
    return change


def _instead(meeting: Meeting, to: Slot, place: Place, *, actor: Actor) -> Meeting:
    """Call the meeting that is held instead, and let the business of the first come to it."""
    rules.require_not_past(to.on, today=clock.today())
    instead = _put_in(meeting.body, to, place, actor=actor)
    db.session.flush()
    for model in FOLLOW:
        for row in db.session.scalars(sa.select(model).where(model.meeting_id == meeting.id)):
            row.meeting = instead
            if isinstance(row, AgendaItem):  # its agenda goes out anew: nothing on it is late yet
                row.added_on = row.in_supplement = None
    db.session.flush()
    db.session.expire(meeting, ["agenda_items"])
    carrying.on_call(instead, actor=actor)
    return instead


def _put_off_its_business(meeting: Meeting, reason: str, *, actor: Actor) -> None:
    """Let the business of a meeting come to the next, or wait on the forward plan; nothing of it is dropped."""
    for item in list(meeting.agenda_items):
        if item.kind in BUSINESS and item.withdrawn_because is None:
            forward_plan.come_again(item, reason=reason, actor=actor)


def cancel(meeting: Meeting, *, reason: str, seen: int, actor: Actor) -> MeetingChange:
    """Call a meeting off, and tell whoever was expected."""
    words = _require_changeable(meeting, "cancel", reason, seen=seen)
    change = _noted(meeting, DiaryChange.CANCELLED, words, actor=actor)
    _put_off_its_business(meeting, words, actor=actor)
    meeting.state = MeetingState(MEETING.target("cancel", meeting.state))
    meeting.reason = words
    meeting_outbox.meeting_cancelled(change, to=_told(change, actor))
    audit.record("meeting.cancelled", meeting, actor=actor, body_id=meeting.body_id, words={"reason": words})
    return change


def _require_changeable(meeting: Meeting, what: str, reason: str, *, seen: int) -> str:
    """Refuse what the state forbids, what somebody else has just changed, and a change without its reason."""
    db.session.refresh(meeting, ["state", "on", "starts_at", "venue"], with_for_update=True)
    rules.require_before_it_is_held(meeting.state, what=what)
    require_unchanged(seen, queries.changes_so_far(meeting), news=CHANGED)
    return require_words(reason, what="a reason", longest=LONGEST_REASON)


def _noted(meeting: Meeting, kind: DiaryChange, reason: str, *, actor: Actor) -> MeetingChange:
    change = MeetingChange(
        meeting=meeting,
        change=kind,
        on_before=meeting.on,
        starts_before=meeting.starts_at,
        venue_before=meeting.venue,
        reason=reason,
        made_at=clock.now(),
        made_by=actor.name,
    )
    db.session.add(change)
    return change


def _told(change: MeetingChange, actor: Actor) -> queries.Expected:
    """List whom to tell, and keep how many they are."""
    people = queries.expected(change.meeting, on=change.on_before, but=actor.user_id, may_stand_in=True)
    change.told = len(people)
    return people
