"""Saving a minute over HTTP: the script's answers in sentences, two texts put together, earlier words taken back."""

from datetime import timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup

from shp_gov import clock, services
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.workflows import MinutesState
from shp_gov.queries import revisions as queries
from tests.factories import a_body, a_clash, a_meeting, a_minute, an_officer
from tests.web.sending import complaint, form_of

PRIYA = Actor("Priya Nair")
SCRIPT = {"Accept": "application/json"}


@pytest.fixture
def body(app):
    return a_body()


@pytest.fixture
def officer(body):
    return an_officer(body=body)


@pytest.fixture
def minute(body):
    return a_minute(meeting=a_meeting(body=body, minutes_state=MinutesState.DRAFT), position=4)


@pytest.fixture
def browser(sign_in, officer):
    return sign_in(officer)


def send(browser, minute, narrative, *, on, **headers):
    said = {"words": {"narrative": narrative}, "based_on": on}
    return browser.post(f"/minutes/{minute.id}/words", json=said, headers=SCRIPT | headers)


def newest(minute):
    db.session.refresh(minute)
    return minute.narrative, minute.version


def test_what_is_typed_is_saved_and_the_answer_says_which_version_it_is(browser, minute):
    answer = send(browser, minute, "The chair asked.\r\n", on=0)

    assert answer.status_code == 200
    assert answer.json["version"] == answer.json["newest"] == 2
    assert answer.json["at"].endswith(("am", "pm"))
    assert newest(minute) == ("The chair asked.", 2)


def test_two_pages_at_the_same_minute_are_told_and_both_texts_are_kept(browser, minute):
    services.revisions.save(minute, words={"narrative": "The police answered."}, based_on=0, actor=PRIYA)

    answer = send(browser, minute, "The chair asked.", on=0)

    assert answer.status_code == 409
    (clash,) = answer.json["clashes"]
    assert (clash["by"], clash["is_yours"]) == ("Helen Ashby", True)
    page = browser.get(clash["address"])
    assert "The chair asked." in page.text
    assert "The police answered." in page.text
    assert newest(minute)[0] == "The police answered."


def test_the_page_asks_for_the_words_who_else_writes_and_a_token(browser, minute):
    services.revisions.save(minute, words={"narrative": "The police answered."}, based_on=0, actor=PRIYA)

    answer = browser.get(f"/minutes/{minute.id}/words", headers=SCRIPT).json

    assert answer["words"]["narrative"] == "The police answered."
    assert [other["name"] for other in answer["others"]] == ["Priya Nair"]
    assert answer["token"]
    assert answer["clashes"] == []


def test_who_stopped_writing_is_no_longer_named(browser, minute):
    services.revisions.save(minute, words={"narrative": "The police answered."}, based_on=0, actor=PRIYA)

    with time_machine.travel(clock.now() + timedelta(minutes=6)):
        assert browser.get(f"/minutes/{minute.id}/words", headers=SCRIPT).json["others"] == []


def test_who_writes_without_a_pause_has_done_so_since_the_first_save(app, minute):
    began = clock.now()
    for minutes in (0, 3, 6, 9):
        with time_machine.travel(began + timedelta(minutes=minutes)):
            words = {"narrative": f"Word {minutes}."}
            services.revisions.save(minute, words=words, based_on=minute.version, actor=PRIYA)

    (at_work,) = queries.at_work(minute, but=-1, now=began + timedelta(minutes=10))

    assert abs(at_work.since - began) < timedelta(seconds=5)


def test_who_is_signed_out_hears_it_in_a_sentence(client, minute):
    answer = send(client, minute, "The chair asked.", on=0)

    assert answer.status_code == 401
    assert answer.json["why"] == "signed out"
    assert "saved when you sign in again" in answer.json["sentence"]
    assert newest(minute) == (None, 0)


def test_a_page_that_saves_all_day_does_not_keep_its_session_open(client, browser, minute):
    began = clock.now()
    with client.session_transaction() as session:
        session.permanent = True
        session["signed_in_at"] = began.timestamp()
    answers = []
    for hour in range(14):
        with time_machine.travel(began + timedelta(hours=hour, minutes=1)):
            browser.get(f"/minutes/{minute.id}/words", headers=SCRIPT)
            answers.append(send(browser, minute, f"Hour {hour}.", on=minute.version).status_code)
        db.session.refresh(minute)

    assert answers == [200] * 12 + [401] * 2
    assert minute.narrative == "Hour 11."


def test_an_old_token_is_told_from_a_session_that_is_over(app, client, browser, minute):
    app.config["WTF_CSRF_ENABLED"] = True
    try:
        stale = send(browser, minute, "The chair asked.", on=0)
        token = browser.get(f"/minutes/{minute.id}/words", headers=SCRIPT).json["token"]
        fresh = send(browser, minute, "The chair asked.", on=0, **{"X-CSRFToken": token})
        with client.session_transaction() as session:
            session.clear()
        over = send(client, minute, "The chair asked again.", on=2, **{"X-CSRFToken": token})
    finally:
        app.config["WTF_CSRF_ENABLED"] = False

    assert (stale.status_code, stale.json["why"]) == (400, "token")
    assert fresh.status_code == 200
    assert (over.status_code, over.json["why"]) == (401, "signed out")


