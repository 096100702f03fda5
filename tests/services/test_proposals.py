"""Proposed actions: confirmed, changed or dismissed."""

from datetime import date

import pytest
import sqlalchemy as sa

from shp_gov import services
from shp_gov.database import db
from shp_gov.domain.guards import WordsMissing
from shp_gov.domain.workflows import ProposalState
from shp_gov.models import DecisionKind, ProposedAction
from shp_gov.services.proposals import ProposalAnswered
from tests.factories import a_body, a_decision, a_meeting, a_minute, a_person, a_seat
from tests.services.acting import CLERK, audited, told


@pytest.fixture
def body(app):
    return a_body()


@pytest.fixture
def proposal(body):
    decision = a_decision(minute=a_minute(meeting=a_meeting(body=body)))
    row = ProposedAction(
        body_id=body.id, decision=decision, ordinal=1, kind=DecisionKind.ACTION, what="Circulate the plan"
    )
    db.session.add(row)
    db.session.flush()
    return row


def test_a_confirmed_proposal_is_an_action_and_its_owner_is_told(body, proposal):
    jo = a_person("Jo Tranter")

    action = services.proposals.confirm(
        proposal, what="Send the plan round", owner=a_seat(body=body, held_by=jo), by_next_meeting=True, actor=CLERK
    )

    assert (proposal.state, proposal.action) == (ProposalState.CONFIRMED, action)
    assert (action.what, action.is_due_by_next_meeting) == ("Send the plan round", True)
    assert action.decision is proposal.decision
    assert told(jo) == ["action_assigned"]
    assert audited(proposal) == ["proposed_action.confirmed"]


def test_a_dismissal_is_remembered_with_its_reason(proposal):
    services.proposals.dismiss(proposal, reason="It was done at the meeting.", actor=CLERK)

    assert (proposal.state, proposal.reason) == (ProposalState.DISMISSED, "It was done at the meeting.")
    assert audited(proposal) == ["proposed_action.dismissed"]


def test_a_dismissal_needs_a_reason(proposal):
    with pytest.raises(WordsMissing, match="Give a reason"):
        services.proposals.dismiss(proposal, reason="", actor=CLERK)


def test_a_proposal_that_a_colleague_answers_meanwhile_is_not_answered_again(proposal):
    behind = sa.update(ProposedAction).values(state=ProposalState.DISMISSED)
    db.session.execute(behind, execution_options={"synchronize_session": False})

    with pytest.raises(ProposalAnswered, match="was dismissed already"):
        services.proposals.dismiss(proposal, reason="Done.", actor=CLERK)


def test_a_proposal_is_answered_once(body, proposal):
    services.proposals.dismiss(proposal, reason="Done.", actor=CLERK)

    with pytest.raises(ProposalAnswered, match="was dismissed already"):
        services.proposals.dismiss(proposal, reason="Done.", actor=CLERK)
    with pytest.raises(ProposalAnswered, match="was dismissed already"):
        services.proposals.confirm(
            proposal, what="Plan", owner=a_seat(body=body), due_on=date(2026, 12, 1), actor=CLERK
        )
