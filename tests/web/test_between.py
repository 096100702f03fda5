"""Decisions between meetings and answers awaited, as officers record them and everybody reads them."""

from datetime import date

import pytest
import sqlalchemy as sa

from shp_gov.database import db
from shp_gov.models import DecisionKind, InterimDecision, Ratification, Referral
from tests import factories as make
from tests.web.sending import complaint, form_of, three_boxes

TYPED = {
    "words": "That the grant be accepted.",
    "taken_by": "the chair",
    "authority": "Terms of reference, 9.2",
    "reasons": "The offer ended on 5 August.",
}
DAY = three_boxes("taken_on", "3", "8", "2026")
PRIVATE = {"is_exempt": "y", "exempt_paragraph": "3", "public_title": "A contract"}


@pytest.fixture
def body(app):
    return make.a_body()


@pytest.fixture
def officer(body):
    return make.an_officer(body=body)


def rows(model):
    return list(db.session.scalars(sa.select(model).order_by(model.id)))


def a_decision(body, **details):
    minute = make.a_minute(meeting=make.a_meeting(body=body, on=date(2026, 9, 10)))
    return make.a_decision(minute=minute, **details)


def test_a_decision_is_recorded_and_everybody_reads_it(sign_in, client, body, officer):
    sign_in(officer).post(f"/bodies/{body.slug}/between-meetings/new", data=DAY | TYPED)

    assert len(rows(InterimDecision)) == 1
    shown = client.get(f"/bodies/{body.slug}/between-meetings").text
    assert "That the grant be accepted." in shown
    assert "Waits for the next meeting" in shown


def test_a_private_one_is_shown_to_the_public_by_its_public_title(sign_in, client, body, officer):
    typed = DAY | TYPED | PRIVATE | {"words": "That Harbour Homes be paid.", "reasons": "Harbour Homes asked."}
    sign_in(officer).post(f"/bodies/{body.slug}/between-meetings/new", data=typed)
    assert "Harbour Homes" in client.get(f"/bodies/{body.slug}/between-meetings").text

    with client.session_transaction() as session:
        session.clear()

    shown = client.get(f"/bodies/{body.slug}/between-meetings").text
    assert "A contract" in shown
    assert "Harbour Homes" not in shown


def test_a_private_one_without_its_public_title_is_refused_and_nothing_is_lost(sign_in, body, officer):
    typed = DAY | TYPED | PRIVATE | {"public_title": ""}
    answer = sign_in(officer).post(f"/bodies/{body.slug}/between-meetings/new", data=typed)

    assert "Enter the title that the public may read" in complaint(answer)
    assert "The offer ended on 5 August." in answer.text
    assert rows(InterimDecision) == []


def test_a_private_one_exists_for_no_officer_of_another_body(sign_in, body):
    interim = make.an_interim_decision(body=body, is_exempt=True, exempt_paragraph="3", public_title="A contract")
    client = sign_in(make.an_officer(body=make.a_body("Harbour Board")))

    assert client.get(f"/between-meetings/{interim.id}").status_code == 404
    assert client.get(f"/between-meetings/{interim.id}/ratify").status_code == 404


def test_what_the_meeting_said_is_recorded_by_its_decision(sign_in, body, officer):
    interim, decision = make.an_interim_decision(body=body), a_decision(body, words="That it be ratified.")
    client = sign_in(officer)
    address, hidden = form_of(client, f"/between-meetings/{interim.id}/ratify")

    client.post(address, data={"said": "ratified", "decision": str(decision.id)} | hidden)

    [kept] = rows(InterimDecision)
    assert (kept.state, kept.decision_id) == (Ratification.RATIFIED, decision.id)
    assert "Ratified by decision" in client.get(f"/bodies/{body.slug}/between-meetings").text


