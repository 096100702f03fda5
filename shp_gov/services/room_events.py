"""What happens in the room: the meeting adjourns and resumes, the public leave and come back, the quorum is lost."""

from datetime import time
from typing import Any

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import guards, proceedings
from shp_gov.domain.exclusion import excludes_the_public
from shp_gov.domain.proceedings import NotNow, RoomEvent
from shp_gov.models import AgendaItem, DecisionKind, ItemKind, ItemOutcome, Meeting, MeetingEvent, Minute
from shp_gov.queries import minuting
from shp_gov.queries import proceedings as in_room
from shp_gov.services import extra_minutes, minute_steps, outcomes, room, rulings
from shp_gov.services.minute_steps import NewMinute

EXCLUSION = "Exclusion of the press and public"
LONGEST_WORDS = 4000


def adjourn(meeting: Meeting, *, at: time, why: str, actor: Actor) -> MeetingEvent:
    """Adjourn a meeting for a reason. It goes on once it is resumed."""
    return _happen(meeting, RoomEvent.ADJOURNED, at=at, words=_why(why, "a reason for the adjournment"), actor=actor)


def resume(meeting: Meeting, *, at: time, actor: Actor) -> MeetingEvent:
    """Go on with a meeting that was adjourned."""
    event = _happen(meeting, RoomEvent.RESUMED, at=at, actor=actor)
    follow_quorum(meeting, at=at, actor=actor)
    return event


def exclude(meeting: Meeting, *, at: time, words: str, actor: Actor) -> MeetingEvent:
    """Ask the public to leave, by a resolution that is minuted in its words before what is private."""
    said = guards.require_words(words, what="the words of the resolution", longest=LONGEST_WORDS)
    if not excludes_the_public(said):
        raise NotNow("The resolution must say that the press and public are excluded.")
    private = [item for item in minuting.items_of(meeting) if item.is_exempt and item.outcome is None]
    event = _happen(
        meeting, RoomEvent.PUBLIC_EXCLUDED, at=at, words=said, item=private[0] if private else None, actor=actor
    )
    _minute_the_resolution(meeting, said, private[0] if private else None, at=at, actor=actor)
    return event


def readmit(meeting: Meeting, *, at: time, actor: Actor) -> MeetingEvent:
    """Let the public come back."""
    return _happen(meeting, RoomEvent.PUBLIC_READMITTED, at=at, actor=actor)


def go_on_informally(meeting: Meeting, *, at: time, actor: Actor, minute: Minute | None = None) -> MeetingEvent:
    """Go on without a quorum, to hear and discuss and decide nothing; from the item in hand on, if one is named."""
    now = in_room.now(meeting, minute)
    if now.has_quorum is not False:
        raise NotNow("A meeting goes on informally only while there is known to be no quorum.")
    item = minute.agenda_item if minute else None
    return _happen(meeting, RoomEvent.INFORMAL, at=at, words=now.quorum.words, item=item, actor=actor)


def follow_quorum(meeting: Meeting, *, at: time | None, actor: Actor, minute: Minute | None = None) -> None:
    """Write down the moment at which the quorum is lost, or is there again; for the item in hand, if one is named."""
    now = in_room.now(meeting, minute)
    before, has = now.proceedings.has_quorum, now.has_quorum
    moment = at or now.proceedings.last_at or meeting.started_at
    if moment is None or has is None or has is before or (has and before is None):
        return
    kind = RoomEvent.QUORUM_REGAINED if has else RoomEvent.QUORUM_LOST
    item = minute.agenda_item if minute else None
    _write(meeting, kind, at=moment, words=now.quorum.words, item=item, actor=actor)


def _happen(
    meeting: Meeting,
    kind: RoomEvent,
    *,
    at: time,
    actor: Actor,
    words: str | None = None,
    item: AgendaItem | None = None,
) -> MeetingEvent:
    room.take_in_progress(meeting)
    now = in_room.so_far(meeting)
    proceedings.require_next(kind, now)
    proceedings.require_in_order(at, started_at=meeting.started_at, last_at=now.last_at)
    return _write(meeting, kind, at=at, words=words, item=item, actor=actor)


def _write(
    meeting: Meeting, kind: RoomEvent, *, at: time, words: str | None, item: AgendaItem | None, actor: Actor
) -> MeetingEvent:
    event = MeetingEvent(
        meeting_id=meeting.id,
        position=len(in_room.events(meeting)) + 1,
        kind=kind,
        at=at,
        agenda_item_id=item.id if item else None,
        words=words,
        recorded_at=clock.now(),
        recorded_by=actor.name,
    )
    db.session.add(event)
    facts: dict[str, Any] = {"body_id": meeting.body_id, "kind": kind, "at": f"{at:%H:%M}", "meeting_id": meeting.id}
    audit.record("room.event_recorded", event, actor=actor, words={"words": words}, **facts)
    return event


def _why(words: str, what: str) -> str:
    return guards.require_words(words, what=what, longest=LONGEST_WORDS)


def _minute_the_resolution(meeting: Meeting, words: str, private: AgendaItem | None, *, at: time, actor: Actor) -> None:
    """Minute the resolution, once, under its item or in a minute of its own before what is private."""
    minute = _minute_of_exclusion(meeting) or extra_minutes.insert(
        meeting, NewMinute(EXCLUSION), before=_minute_of(meeting, private), actor=actor
    )
    rulings.require_deciding(minute)
    if not any(each.words == words for each in minute.decisions):
        minute_steps.decide(minute, words=words, kind=DecisionKind.APPROVED, actor=actor)
    if minute.agenda_item is not None:
        outcomes.put(minute.agenda_item, ItemOutcome.DECIDED, at=at, actor=actor)


def _minute_of_exclusion(meeting: Meeting) -> Minute | None:
    """Find the minute of the item that asks the public to leave."""
    item = next((each for each in minuting.items_of(meeting) if each.kind is ItemKind.EXCLUSION), None)
    return _minute_of(meeting, item)


def _minute_of(meeting: Meeting, item: AgendaItem | None) -> Minute | None:
    return next((each for each in minuting.minutes_of(meeting) if item and each.agenda_item_id == item.id), None)
