"""Decisions left to an officer, and the record of them."""

from datetime import date

import pytest

from shp_gov.queries import compliance
from tests import factories as make
from tests.queries.test_under_terms import FAIL, JULY, NOT_APPLICABLE, NOT_KNOWN, ON, PASS, body

__all__ = ["body"]
EVERY_PART = ["date", "decision", "reasons", "options rejected", "conflicts declared"]
LEFT = "That authority to award the grant be delegated to the Director of Neighbourhoods."


def found(body):
    make.db.session.commit()
    return [each for each in compliance.of_body(body, ON) if each.rule == "OLGB14-OFFDEC"]


def verdicts(body):
    return [(each.subject, each.verdict) for each in found(body)]


def a_decision(body, words=LEFT):
    return make.a_decision(minute=make.a_minute(meeting=make.a_meeting(body=body, on=JULY), position=3), words=words)


def test_where_nothing_was_left_to_an_officer_the_rule_asks_nothing(body):
    a_decision(body, "That the plan be noted.")

    assert verdicts(body) == [("Decisions of Safer Seaborough Partnership", NOT_APPLICABLE)]


@pytest.mark.parametrize(
    "words",
    [LEFT, "That the Director be given delegated authority to agree the bid.", "That the powers be\ndelegated."],
)
def test_what_was_left_to_an_officer_is_not_known_until_it_is_recorded(body, words):
    a_decision(body, words)

    (finding,) = found(body)

    assert (finding.subject, finding.verdict) == ("Decision 3 (i) of 2026/27", NOT_KNOWN)
    assert finding.mend == "duty:officer-decision"


@pytest.mark.parametrize(("holds", "verdict"), [(EVERY_PART, PASS), (["date", "decision"], FAIL), (None, NOT_KNOWN)])
def test_what_an_officer_recorded_of_it_is_judged_in_its_place(body, holds, verdict):
    entered = {"decided_on": "2026-07-20"} | ({"holds": holds} if holds else {})
    make.a_duty_entry("officer-decision", body=body, year=None, entered=entered, decision=a_decision(body))

    assert verdicts(body) == [("Decision of an officer, under decision 3 (i) of 2026/27", verdict)]


def test_a_decision_of_an_officer_after_the_day_is_not_looked_at(body):
    make.a_duty_entry("officer-decision", body=body, year=None, entered={"decided_on": date(2026, 9, 2).isoformat()})

    assert [verdict for _, verdict in verdicts(body)] == [NOT_APPLICABLE]