def test_two_officers_who_answer_at_once_are_told(sign_in, body, officer):
    interim, decision = make.an_interim_decision(body=body), a_decision(body)
    client = sign_in(officer)
    typed = {"said": "ratified", "decision": str(decision.id)}
    client.post(f"/between-meetings/{interim.id}/ratify", data=typed)

    answer = client.post(f"/between-meetings/{interim.id}/ratify", data=typed | {"said": "not"})

    assert "A meeting has answered this already" in complaint(answer)
    assert rows(InterimDecision)[0].state is Ratification.RATIFIED


def test_where_no_meeting_has_decided_since_the_page_says_so(sign_in, body, officer):
    interim = make.an_interim_decision(body=body)

    shown = sign_in(officer).get(f"/between-meetings/{interim.id}/ratify").text

    assert "No decision of a meeting since then is on record" in shown


def test_an_answer_is_awaited_from_another_body_and_recorded(sign_in, client, body, officer):
    other = make.a_body("Harbour Board")
    decision = a_decision(body, kind=DecisionKind.REFERRAL, words="That the Harbour Board look at taxis.")
    browser = sign_in(officer)
    assert "That the Harbour Board look at taxis." in browser.get(f"/bodies/{body.slug}/referrals").text

    typed = {"to": f"body {other.id}", "asked": "Look at taxis"} | three_boxes("sent_on", "11", "9", "2026")
    browser.post(f"/decisions/{decision.id}/refer", data=typed | three_boxes("due_on", "1", "10", "2026"))
    [referral] = rows(Referral)
    assert (referral.to_body_id, referral.due_on) == (other.id, date(2026, 10, 1))
    assert "asks Harbour Board: Look at taxis" in client.get(f"/bodies/{other.slug}/referrals").text

    typed = {"answer": "From May."} | three_boxes("answered_on", "30", "9", "2026")
    browser.post(f"/referrals/{referral.id}/answer", data=typed)
    assert "From May." in client.get(f"/bodies/{body.slug}/referrals").text


def test_an_answer_before_the_question_is_refused(sign_in, body, officer):
    referral = make.a_referral(decision=a_decision(body), to=make.a_body("Harbour Board"))

    typed = {"answer": "From May."} | three_boxes("answered_on", "1", "1", "2026")
    answer = sign_in(officer).post(f"/referrals/{referral.id}/answer", data=typed)

    assert "cannot have been answered before" in complaint(answer)
    assert "From May." in answer.text


def test_a_decision_leads_to_awaiting_its_answer(sign_in, body, officer):
    decision = a_decision(body, kind=DecisionKind.REFERRAL)

    assert f"/decisions/{decision.id}/refer" in sign_in(officer).get(f"/decisions/{decision.id}").text


def test_an_answer_that_is_late_is_on_today(sign_in, body, officer):
    make.a_referral(decision=a_decision(body), to=make.a_body("Harbour Board"), due_on=date(2026, 10, 1))

    shown = sign_in(officer).get("/today").text

    assert "Harbour Board: answer what was referred to it" in shown
    assert "days late" in shown


def test_of_two_who_put_a_decision_right_the_second_is_told_and_may_still_have_their_way(sign_in, body, officer):
    browser = sign_in(officer)
    browser.post(f"/bodies/{body.slug}/between-meetings/new", data=DAY | TYPED)
    address = f"/between-meetings/{rows(InterimDecision)[0].id}"
    older = form_of(browser, address)[1]
    hers = TYPED | {"words": "That the grant be refused."}
    browser.post(address, data=DAY | form_of(browser, address)[1] | hers)

    mine = DAY | TYPED | {"words": "That half the grant be accepted."}
    answer = browser.post(address, data=older | mine)

    assert "It now says “That the grant be refused.”" in complaint(answer)
    assert "That half the grant be accepted." in answer.text
    assert rows(InterimDecision)[0].words == "That the grant be refused."
    browser.post(address, data=form_of(browser, address)[1] | mine)
    assert rows(InterimDecision)[0].words == "That half the grant be accepted."
