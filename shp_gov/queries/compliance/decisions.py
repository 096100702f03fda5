"""What the decisions of the last twelve months ask for, and the actions made of them."""

from collections.abc import Iterator

from shp_gov.domain.checks.facts import ActionOf, DecisionFacts
from shp_gov.models import Decision, DecisionKind
from shp_gov.queries.compliance.as_at import AsAt

ASKS_NOTHING_DONE = frozenset(
    [
        DecisionKind.NOTED,
        DecisionKind.APPROVED,
        DecisionKind.CLOSURE,
        DecisionKind.APPOINTMENT,
        DecisionKind.DEFERRAL,
    ]
)


def gather(as_at: AsAt) -> Iterator[DecisionFacts]:
    """Gather every decision of the meetings looked back on."""
    return (facts(decision) for minute in as_at.minutes for decision in minute.decisions)


def facts(decision: Decision) -> DecisionFacts:
    """Make the facts of a decision whose actions are already at hand."""
    actions = tuple(
        ActionOf(action.owner_title, action.due_on is not None or action.is_due_by_next_meeting)
        for action in decision.actions
    )
    return DecisionFacts(decision.reference, decision.on, decision.kind not in ASKS_NOTHING_DONE, actions)
