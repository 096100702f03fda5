"""Proposed actions: an officer says whether a decision's words ask for what they seem to ask."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import guards
from shp_gov.domain.errors import DomainError
from shp_gov.domain.workflows import ProposalState
from shp_gov.models import Action, ProposedAction
from shp_gov.services import actions
from shp_gov.services.actions import Owner


class ProposalAnswered(DomainError):
    """An officer has answered this proposal before."""


def confirm(
    proposal: ProposedAction,
    *,
    what: str,
    owner: Owner,
    due_on: date | None = None,
    by_next_meeting: bool = False,
    supporters: Sequence[Owner] = (),
    actor: Actor,
) -> Action:
    """Make an action of a proposal, in its own words or in changed ones."""
    _require_unanswered(proposal)
    due: dict[str, Any] = {"due_on": due_on, "by_next_meeting": by_next_meeting}
    action = actions.assign(proposal.decision, what=what, owner=owner, supporters=supporters, actor=actor, **due)
    proposal.state, proposal.action = ProposalState.CONFIRMED, action
    changed = action.what != proposal.what
    body_id = proposal.body_id
    audit.record("proposed_action.confirmed", proposal, actor=actor, body_id=body_id, action=action.id, changed=changed)
    return action


def dismiss(proposal: ProposedAction, *, reason: str, actor: Actor) -> None:
    """Say that nothing is to be done, and why. It is remembered, and not proposed again."""
    _require_unanswered(proposal)
    proposal.reason = guards.require_words(reason, what="a reason")
    proposal.state = ProposalState.DISMISSED
    audit.record(
        "proposed_action.dismissed",
        proposal,
        actor=actor,
        body_id=proposal.body_id,
        words={"reason": proposal.reason},
    )


def _require_unanswered(proposal: ProposedAction) -> None:
    """Hold a proposal until the transaction ends, and refuse one that somebody answered meanwhile."""
    db.session.refresh(proposal, ["state"], with_for_update=True)
    if proposal.state is not ProposalState.PROPOSED:
        raise ProposalAnswered(f"This proposal was {proposal.state} already. Nothing was changed.")
