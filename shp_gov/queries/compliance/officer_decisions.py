"""What the meetings of the last twelve months left to an officer, and what is recorded of officers' decisions."""

import re
from collections.abc import Iterator

from shp_gov.domain.checks.facts_of_access import OfficerDecisionFacts
from shp_gov.domain.checks.facts_of_duties import DutyRecord
from shp_gov.queries.compliance import duties
from shp_gov.queries.compliance.as_at import AsAt

DUTY = "officer-decision"
LEAVES_IT = re.compile(
    r"\bdelegat(?:e|ed|es|ing)\b.{0,80}\b(?:authority|powers?|decision|responsibility)\b"
    r"|\b(?:authority|powers?|decision|responsibility)\b.{0,80}\bdelegated\b",
    re.IGNORECASE,
)


def gather(as_at: AsAt) -> Iterator[OfficerDecisionFacts]:
    """Gather what officers decided, what they may decide and nobody recorded, or that nothing was left to them."""
    found = [*_recorded(as_at), *_left_open(as_at)]
    yield from found
    if not found:
        yield OfficerDecisionFacts(f"Decisions of {as_at.body.name}", as_at.on, is_delegated=False)


def _records(as_at: AsAt) -> list[DutyRecord]:
    return [record for facts in duties.gather(as_at) for record in facts.of(DUTY)]


def _recorded(as_at: AsAt) -> Iterator[OfficerDecisionFacts]:
    for record in _records(as_at):
        day = record.day("decided_on")
        if record.is_done and day is not None and as_at.since < day <= as_at.on:
            under = f", under {record.reference}" if record.reference else ""
            yield OfficerDecisionFacts(f"Decision of an officer{under}", day, True, record.names("holds"))


def _left_open(as_at: AsAt) -> Iterator[OfficerDecisionFacts]:
    """Give the decisions that leave something to an officer and that no entry answers."""
    answered = {record.reference for record in _records(as_at)}
    for minute in as_at.minutes:
        for decision in minute.decisions:
            reference = f"decision {decision.reference}"
            if LEAVES_IT.search(" ".join(decision.words.split())) and reference not in answered:
                yield OfficerDecisionFacts(reference.capitalize(), decision.on, is_delegated=True)
