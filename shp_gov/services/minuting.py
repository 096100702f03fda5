"""Item by item: when each was begun and what came of it."""

from datetime import time

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import guards
from shp_gov.domain.errors import DomainError
from shp_gov.models import DecisionKind, ItemKind, ItemOutcome, Minute
from shp_gov.queries import minuting
from shp_gov.queries import proceedings as in_room
from shp_gov.services import outcomes, room, room_events, rulings

BUSINESS = (ItemKind.BUSINESS, ItemKind.PRESENTATION)
FORMAL = (ItemOutcome.DECIDED, ItemOutcome.NOTED)
WITHOUT_BUSINESS = (ItemOutcome.NOTED, ItemOutcome.DISCUSSED, ItemOutcome.NOTHING_RAISED, ItemOutcome.DECIDED)
NEEDS_A_REASON = {
    ItemOutcome.DEFERRED: "a reason why the item is deferred",
    ItemOutcome.WITHDRAWN: "a reason why the item is withdrawn",
}
LONGEST_REASON = 2000


class NoOutcome(DomainError):
    """This cannot be what came of the item."""


def begin(minute: Minute, *, at: time | None, actor: Actor) -> None:
    """Say that an item is taken now, and whether there is a quorum for it. The first time counts."""
    item = minute.agenda_item
    room.take_in_progress(minute.meeting)
    if item is None or item.started_at is not None or at is None:
        return
    item.started_at = at
    room_events.follow_quorum(minute.meeting, at=at, minute=minute, actor=actor)
    audit.record("agenda_item.begun", item, actor=actor, body_id=item.meeting.body_id, at=f"{at:%H:%M}")


def settle(
    minute: Minute, *, actor: Actor, outcome: ItemOutcome | None = None, reason: str = "", at: time | None = None
) -> ItemOutcome | None:
    """Say what came of an item: what is chosen, or what follows from its decisions. Nothing while some are open."""
    item = minute.agenda_item
    if item is None:
        return None
    room.take_in_progress(item.meeting)
    found = _outcome(minute, outcome)
    if found is None:
        return None
    if _is_a_decision(minute, found):
        rulings.require_deciding(minute)
    words = _words(found, reason)
    if minute.is_exempt and in_room.so_far(minute.meeting).is_public_out:
        minute.public_was_excluded = True
    outcomes.put(item, found, words=words, at=at, actor=actor)
    db.session.flush()
    return found


def public_stayed(minute: Minute, *, actor: Actor) -> None:
    """Say that private business was taken with the public in the room, so that the record does not say otherwise."""
    room.take_in_progress(minute.meeting)
    if minute.public_was_excluded is not None or in_room.so_far(minute.meeting).is_public_out:
        return
    minute.public_was_excluded = False
    audit.record("minute.taken_in_public", minute, actor=actor, body_id=minute.meeting.body_id)


def _is_a_decision(minute: Minute, outcome: ItemOutcome) -> bool:
    """Tell whether an outcome decides something by itself: a report is noted; decisions were asked about before."""
    item = minute.agenda_item
    is_new = item is not None and item.outcome is not outcome and item.kind in BUSINESS
    return is_new and outcome in FORMAL and not minute.decisions


def _words(outcome: ItemOutcome, reason: str) -> str | None:
    if outcome in NEEDS_A_REASON:
        return guards.require_words(reason, what=NEEDS_A_REASON[outcome], longest=LONGEST_REASON)
    return reason.strip() or None


def _outcome(minute: Minute, chosen: ItemOutcome | None) -> ItemOutcome | None:
    """Work out what came of an item. What was decided counts, whatever else is ticked."""
    undecided = [each.ordinal for each in minuting.recommendations(minute) if each.ruling is None]
    if chosen is not None and chosen not in WITHOUT_BUSINESS:
        return chosen
    if undecided:
        _require_open(chosen, undecided)
        return chosen
    if minute.decisions:
        noted = all(decision.kind is DecisionKind.NOTED for decision in minute.decisions)
        return ItemOutcome.NOTED if noted else ItemOutcome.DECIDED
    refused = bool(minuting.recommendations(minute))
    return ItemOutcome.DECIDED if refused else _chosen(chosen)


def _require_open(chosen: ItemOutcome | None, undecided: list[int]) -> None:
    if chosen in (ItemOutcome.NOTED, ItemOutcome.NOTHING_RAISED, ItemOutcome.DECIDED):
        numbers = " and ".join(map(str, undecided[:3]))
        raise NoOutcome(f"Decide recommendation {numbers} first, or say that the item is deferred.")


def _chosen(chosen: ItemOutcome | None) -> ItemOutcome | None:
    if chosen is ItemOutcome.DECIDED:
        raise NoOutcome("Write down what was decided, or choose another outcome.")
    return chosen
