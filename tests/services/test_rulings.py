"""Recommendations agreed, amended and refused, and decisions of the meeting's own."""

from datetime import date

import pytest

from shp_gov import services
from shp_gov.database import db
from shp_gov.domain.guards import WordsMissing
from shp_gov.domain.proceedings import NotQuorate
from shp_gov.domain.workflows import PlanState
from shp_gov.models import Agreement, DecisionKind, ForwardPlanEntry, ItemOutcome, Message, Ruling
from shp_gov.queries import minuting
from shp_gov.services.erasing import ActionBegun
from shp_gov.services.minuting import NoOutcome
from shp_gov.services.rulings import WrongItem
from tests.services.acting import audited
from tests.sittings import CLERK, RECOMMENDED, a_sitting, recommended

AMENDED = "That the Director of Neighbourhoods reports on the cost to the meeting of 12 November 2026."


@pytest.fixture
def sitting(app):
    return a_sitting().open()


@pytest.fixture
def taxis(sitting):
    return sitting.minute("Taxi marshals")


def rule(taxis, number, ruling=Ruling.AGREED, **details):
    found = minuting.recommendations(taxis)[number - 1]
    return services.rulings.rule(found, minute=taxis, ruling=ruling, actor=CLERK, **details)


def decided(taxis):
    db.session.refresh(taxis, ["decisions"])
    return [(decision.ordinal, decision.words) for decision in taxis.decisions]


def test_what_is_agreed_becomes_the_decision_word_for_word(taxis):
    decision = rule(taxis, 1)

    assert (decision.words, decision.recommendation_id is not None) == (RECOMMENDED[0], True)
    assert decision.agreement is Agreement.CONSENSUS


def test_what_is_amended_is_decided_in_the_words_as_amended(sitting, taxis):
    decision = rule(taxis, 2, Ruling.AMENDED, words=AMENDED)

    row = recommended(sitting)[1]
    assert (decision.words, row.ruling, row.ruled_words) == (AMENDED, Ruling.AMENDED, AMENDED)


def test_an_amendment_that_changes_nothing_is_an_agreement(sitting, taxis):
    rule(taxis, 1, Ruling.AMENDED, words=RECOMMENDED[0])

    assert recommended(sitting)[0].ruling is Ruling.AGREED


def test_an_amendment_needs_its_words(taxis):
    with pytest.raises(WordsMissing, match="words of recommendation 1 as amended"):
        rule(taxis, 1, Ruling.AMENDED, words=" ")


def test_what_is_refused_is_no_decision(sitting, taxis):
    assert rule(taxis, 1, Ruling.REFUSED) is None

    assert (decided(taxis), recommended(sitting)[0].ruling) == ([], Ruling.REFUSED)


def test_changing_the_ruling_changes_the_decision(taxis):
    first = rule(taxis, 2)

    changed = rule(taxis, 2, Ruling.AMENDED, words=AMENDED)

    assert changed is first
    assert decided(taxis) == [(1, AMENDED)]
    assert audited(changed) == ["decision.recorded", "decision.changed"]


def test_refusing_after_agreeing_takes_the_decision_back_and_closes_the_gap(taxis):
    rule(taxis, 1)
    rule(taxis, 2)

    rule(taxis, 1, Ruling.REFUSED)

    assert decided(taxis) == [(1, RECOMMENDED[1])]


def test_decisions_on_recommendations_stand_in_the_order_of_the_report_before_the_meetings_own(taxis):
    services.rulings.decide(taxis, words="That the traders be thanked.", actor=CLERK)
    rule(taxis, 2)
    rule(taxis, 1)

    assert decided(taxis) == [(1, RECOMMENDED[0]), (2, RECOMMENDED[1]), (3, "That the traders be thanked.")]


def test_ruling_the_same_again_changes_nothing(taxis):
    decision = rule(taxis, 1)

    rule(taxis, 1)

    assert audited(decision) == ["decision.recorded"]


def test_a_recommendation_is_ruled_on_under_its_own_item(sitting):
    with pytest.raises(WrongItem, match="another item"):
        services.rulings.rule(
            recommended(sitting)[0], minute=sitting.minute("Case review"), ruling=Ruling.AGREED, actor=CLERK
        )


