"""Decisions put right while minutes are being written: one that nobody wrote down, one that was never taken."""

from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.domain.proceedings import NotNow, NotQuorate
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import Agreement, Decision, ItemOutcome, Minute, Recommendation
from shp_gov.queries import proceedings as in_room
from shp_gov.services import erasing, outcomes, room, rulings

NOTHING_DECIDED = (ItemOutcome.DEFERRED, ItemOutcome.WITHDRAWN, ItemOutcome.NOT_REACHED)


class NotTaken(DomainError):
    """The meeting cannot have decided this."""


def decide(minute: Minute, *, words: str, agreement: Agreement, reasons: str = "", actor: Actor) -> Decision:
    """Record it as the last decision of its minute. What it asks for is planned as if it had been recorded at once."""
    _require_possible(minute)
    decision = rulings.record(minute, words=words, agreement=agreement, reasons=reasons.strip() or None, actor=actor)
    if minute.agenda_item is not None:
        outcomes.put(minute.agenda_item, ItemOutcome.DECIDED, actor=actor)
    return decision


def take_back(decision: Decision, *, actor: Actor) -> None:
    """Take a decision out that the meeting never took. What was recommended is then not decided."""
    minute = decision.minute
    _take_over(minute)
    if decision.recommendation_id is not None:
        recommendation = db.session.get_one(Recommendation, decision.recommendation_id)
        recommendation.ruling, recommendation.ruled_words = None, None
    erasing.erase(decision, actor=actor)
    if minute.agenda_item is not None and not minute.decisions:
        outcomes.put(minute.agenda_item, ItemOutcome.DISCUSSED, actor=actor)


def _take_over(minute: Minute) -> None:
    """Hold the meeting of a minute; refuse one that still goes on, or whose minutes are out."""
    room.take_while_written(minute.meeting)
    db.session.refresh(minute, ["decisions"])
    if minute.meeting.state is not MeetingState.CLOSED:
        raise NotNow("This meeting is still going on. Its decisions are recorded on the pages of their items.")


def _require_possible(minute: Minute) -> None:
    """Refuse a decision on an item that the meeting did not take, or where there was no quorum."""
    _take_over(minute)
    outcome = minute.agenda_item.outcome if minute.agenda_item else None
    if outcome in NOTHING_DECIDED:
        raise NotTaken(f"This item was {outcome}, so nothing was decided on it.")
    now = in_room.now(minute.meeting, minute)
    if now.has_quorum is False:
        raise NotQuorate(f"There was no quorum for this item: {now.quorum.words} Nothing can have been decided on it.")
