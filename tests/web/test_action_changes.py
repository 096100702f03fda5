"""An officer changes an action, ends it, or records what the body agreed."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from shp_gov import services
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.workflows import ActionState, MeetingState
from shp_gov.models import Message
from tests.factories import (
    a_body,
    a_decision,
    a_meeting,
    a_member,
    a_minute,
    a_seat,
    an_action,
    an_officer,
)
from tests.web.action_pages import now, read, send, words

CLERK = Actor("Helen Ashby")


@pytest.fixture(autouse=True)
def _on_the_day():
    with time_machine.travel(datetime(2026, 9, 10, 9, tzinfo=UTC)):
        yield


@pytest.fixture
def body(app):
    return a_body()


@pytest.fixture
def officer(body):
    return an_officer(body=body)


@pytest.fixture
def seat(body):
    return a_seat(body=body)


@pytest.fixture
def owner(body, seat):
    return a_member(body=body, seat=seat)


@pytest.fixture
def decision(body):
    return a_decision(minute=a_minute(meeting=a_meeting(body=body)))


@pytest.fixture
def action(decision, seat, owner):
    return an_action(decision=decision, owner=seat, what="Share the data every month")


def test_an_officer_changes_the_owner(client, sign_in, body, officer, owner, action):
    sign_in(officer)
    seat = a_seat(body=body, post="Superintendent")
    db.session.commit()

    done = send(client, f"/actions/{action.id}/owner", owner=f"seat {seat.id}", reason="It is a police matter.")

    assert "The owner is now Superintendent." in words_of_page(done)
    assert "It is a police matter." in words(done)
    assert db.session.query(Message).filter_by(event="action_taken_away", recipient_id=owner.person_id).count() == 1


def words_of_page(response) -> str:
    return " ".join(read(response).body.get_text(" ").split())


@pytest.mark.parametrize("owner_key", ["", "seat 999999", "body x", "nonsense", "user 1"])
def test_only_a_listed_owner_can_be_chosen(client, sign_in, officer, action, owner_key):
    sign_in(officer)
    before = action.seat_id

    answer = send(client, f"/actions/{action.id}/owner", owner=owner_key, reason="Why")

    assert "There is a problem" in words(answer)
    assert now(action).seat_id == before


def test_an_action_waits_and_is_blocked(client, sign_in, officer, action, decision):
    other = an_action(decision=decision, what="Write the plan")
    sign_in(officer)

    done = send(client, f"/actions/{action.id}/waits-for", other=str(other.id))

    assert f"It waits for action {other.number}: Write the plan , which is open." in words(done)
    assert "Blocked" in words(done)


def test_what_it_waits_for_stays_private(client, sign_in, body, officer, action):
    private = a_decision(minute=a_minute(meeting=action.decision.minute.meeting, is_exempt=True))
    services.action_changes.wait_for(action, an_action(decision=private, what="Xylophone"), actor=CLERK)
    db.session.commit()

    assert "Xylophone" not in client.get(f"/actions/{action.id}").text
    assert "Xylophone" in sign_in(officer).get(f"/actions/{action.id}").text


def test_an_action_ends_by_a_decision(client, sign_in, body, officer, action):
    later = a_decision(minute=a_minute(meeting=a_meeting(body=body, on=date(2026, 9, 1))), words="That it be dropped.")
    sign_in(officer)
    address = f"/actions/{action.id}/not-proceeding"

    assert "Choose the decision that ended it" in words(send(client, address, decision=""))
    done = send(client, address, decision=str(later.id), reason="No money.")

    assert now(action).state is ActionState.NOT_PROCEEDING
    assert "The partnership decided not to go on with it" in words(done)
    send(client, f"/actions/{action.id}/reopen", reason="Money was found.")
    assert now(action).state is ActionState.OPEN


def test_the_body_cannot_agree_before_its_meeting(client, sign_in, body, officer, action):
    action.state = ActionState.VERIFIED
    coming = a_meeting(body=body, on=date(2026, 9, 20), state=MeetingState.SCHEDULED)
    sign_in(officer)

    shown = words(client.get(f"/bodies/{body.slug}/actions/agreed"))
    refused = send(client, f"/bodies/{body.slug}/actions/agreed", meeting=str(coming.id), actions=[str(action.id)])

    assert "20 September" not in shown
    assert "There is a problem" in words(refused)
    assert now(action).state is ActionState.VERIFIED


def test_the_agreement_can_be_minuted(client, sign_in, body, officer, action):
    action.state = ActionState.VERIFIED
    minute = a_minute(meeting=a_meeting(body=body, on=date(2026, 9, 10)), title="Action log")
    sign_in(officer)
    typed = {"meeting": str(minute.meeting_id), "actions": [str(action.id)], "minute": str(minute.id)}

    send(client, f"/bodies/{body.slug}/actions/agreed", **typed)

    assert now(action).state is ActionState.CLOSED
    db.session.refresh(minute)
    assert [row.words for row in minute.decisions] == [f"That action {action.number} be closed as complete."]


def test_a_return_needs_a_reason(client, sign_in, officer, action):
    services.actions.propose_completion(action, note="Done", actor=CLERK)
    sign_in(officer)

    answer = send(client, f"/actions/{action.id}", note="", **{"return": "y"})

    assert "Say what is missing, so that its owner knows" in words(answer)
    assert now(action).state is ActionState.PROPOSED
