"""What came of an item, put down with its line in the audit trail."""

from datetime import time
from typing import Any

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.models import AgendaItem, ItemOutcome


def put(
    item: AgendaItem, outcome: ItemOutcome, *, actor: Actor, words: str | None = None, at: time | None = None
) -> None:
    """Put down what came of an item. Said already, nothing changes."""
    if (item.outcome, item.outcome_words) == (outcome, words):
        return
    item.outcome, item.outcome_words = outcome, words
    item.ended_at = item.ended_at or at
    facts: dict[str, Any] = {"body_id": item.meeting.body_id, "outcome": outcome}
    audit.record("agenda_item.settled", item, actor=actor, words={"reason": words}, **facts)
