"""Something that is due is tied to a meeting, moved to another, and taken off."""

from datetime import timedelta

import pytest

from shp_gov import clock, queries, services
from shp_gov.database import db
from shp_gov.domain.duties.planning import CannotPlan
from shp_gov.domain.guards import NothingChanges
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import DutyPlan
from tests import factories as make
from tests.services.acting import CLERK, audited


@pytest.fixture
def body(app):
    return make.a_body()


@pytest.fixture
def item(body):
    return planner(body).unscheduled[0].item


def planner(body):
    return queries.planner.of_body(body, starting=None, viewer=make.viewer(make.an_officer(body=body)))


def meeting(body, days=9, **details):
    on = clock.today() + timedelta(days=days)
    return make.a_meeting(body=body, on=on, minutes_state=None, **({"state": MeetingState.SCHEDULED} | details))


def test_something_is_tied_to_a_meeting(body, item):
    first = meeting(body)

    plan = services.duty_plans.tie(body, item, first, actor=CLERK)

    assert planner(body).find(item.key).meeting is first
    assert audited(plan) == ["duty.planned"]


def test_it_moves_to_another_meeting_and_is_on_one_at_a_time(body, item):
    services.duty_plans.tie(body, item, meeting(body), actor=CLERK)
    later = meeting(body, 12)

    services.duty_plans.tie(body, item, later, actor=CLERK)

    assert [plan.meeting for plan in db.session.query(DutyPlan)] == [later]
    with pytest.raises(NothingChanges):
        services.duty_plans.tie(body, item, later, actor=CLERK)


def test_it_is_taken_off_again(body, item):
    plan = services.duty_plans.tie(body, item, meeting(body), actor=CLERK)

    services.duty_plans.untie(body, item, actor=CLERK)

    assert planner(body).find(item.key).meeting is None
    assert audited(plan) == ["duty.planned", "duty.plan_removed"]
    services.duty_plans.untie(body, item, actor=CLERK)


def test_a_meeting_that_is_over_or_called_off_is_refused(body, item):
    with pytest.raises(CannotPlan, match="is over"):
        services.duty_plans.tie(body, item, meeting(body, -1), actor=CLERK)
    with pytest.raises(CannotPlan, match="does not take place"):
        services.duty_plans.tie(body, item, meeting(body, state=MeetingState.CANCELLED), actor=CLERK)
