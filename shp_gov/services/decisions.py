"""Decisions of the past, as they were printed, and what their words seem to ask."""

from collections.abc import Sequence

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.models import Decision, Minute, ProposedAction, Provenance
from shp_gov.services.filling import Entry, fill, matching


def enter(minute: Minute, decisions: Sequence[Entry], *, actor: Actor) -> None:
    """Enter the decisions of a minute, and propose what they seem to ask."""
    body_id = minute.meeting.body_id
    for entry in decisions:
        decision = Decision(body_id=body_id, on=minute.meeting.on, provenance=Provenance.IMPORTED, **entry.values)
        minute.decisions.append(decision)
        words: dict[str, str | None] = {"words": decision.words}
        audit.record("decision.entered", decision, actor=actor, body_id=body_id, words=words, kind=decision.kind)
        for proposal in entry.parts["proposals"]:
            _propose(decision, proposal, actor=actor)


def _propose(decision: Decision, entry: Entry, *, actor: Actor) -> None:
    proposal = ProposedAction(body_id=decision.body_id, **entry.values)
    decision.proposals.append(proposal)
    audit.record("proposed_action.made", proposal, actor=actor, body_id=decision.body_id, kind=proposal.kind)


def fill_in(minute: Minute, decisions: Sequence[Entry], *, actor: Actor) -> None:
    """Fill in what is missing of decisions that are there, and put corrections in place."""
    for decision, entry in matching(minute.decisions, decisions, by="words"):
        if changed := fill(decision, entry):
            words: dict[str, str | None] = {"words": decision.words}
            audit.record(
                "decision.filled_in", decision, actor=actor, body_id=decision.body_id, words=words, fields=changed
            )