def test_the_words_say_what_a_decision_asks_for(taxis):
    asking = services.rulings.decide(taxis, words="That the plan be sent to all members.", actor=CLERK)
    noting = services.rulings.decide(taxis, words="That the report be noted.", actor=CLERK)

    assert (asking.kind, noting.kind) == (DecisionKind.ACTION, DecisionKind.NOTED)


def test_taking_a_decision_back_takes_its_action_back_and_nobody_is_told(sitting, taxis):
    decision = rule(taxis, 1)
    services.actions.assign(
        decision, what="Write", owner=sitting.seats["police"], due_on=date(2026, 12, 1), actor=CLERK
    )

    rule(taxis, 1, Ruling.REFUSED)

    assert decided(taxis) == []
    assert [(row.is_settled, row.outcome) for row in db.session.query(Message)] == [(True, "it was taken back")]


def test_a_decision_whose_action_has_begun_stays(sitting, taxis):
    decision = rule(taxis, 1)
    action = services.actions.assign(
        decision, what="Write", owner=sitting.seats["police"], due_on=date(2026, 12, 1), actor=CLERK
    )
    services.actions.start(action, actor=CLERK)
    db.session.refresh(action, ["history"])

    with pytest.raises(ActionBegun, match="has begun"):
        rule(taxis, 1, Ruling.REFUSED)


def test_an_inquorate_meeting_cannot_decide(app):
    sitting = a_sitting(quorum=3).open(here=("police", "fire"))

    with pytest.raises(NotQuorate, match="2 members present, 3 needed"):
        rule(sitting.minute("Taxi marshals"), 1)

    assert decided(sitting.minute("Taxi marshals")) == []


def test_a_meeting_whose_quorum_is_not_known_decides(app):
    sitting = a_sitting(quorum=None).open(here=("police",))

    assert rule(sitting.minute("Taxi marshals"), 1) is not None


def test_an_outcome_follows_from_what_was_decided(sitting, taxis):
    rule(taxis, 1)
    assert services.minuting.settle(taxis, actor=CLERK) is None, "one recommendation is left to decide"

    rule(taxis, 2)

    assert services.minuting.settle(taxis, actor=CLERK) is ItemOutcome.DECIDED


def test_an_item_with_something_left_to_decide_is_not_noted(taxis):
    with pytest.raises(NoOutcome, match="Decide recommendation 1 and 2 first"):
        services.minuting.settle(taxis, outcome=ItemOutcome.NOTED, actor=CLERK)


def test_a_deferral_needs_its_reason(taxis):
    with pytest.raises(WordsMissing, match="reason why the item is deferred"):
        services.minuting.settle(taxis, outcome=ItemOutcome.DEFERRED, actor=CLERK)

    services.minuting.settle(taxis, outcome=ItemOutcome.DEFERRED, reason="No time.", actor=CLERK)

    assert (taxis.agenda_item.outcome, taxis.agenda_item.outcome_words) == (ItemOutcome.DEFERRED, "No time.")


COMES_BACK = "That a progress report be presented to the next meeting."


def planned(sitting):
    db.session.flush()
    rows = db.session.query(ForwardPlanEntry).filter_by(body_id=sitting.body.id).order_by(ForwardPlanEntry.id)
    return [(row.about, row.state) for row in rows]


def test_what_is_to_come_back_goes_on_the_forward_plan_and_leaves_it_with_the_decision(sitting, taxis):
    decision = services.rulings.decide(taxis, words=COMES_BACK, actor=CLERK)
    assert planned(sitting) == [(COMES_BACK, PlanState.PLANNED)]

    services.rulings.withdraw(decision, actor=CLERK)

    assert planned(sitting) == [(COMES_BACK, PlanState.DROPPED)]


def test_words_that_no_longer_ask_for_a_report_take_it_off_the_plan(sitting, taxis):
    decision = services.rulings.decide(taxis, words=COMES_BACK, actor=CLERK)

    services.rulings.change(decision, words="That the report be noted.", actor=CLERK)

    assert planned(sitting) == [(COMES_BACK, PlanState.DROPPED)]
