"""Proposed actions: an officer confirms, changes or dismisses them."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from bs4 import BeautifulSoup

from shp_gov.database import db
from shp_gov.domain.workflows import ProposalState
from shp_gov.models import Action, DecisionKind, ProposedAction
from tests.factories import (
    a_body,
    a_decision,
    a_meeting,
    a_member,
    a_minute,
    a_seat,
    an_officer,
    an_organisation,
)

TODAY = date(2026, 9, 10)


@pytest.fixture(autouse=True)
def _on_the_day():
    with time_machine.travel(datetime(2026, 9, 10, 9, tzinfo=UTC)):
        yield


@pytest.fixture
def body(app):
    return a_body()


@pytest.fixture
def decision(body):
    return a_decision(minute=a_minute(meeting=a_meeting(body=body)))


def words(response) -> str:
    assert response.status_code == 200
    return " ".join(BeautifulSoup(response.text, "html5lib").main.get_text(" ").split())


@pytest.fixture
def proposal(body, decision):
    seat = a_seat(body=body, post="Director of Nursing")
    row = ProposedAction(
        body_id=body.id,
        decision=decision,
        ordinal=1,
        kind=DecisionKind.ACTION,
        what="Circulate the plan",
        owner_hint="Director of Nursing",
        seat=seat,
        due_on=date(2026, 10, 1),
    )
    db.session.add(row)
    db.session.flush()
    return row


def fill_in(client, address: str, number: int, **typed):
    page = BeautifulSoup(client.get(address).text, "html5lib")
    form = page.main.find_all("form", method="post")[number]
    hidden = {row["name"]: row.get("value", "") for row in form.find_all("input", type="hidden")}
    names = [field["name"] for field in form.find_all(["input", "select", "textarea"])]
    full = {name: next((known for known in names if known.endswith(name)), name) for name in typed}
    data = {**hidden, **{full[name]: value for name, value in typed.items()}}
    return client.post(form.get("action") or address, data=data, follow_redirects=True)


def test_a_proposal_is_confirmed_with_one_press(client, sign_in, body, proposal):
    sign_in(an_officer(body=body))

    shown = words(client.get(f"/bodies/{body.slug}/proposed-actions"))
    fill_in(client, f"/bodies/{body.slug}/proposed-actions", 0)

    assert "Circulate the plan Owner Director of Nursing Due Thursday 1 October 2026" in shown
    action = db.session.query(Action).one()
    assert (action.what, action.seat_id, action.due_on) == ("Circulate the plan", proposal.seat_id, date(2026, 10, 1))
    assert "Action 1: Circulate the plan" in words(client.get(f"/bodies/{body.slug}/proposed-actions?state=confirmed"))


def test_an_owner_whom_the_words_do_not_name_is_said_to_have_presented_the_item(client, sign_in, body, proposal):
    proposal.owner_hint = "Head of Lighthouses"
    db.session.commit()
    sign_in(an_officer(body=body))

    said = client.get(f"/proposed-actions/{proposal.id}/confirm").text

    assert "The words name" not in said
    assert "suggested because it presented the item" in said


def test_a_proposal_is_changed_before_it_is_confirmed(client, sign_in, body, proposal):
    sign_in(an_officer(body=body))

    fill_in(
        client,
        f"/proposed-actions/{proposal.id}/confirm",
        0,
        what="Send it round",
        owner=f"body {body.id}",
        by_next_meeting="y",
    )

    action = db.session.query(Action).one()
    assert (action.what, action.owner_body_id, action.is_due_by_next_meeting) == ("Send it round", body.id, True)


def test_several_can_help_the_owner(client, sign_in, body, proposal):
    police = an_organisation("Northshire Police")
    a_seat(body=body, organisation=police)
    sign_in(an_officer(body=body))
    address = f"/proposed-actions/{proposal.id}/confirm"

    fill_in(
        client,
        address,
        0,
        what="Send it",
        owner=f"body {body.id}",
        by_next_meeting="y",
        helpers=f"organisation {police.id}",
    )

    shown = words(client.get(f"/actions/{db.session.query(Action).one().id}"))
    assert "Helped by Northshire Police" in shown


def test_what_the_words_do_not_say_is_asked(client, sign_in, body, proposal):
    proposal.seat = proposal.due_on = None
    sign_in(an_officer(body=body))

    shown = words(client.get(f"/bodies/{body.slug}/proposed-actions"))
    refused = fill_in(client, f"/proposed-actions/{proposal.id}/confirm", 0, what="Send it round")

    assert "Say who will do it and by when" in shown
    assert "Choose who will do it" in words(refused)
    assert "Send it round" in refused.text
    assert db.session.query(Action).count() == 0


def test_a_dismissal_needs_its_reason_and_is_remembered(client, sign_in, body, proposal):
    sign_in(an_officer(body=body))
    address = f"/bodies/{body.slug}/proposed-actions"

    refused = fill_in(client, address, 1, reason="")
    done = fill_in(client, address, 1, reason="It was done at the meeting.")

    assert "Give a reason" in words(refused)
    assert "No proposed action waits for an answer." in words(done)
    assert "It was done at the meeting." in words(client.get(f"{address}?state=dismissed"))
    assert db.session.get_one(ProposedAction, proposal.id).state is ProposalState.DISMISSED


def test_a_proposal_that_was_answered_is_not_answered_again(client, sign_in, body, proposal):
    sign_in(an_officer(body=body))
    proposal.state, proposal.reason = ProposalState.DISMISSED, "Done."
    db.session.commit()

    refused = fill_in(
        client,
        f"/proposed-actions/{proposal.id}/confirm",
        0,
        what="Send it",
        by_next_meeting="y",
        owner=f"body {body.id}",
    )

    assert "This proposal was dismissed already." in words(refused)


@pytest.mark.parametrize("who", ["member", "officer elsewhere"])
def test_only_officers_of_the_body_answer_proposals(client, sign_in, body, proposal, who):
    sign_in(a_member(body=body) if who == "member" else an_officer(body=a_body()))

    assert client.get(f"/bodies/{body.slug}/proposed-actions").status_code == 403
    for page in ("confirm", "dismiss"):
        assert client.post(f"/proposed-actions/{proposal.id}/{page}", data={}).status_code == 403
