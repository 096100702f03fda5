"""New terms that end a seat do not lose its actions: they are shown before, and need an owner after."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from bs4 import BeautifulSoup

from shp_gov import services
from shp_gov.domain.workflows import ActionState
from tests import factories as make
from tests.services.acting import CLERK
from tests.terms import a_seat_in_terms, terms_in_force

ADOPTED = date(2026, 7, 16)


@pytest.fixture(autouse=True)
def _on_the_day():
    with time_machine.travel(datetime(2026, 9, 1, 9, tzinfo=UTC)):
        yield


@pytest.fixture
def body(app):
    return make.a_body(slug="here")


@pytest.fixture
def court(body):
    return make.a_seat(body=body, post="Chair of the Bench", held_by=make.a_person("Vic Lane"))


@pytest.fixture
def action(body, court):
    decision = make.a_decision(minute=make.a_minute(meeting=make.a_meeting(body=body, on=ADOPTED)))
    return make.an_action(decision=decision, owner=court, what="Write to the court", due_on=date(2026, 12, 1))


@pytest.fixture
def draft(body, court):
    kept = make.a_seat(body=body)
    terms_in_force(body, from_on=date(2024, 4, 1), seats=[a_seat_in_terms(kept), a_seat_in_terms(court)])
    draft = services.terms.start(body, on=ADOPTED, actor=CLERK)
    gone = next(seat for seat in draft.seats if seat.post == "Chair of the Bench")
    services.terms_edits.remove_seat(gone, actor=CLERK)
    return draft


@pytest.fixture
def officer(sign_in, body):
    return sign_in(make.an_officer(body=body))


def words(response) -> str:
    assert response.status_code == 200
    return " ".join(BeautifulSoup(response.text, "html5lib").main.get_text(" ").split())


def adopt(draft, action):
    services.terms_adoption.adopt(draft, in_force_from=ADOPTED, decision=action.decision, actor=CLERK)


def test_before_adopting_the_officer_sees_which_actions_will_need_an_owner(officer, draft, action):
    page = words(officer.get("/bodies/here/terms/draft/adopt"))

    assert f"Action {action.number}: Write to the court" in page
    assert "1 open action needs another owner then." in page


def test_after_adopting_they_are_a_thing_to_do_today_and_marked_in_the_log(officer, draft, action):
    adopt(draft, action)

    assert "Give 1 action an owner: the seat has ended" in words(officer.get("/today"))
    log = words(officer.get("/bodies/here/actions?show=without+an+owner"))
    assert "1 needs an owner: its seat has ended." in log
    assert "Chair of the Bench (the seat has ended: needs an owner)" in log
    page = officer.get(f"/actions/{action.id}")
    assert "ended on Wednesday 15 July 2026: nobody answers for it. Give it another owner" in words(page)


def test_with_another_owner_it_is_done(officer, body, draft, action):
    adopt(draft, action)
    other = make.a_seat(body=body, post="Court Manager")

    services.action_changes.change_owner(action, owner=other, reason="The bench has no seat now.", actor=CLERK)

    assert "an owner" not in words(officer.get("/today"))
    assert "No action is with a seat that has ended." in words(
        officer.get("/bodies/here/actions?show=without+an+owner")
    )


@pytest.mark.parametrize("state", [ActionState.VERIFIED, ActionState.PROPOSED])
def test_what_waits_for_others_needs_no_owner(officer, draft, action, state):
    adopt(draft, action)
    action.state = state

    assert "an owner" not in words(officer.get("/today"))


def test_the_public_is_not_told_whose_step_it_is(client, draft, action):
    adopt(draft, action)

    assert "Give it another owner" not in words(client.get(f"/actions/{action.id}"))