@pytest.mark.parametrize(
    "sent",
    [
        None,
        [],
        {"words": {"narrative": "x"}},
        {"words": {}, "based_on": 0},
        {"words": {"narrative": 4}, "based_on": 0},
        {"words": {"narrative": "x"}, "based_on": "0"},
        {"words": {"narrative": "x"}, "based_on": True},
        {"words": {"narrative": "x"}, "based_on": 10**30},
    ],
)
def test_what_cannot_be_read_is_refused_and_changes_nothing(browser, minute, sent):
    answer = browser.post(f"/minutes/{minute.id}/words", json=sent, headers=SCRIPT)

    assert answer.status_code == 400
    assert "Copy your words" in answer.json["sentence"]
    assert newest(minute) == (None, 0)


@pytest.mark.parametrize(
    ("words", "on", "sentence"),
    [
        ({"narrative": "x"}, 9, "another version"),
        ({"number": "x"}, 0, "no place for number"),
        ({"narrative": "x" * 500_001}, 0, "1 too long"),
    ],
)
def test_what_the_record_does_not_allow_is_refused_in_a_sentence(browser, minute, words, on, sentence):
    said = {"words": words, "based_on": on}

    answer = browser.post(f"/minutes/{minute.id}/words", json=said, headers=SCRIPT)

    assert answer.status_code == 422
    assert sentence in answer.json["sentence"]


def test_a_minute_that_is_not_there_is_said_as_json_to_the_script_and_as_a_page_to_people(browser):
    assert "Copy your words" in browser.get("/minutes/999999/words", headers=SCRIPT).json["sentence"]
    assert "<h1" in browser.get("/minutes/999999/words").text


def test_approved_minutes_are_refused(browser, minute):
    minute.meeting.minutes_state = MinutesState.APPROVED

    answer = send(browser, minute, "Too late.", on=0)

    assert answer.status_code == 422
    assert "approved and cannot change" in answer.json["sentence"]


def test_200_kb_pasted_from_word_is_saved(browser, minute):
    pasted = "Paragraph after paragraph – “quoted”, and so on.\n" * 4000

    answer = send(browser, minute, pasted, on=0)

    assert answer.status_code == 200
    assert newest(minute)[0] == pasted.strip()


def settle(browser, minute, clash, **sent):
    address, hidden = form_of(browser, f"/minutes/{minute.id}/clashes/{clash.number}")
    return browser.post(address, data=hidden | sent)


@pytest.mark.parametrize(
    ("pick", "typed", "stands"),
    [
        ("both", "The chair asked. He answered.", "The chair asked. He answered."),
        ("yours", "", "The chief superintendent answered."),
        ("theirs", "", "The chair asked."),
    ],
)
def test_two_texts_are_put_together_or_one_of_them_is_picked(browser, minute, pick, typed, stands):
    clash = a_clash(minute)

    answer = settle(browser, minute, clash, pick=pick, narrative=typed)

    assert answer.status_code == 302
    assert newest(minute)[0].strip() == stands
    assert not queries.open_clashes(minute)


def test_words_sent_twice_are_put_together_once(browser, minute):
    clash = a_clash(minute)
    address, hidden = form_of(browser, f"/minutes/{minute.id}/clashes/{clash.number}")
    sent = hidden | {"pick": "both", "narrative": "One text."}

    first, second = browser.post(address, data=sent), browser.post(address, data=sent)

    assert first.location == second.location
    assert newest(minute) == ("One text.", 4)


def test_who_saved_while_two_texts_were_put_together_makes_a_new_clash_and_no_word_is_lost(browser, minute):
    clash = a_clash(minute)
    address, hidden = form_of(browser, f"/minutes/{minute.id}/clashes/{clash.number}")
    services.revisions.save(minute, words={"narrative": "Meanwhile."}, based_on=minute.version, actor=PRIYA)

    answer = browser.post(address, data=hidden | {"pick": "both", "narrative": "One text."})

    (left,) = queries.open_clashes(minute)
    assert answer.location == f"/minutes/{minute.id}/clashes/{left.number}"
    assert (newest(minute)[0], left.words["narrative"]) == ("Meanwhile.", "One text.")


def test_a_clash_that_another_page_settled_is_refused_with_the_words_kept(browser, minute):
    clash = a_clash(minute)
    address, hidden = form_of(browser, f"/minutes/{minute.id}/clashes/{clash.number}")
    words = {"narrative": "Settled."}
    services.revisions.merge(minute, clash=clash, words=words, based_on=minute.version, actor=PRIYA)

    answer = browser.post(address, data=hidden | {"pick": "both", "narrative": "My own."})

    assert "settled already" in complaint(answer)
    assert "My own." in answer.text


def test_hostile_words_are_shown_and_not_run(browser, minute):
    services.revisions.save(minute, words={"narrative": "<script>alert(1)</script>"}, based_on=0, actor=PRIYA)
    clash = services.revisions.save(minute, words={"narrative": "<img src=x>"}, based_on=0, actor=Actor("Helen")).clash

    page = browser.get(f"/minutes/{minute.id}/clashes/{clash.number}").text

    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
    assert "<img" not in page


def test_the_history_lists_every_save_and_an_earlier_one_is_taken_back(browser, minute):
    first = services.revisions.save(minute, words={"narrative": "One."}, based_on=0, actor=PRIYA)
    services.revisions.save(minute, words={"narrative": "Two."}, based_on=first.version, actor=PRIYA)

    page = BeautifulSoup(browser.get(f"/minutes/{minute.id}/history").text, "html5lib")
    address, hidden = form_of(browser, f"/minutes/{minute.id}/history/{first.version}")
    browser.post(address, data=hidden)

    assert "Saves (3)" in page.main.text
    assert newest(minute) == ("One.", 4)
    assert [revision.words.get("narrative", "") for revision in queries.history(minute)] == ["One.", "Two.", "One.", ""]
