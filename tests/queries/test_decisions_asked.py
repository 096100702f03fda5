"""Which items of a meeting asked for a decision, and so must have one."""

import pytest

from shp_gov.models import AgendaItem, ItemKind, ItemOutcome, ItemPurpose
from tests import factories as make
from tests.queries.test_under_terms import FAIL, JULY, body, verdicts

__all__ = ["body"]


def an_item_for_decision(body, **details) -> None:
    meeting = make.a_meeting(body=body, on=JULY)
    usual = {"position": 1, "number": "1", "title": "Taxi marshals", "purpose": ItemPurpose.DECISION}
    item = make._kept(AgendaItem(meeting=meeting, **(usual | details)))
    make.a_minute(meeting=meeting, agenda_item=item, title=item.title)


def test_business_for_decision_without_a_decision_fails(body):
    an_item_for_decision(body, outcome=ItemOutcome.DISCUSSED)

    assert verdicts(body, "REC-DECISION") == [FAIL]


@pytest.mark.parametrize("outcome", [ItemOutcome.DEFERRED, ItemOutcome.WITHDRAWN, ItemOutcome.NOT_REACHED])
def test_business_that_was_put_off_needs_no_decision(body, outcome):
    an_item_for_decision(body, outcome=outcome)

    assert verdicts(body, "REC-DECISION") == []


@pytest.mark.parametrize("kind", [ItemKind.MINUTES, ItemKind.ACTION_LOG, ItemKind.EXCLUSION, ItemKind.URGENT_BUSINESS])
def test_what_every_meeting_has_needs_no_decision_of_its_own(body, kind):
    an_item_for_decision(body, kind=kind)

    assert verdicts(body, "REC-DECISION") == []
