"""Decisions put right while minutes are being written: one that nobody wrote down, one that was never taken."""

from datetime import time

import pytest

from shp_gov import services
from shp_gov.database import db
from shp_gov.domain.proceedings import NotNow, NotQuorate
from shp_gov.models import Action, Agreement, AuditEvent, ForwardPlanEntry, ItemOutcome, Recommendation
from shp_gov.queries import minutes_versions
from shp_gov.services.erasing import ActionBegun
from shp_gov.services.forgotten import NotTaken
from shp_gov.services.minute_steps import MinutesFixed
from tests import factories as make
from tests.minutes import a_closed_meeting, a_held_meeting, a_published_draft, an_approved_meeting, with_the_chair
from tests.sittings import CLERK, RECOMMENDED, a_sitting, at

WORDS = "That the rank be swept weekly."


def add(sitting, words=WORDS, *, title="Taxi marshals", **details):
    said = {"words": words, "agreement": Agreement.CONSENSUS, "actor": CLERK} | details
    with at(15):
        return services.forgotten.decide(sitting.minute(title), **said)


@pytest.fixture
def sitting(app):
    return a_closed_meeting()


def test_it_is_the_last_decision_of_its_minute_with_its_line_in_the_trail(sitting):
    decision = add(sitting, reasons="It is dirty.")

    assert [each.words for each in sitting.minute("Taxi marshals").decisions] == [RECOMMENDED[0], WORDS]
    assert (decision.numeral, decision.on, decision.reasons) == ("(ii)", sitting.meeting.on, "It is dirty.")
    db.session.commit()
    assert db.session.query(AuditEvent).filter_by(event="decision.recorded", subject_id=decision.id).one()


def test_an_item_that_was_only_noted_is_decided_by_it(sitting):
    add(sitting, title="Case review")

    assert sitting.minute("Case review").agenda_item.outcome is ItemOutcome.DECIDED


def test_what_it_asks_to_see_again_is_planned(sitting):
    decision = add(sitting, "That a report on the rank be brought to the next meeting.")

    assert db.session.query(ForwardPlanEntry).filter_by(decision_id=decision.id).one()


def test_the_chair_who_has_the_minutes_reads_them_anew(app):
    sitting, version = with_the_chair()

    add(sitting)

    assert minutes_versions.hash_of(sitting.meeting) != version.sha256


@pytest.mark.parametrize("outcome", [ItemOutcome.DEFERRED, ItemOutcome.WITHDRAWN, ItemOutcome.NOT_REACHED])
def test_an_item_that_the_meeting_did_not_take_has_none(sitting, outcome):
    sitting.minute("Case review").agenda_item.outcome = outcome

    with pytest.raises(NotTaken, match=f"This item was {outcome}"):
        add(sitting, title="Case review")


def test_there_is_none_where_there_was_no_quorum(app):
    sitting = a_sitting(quorum=3).open()
    with at(12):
        for item in sitting.meeting.agenda_items:
            item.outcome = ItemOutcome.DISCUSSED
        services.room.close(sitting.meeting, at=time(12), actor=CLERK)
    add(sitting)
    sitting.meeting.attendances[0].left_at = time(10, 1)
    sitting.minute("Taxi marshals").agenda_item.started_at = time(10, 30)

    with pytest.raises(NotQuorate, match="no quorum for this item"):
        add(sitting)


def test_while_the_meeting_goes_on_it_is_recorded_with_its_item(app):
    with pytest.raises(NotNow, match="still going on"):
        add(a_held_meeting())


@pytest.mark.parametrize("held", [a_published_draft, lambda: an_approved_meeting()[0]])
def test_minutes_that_are_out_take_none(app, held):
    with pytest.raises(MinutesFixed):
        add(held())


def take_out(sitting):
    (decision,) = sitting.minute("Taxi marshals").decisions
    with at(15):
        services.forgotten.take_back(decision, actor=CLERK)


def test_a_decision_that_was_never_taken_goes_with_its_action_and_what_was_recommended_is_open(sitting):
    (decision,) = sitting.minute("Taxi marshals").decisions
    make.an_action(decision=decision, owner=sitting.seats["police"])
    recommended = decision.recommendation_id

    take_out(sitting)

    assert sitting.minute("Taxi marshals").decisions == []
    assert db.session.query(Action).count() == 0
    assert db.session.get_one(Recommendation, recommended).ruling is None
    assert sitting.minute("Taxi marshals").agenda_item.outcome is ItemOutcome.DISCUSSED
    db.session.commit()
    assert db.session.query(AuditEvent).filter_by(event="decision.withdrawn").one()


def test_a_decision_whose_action_has_begun_stays(sitting):
    (decision,) = sitting.minute("Taxi marshals").decisions
    action = make.an_action(decision=decision, owner=sitting.seats["police"])
    services.actions.report_progress(action, note="Begun.", actor=CLERK)

    with pytest.raises(ActionBegun):
        take_out(sitting)


def test_no_decision_is_taken_out_of_minutes_that_are_out(app):
    with pytest.raises(MinutesFixed):
        take_out(a_published_draft())
