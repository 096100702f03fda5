"""Words that were typed and could not be saved are given back, to copy from."""

import pytest
from bs4 import BeautifulSoup

from shp_gov import services
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.models import Action
from tests.factories import a_body, an_action, an_officer
from tests.web.action_pages import hidden_of, read

ANN = Actor("Ann Lee")
NOTE = "First <line>\nSecond line"


@pytest.fixture
def action(app) -> Action:
    """Give an action of a seat."""
    made = an_action(body=a_body())
    db.session.commit()
    return made


@pytest.fixture
def officer(action):
    """Give an officer of its body."""
    return an_officer(body=action.body)


def test_words_whose_form_is_no_longer_shown_are_on_the_page_to_copy(client, sign_in, officer, action):
    sign_in(officer)
    to, hidden = hidden_of(read(client.get(f"/actions/{action.id}")))
    services.actions.propose_completion(action, note="Done", actor=ANN)
    db.session.commit()

    refused = read(client.post(to, data={**hidden, "note": NOTE, "note_only": "y"}))

    assert refused.select_one("#not-saved").text == "What you typed, not saved"
    assert refused.select_one("#not-saved-1").text.strip() == NOTE
    assert not read(client.get(f"/actions/{action.id}")).select("#not-saved")


def test_an_officers_answer_is_kept_to_copy_once_another_returned_the_action(client, sign_in, officer, action):
    services.actions.propose_completion(action, note="Done", actor=ANN)
    sign_in(officer)
    to, hidden = hidden_of(read(client.get(f"/actions/{action.id}")))
    services.actions.return_(action, reason="July is missing", actor=ANN)
    db.session.commit()

    refused = read(client.post(to, data={**hidden, "note": "I read it all"}))

    assert refused.select_one("#not-saved-1").text.strip() == "I read it all"


def test_words_sent_after_signing_out_are_on_a_page_that_leads_back(client, action):
    address = f"/actions/{action.id}/progress"

    answer = client.post(address, data={"note": NOTE, "version": "1", "form_token": "secret", "note_only": "y"})

    page = _page(answer)
    assert page.h1.text == "You were signed out. Nothing was saved."
    assert [box.text.strip() for box in page.select("textarea")] == [NOTE]
    assert page.select_one("main a")["href"] == f"/sign-in?next={address}"
    assert action.what not in answer.text


def test_no_password_or_token_is_given_back(client):
    secret = {"old_password": "horse staple", "new_password": "correct battery", "csrf_token": "a token"}

    page = _page(client.post("/actions/1/owner", data={**secret, "what": "My words"}))

    assert [box.text.strip() for box in page.select("textarea")] == ["My words"]


def test_a_form_whose_session_is_gone_gives_the_words_back(app, client, action, monkeypatch):
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    monkeypatch.setitem(app.config, "WTF_CSRF_CHECK_DEFAULT", True)

    page = _page(client.post(f"/actions/{action.id}/owner", data={"reason": NOTE}))

    assert page.h1.text == "You were signed out. Nothing was saved."
    assert [box.text.strip() for box in page.select("textarea")] == [NOTE]


def test_a_form_that_is_too_old_gives_the_words_back(app, client, sign_in, officer, action, monkeypatch):
    sign_in(officer)
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)

    page = _page(client.post(f"/actions/{action.id}/owner", data={"reason": NOTE}))

    assert page.h1.text == "This page was open too long. Nothing was saved."
    assert [box.text.strip() for box in page.select("textarea")] == [NOTE]
    assert page.select_one("main a")["href"] == f"/actions/{action.id}/owner"


def _page(response) -> BeautifulSoup:
    assert response.status_code == 400
    return BeautifulSoup(response.text, "html5lib")
