"""Changes to an action while its owner has it."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from shp_gov import services
from shp_gov.domain.guards import NothingChanges, NotWithItsOwner, WaitsInACircle, WordsMissing, WrongDay
from shp_gov.domain.workflows import FINISHED, WITH_THE_OWNER, ActionState, MeetingState
from shp_gov.services.actions import OwnerRefused
from tests.factories import a_body, a_decision, a_meeting, a_minute, a_person, a_seat, an_action, an_organisation
from tests.services.acting import CLERK, audited, last, story, told

changes = services.action_changes


@pytest.fixture(autouse=True)
def _on_the_day():
    with time_machine.travel(datetime(2026, 9, 10, 9, tzinfo=UTC)):
        yield


@pytest.fixture
def body(app):
    return a_body()


@pytest.fixture
def jo(body):
    return a_person("Jo Tranter")


@pytest.fixture
def action(body, jo):
    decision = a_decision(minute=a_minute(meeting=a_meeting(body=body)))
    return an_action(decision=decision, owner=a_seat(body=body, held_by=jo, post="Director"))


def test_both_owners_are_told_of_a_change_and_the_history_has_both(action, body, jo):
    ann = a_person("Ann Lee")
    seat = a_seat(body=body, held_by=ann, post="Superintendent")

    changes.change_owner(action, owner=seat, reason="It is a police matter.", actor=CLERK)

    assert action.owner is seat
    assert (told(jo), told(ann)) == (["action_taken_away"], ["action_given"])
    event = last(action)
    assert (event.facts, event.note) == ({"from": "Director", "to": "Superintendent"}, "It is a police matter.")
    assert event.holder_name == "Ann Lee"
    assert audited(action) == ["action.owner_changed"]


def test_an_organisation_can_take_over_from_a_seat(action):
    police = an_organisation("Northshire Police")

    changes.change_owner(action, owner=police, reason="Theirs.", actor=CLERK)

    assert (action.seat, action.organisation, action.owner_body) == (None, police, None)


def test_somebody_who_sits_in_both_seats_is_told_once(action, body, jo):
    changes.change_owner(action, owner=a_seat(body=body, held_by=jo), reason="Other seat.", actor=CLERK)

    assert told(jo) == ["action_given"]


@pytest.mark.parametrize("reason", ["", " "])
def test_a_change_needs_a_reason(action, body, reason):
    with pytest.raises(WordsMissing, match="Give a reason"):
        changes.change_owner(action, owner=a_seat(body=body), reason=reason, actor=CLERK)
    with pytest.raises(WordsMissing, match="Give a reason"):
        changes.change_due_date(action, due_on=date(2026, 12, 1), reason=reason, actor=CLERK)


def test_a_change_that_changes_nothing_is_refused(action):
    with pytest.raises(NothingChanges):
        changes.change_owner(action, owner=action.owner, reason="Same", actor=CLERK)
    with pytest.raises(NothingChanges):
        changes.change_due_date(action, due_on=action.due_on, reason="Same", actor=CLERK)
    with pytest.raises(NothingChanges):
        changes.wait_for(action, None, actor=CLERK)
    assert story(action) == []


def test_a_seat_of_another_body_cannot_take_over(action):
    with pytest.raises(OwnerRefused):
        changes.change_owner(action, owner=a_seat(), reason="Wrong", actor=CLERK)


def test_the_owner_is_told_of_another_date(action, jo):
    changes.change_due_date(action, due_on=date(2026, 10, 31), reason="Both legal teams.", actor=CLERK)

    assert action.due_on == date(2026, 10, 31)
    assert told(jo) == ["due_date_changed"]
    assert last(action).facts == {"from": "2026-09-30", "to": "2026-10-31"}


def test_by_the_next_meeting_is_the_day_of_the_next_meeting(action, body):
    a_meeting(body=body, on=date(2026, 9, 20), state=MeetingState.POSTPONED)
    a_meeting(body=body, on=date(2026, 11, 12), state=MeetingState.SCHEDULED)

    changes.change_due_date(action, by_next_meeting=True, reason="To report.", actor=CLERK)

    assert (action.due_on, action.is_due_by_next_meeting) == (date(2026, 11, 12), False)


def test_by_the_next_meeting_needs_one(action):
    with pytest.raises(WrongDay, match="No meeting is planned"):
        changes.change_due_date(action, by_next_meeting=True, reason="To report.", actor=CLERK)


def test_an_action_is_not_due_before_it_was_decided(action):
    with pytest.raises(WrongDay, match="it was decided on"):
        changes.change_due_date(action, due_on=date(2026, 7, 1), reason="Sooner", actor=CLERK)


@pytest.mark.parametrize("state", [state for state in ActionState if state not in (*WITH_THE_OWNER, *FINISHED)])
def test_owner_and_date_stay_while_an_officer_or_the_body_has_it(action, body, state):
    action.state = state

    with pytest.raises(NotWithItsOwner, match="Return it to its owner first"):
        changes.change_owner(action, owner=a_seat(body=body), reason="Why", actor=CLERK)
    with pytest.raises(NotWithItsOwner, match="Return it to its owner first"):
        changes.change_due_date(action, due_on=date(2026, 12, 1), reason="Why", actor=CLERK)


def test_an_action_waits_for_another_until_that_is_finished(action):
    other = an_action(decision=action.decision)

    changes.wait_for(action, other, reason="The plan comes first.", actor=CLERK)
    assert last(action).facts == {"number": other.number}
    changes.wait_for(action, None, actor=CLERK)

    assert action.waits_for is None
    assert story(action) == ["waits for another action"] * 2


def test_actions_never_wait_in_a_circle(action):
    second, third = an_action(decision=action.decision), an_action(decision=action.decision)
    changes.wait_for(action, second, actor=CLERK)
    changes.wait_for(second, third, actor=CLERK)

    for waiting, other in ((third, action), (second, action), (action, action)):
        with pytest.raises(WaitsInACircle):
            changes.wait_for(waiting, other, actor=CLERK)


def test_an_action_waits_only_within_its_body(action):
    with pytest.raises(WaitsInACircle, match="same partnership"):
        changes.wait_for(action, an_action(), actor=CLERK)
