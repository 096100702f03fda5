"""The pages about one action."""

import io
from datetime import UTC, date, datetime

import pytest
import time_machine

from shp_gov import services
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.workflows import ActionState, MinutesState
from shp_gov.models import Action, ActionEvent, Evidence
from tests.factories import (
    a_body,
    a_chair,
    a_decision,
    a_meeting,
    a_member,
    a_minute,
    a_person,
    a_seat,
    a_user,
    an_action,
    an_administrator,
    an_appointment,
    an_officer,
)
from tests.web.action_pages import hidden_of, now, read, send, words

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


def test_an_action_is_seen_through_to_the_bodys_agreement(sign_in, body, officer, owner, seat, decision):
    client = sign_in(officer)
    due = {"due_on-day": "30", "due_on-month": "9", "due_on-year": "2026"}
    send(client, f"/decisions/{decision.id}/actions/new", what="Share the data", owner=f"seat {seat.id}", **due)
    action = db.session.query(Action).one()
    address = f"/actions/{action.id}"

    sign_in(owner)
    assert "Share the data" in words(client.get("/my-actions"))
    proposed = send(client, address, note="Shared on Monday.", files=(io.BytesIO(b"June"), "june.txt"))
    assert "You proposed that it is complete" in proposed.text
    sign_in(officer)
    assert "Returned to its owner" in send(client, address, note="Where is July?", **{"return": "y"}).text
    sign_in(owner)
    assert "Where is July?" in words(client.get(address))
    send(client, address, note="July went on Tuesday.")
    sign_in(officer)
    assert "Verified" in send(client, address, note="").text
    held = a_meeting(body=body, on=date(2026, 9, 10))
    db.session.commit()
    agreed = send(
        client, f"/bodies/{body.slug}/actions/agreed", meeting=str(held.id), actions=[str(action.id)], minute=""
    )

    assert "1 action closed" in agreed.text
    assert now(action).state is ActionState.CLOSED
    assert "The partnership agreed at its meeting of Thursday 10 September 2026" in words(client.get(address))


def test_the_public_reads_what_was_agreed_and_no_note_until_it_is_closed(client, body, action):
    services.actions.report_progress(action, note="Both legal teams are slow.", actor=CLERK)
    services.actions.propose_completion(action, note="It is done.", actor=CLERK)
    db.session.commit()
    address = f"/actions/{action.id}"

    before = words(client.get(address))
    services.actions.verify(action, actor=CLERK)
    services.action_endings.agree_closure([action], meeting=a_meeting(body=body, on=date(2026, 9, 10)), actor=CLERK)
    db.session.commit()
    after = words(client.get(address))

    assert "Completion proposed" in before
    assert "legal teams" not in before
    assert "It is done." not in before
    assert "legal teams" in after


@pytest.mark.parametrize("who", ["nobody", "member", "chair", "administrator", "officer elsewhere", "former holder"])
def test_whoever_does_not_answer_for_it_cannot_update_it(client, sign_in, body, action, seat, who):
    if who != "nobody":
        former = a_user("Ash Cole", person=a_person("Ash Cole"))
        an_appointment(former.person, seat=seat, until_on=date(2026, 9, 9))
        people = {
            "member": lambda: a_member(body=body),
            "chair": lambda: a_chair(body=body),
            "administrator": an_administrator,
            "officer elsewhere": lambda: an_officer(body=a_body()),
            "former holder": lambda: former,
        }
        sign_in(people[who]())
    db.session.commit()

    shown = read(client.get(f"/actions/{action.id}"))
    answers = [
        client.post(f"/actions/{action.id}/{page}", data={"note": "Done", "reason": "Why", "version": "1"}).status_code
        for page in ("progress", "answer", "owner", "due-date", "waits-for", "not-proceeding", "reopen")
    ]

    assert not shown.main.find_all("form", method="post")
    assert set(answers) == {400 if who == "nobody" else 403}
    assert now(action).state is ActionState.OPEN
    assert db.session.query(ActionEvent).count() == 0


def test_on_the_last_day_of_the_term_the_owner_can_still_say_it_is_done(client, sign_in, body, action, seat):
    leaving = a_user("Ash Cole", person=a_person("Ash Cole"))
    an_appointment(leaving.person, seat=seat, until_on=date(2026, 9, 10))
    sign_in(leaving)

    send(client, f"/actions/{action.id}", note="Done.")

    assert now(action).state is ActionState.PROPOSED


def test_the_owner_does_not_verify_her_own_action(client, sign_in, owner, action):
    sign_in(owner)
    services.actions.propose_completion(action, note="Done", actor=CLERK)
    db.session.commit()

    shown = words(client.get(f"/actions/{action.id}"))

    assert "Verify" not in shown
    assert client.post(f"/actions/{action.id}/answer", data={"version": "2"}).status_code == 403


def test_every_refusal_is_said_before_the_button(client, sign_in, officer, action):
    sign_in(officer)

    shown = words(client.get(f"/actions/{action.id}"))

    assert "Verify it: not now. Its owner has not proposed that it is complete yet." in shown
    assert "Reopen it: not now. It is not finished." in shown


def test_a_second_click_is_harmless(client, sign_in, owner, action):
    sign_in(owner)
    to, hidden = hidden_of(read(client.get(f"/actions/{action.id}")))
    typed = {**hidden, "note": "Asked.", "note_only": "y"}

    first, second = client.post(to, data=typed), client.post(to, data=typed)

    assert (first.status_code, second.status_code) == (302, 302)
    assert first.location == second.location
    assert [event.happening.value for event in now(action).history] == ["note", "started"]


def test_a_second_officers_edit_is_told_and_the_words_typed_are_kept(client, sign_in, body, officer, action):
    sign_in(officer)
    address = f"/actions/{action.id}/due-date"
    _, hidden = hidden_of(read(client.get(address)))
    ann = Actor("Ann Lee")
    services.action_changes.change_due_date(action, due_on=date(2026, 10, 1), reason="Hers.", actor=ann)
    db.session.commit()
    typed = {"due_on-day": "2", "due_on-month": "11", "due_on-year": "2026", "reason": "My own reason"}

    refused = client.post(address, data={**hidden, **typed})

    assert "Ann Lee changed this action at 10.00am: Due date changed." in words(refused)
    assert "My own reason" in refused.text
    assert now(action).due_on == date(2026, 10, 1)
    _, again = hidden_of(read(refused))
    client.post(address, data={**again, **typed})
    assert now(action).due_on == date(2026, 11, 2)


def test_the_same_is_so_on_the_page_of_the_action(client, sign_in, officer, owner, action):
    services.actions.propose_completion(action, note="Done", actor=CLERK)
    sign_in(officer)
    to, hidden = hidden_of(read(client.get(f"/actions/{action.id}")))
    services.actions.verify(action, actor=Actor("Ann Lee"))
    db.session.commit()

    refused = client.post(to, data={**hidden, "note": "Where is July?", "return": "y"})

    assert "Ann Lee changed this action at 10.00am: Verified." in words(refused)
    assert "Where is July?" in refused.text
    assert now(action).state is ActionState.VERIFIED


@pytest.mark.parametrize("version", ["", "x", "0", "99999999999", "-1", "1.5", "\u0663"])
def test_a_form_without_its_version_changes_nothing(client, sign_in, officer, action, version):
    sign_in(officer)

    answer = client.post(f"/actions/{action.id}/progress", data={"note": "Done", "version": version})

    assert answer.status_code == 200
    assert now(action).state is ActionState.OPEN


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"note": " "}, "Show that it is complete: write what was done, or add a file"),
        ({"note": "", "note_only": "y"}, "Write your note"),
        ({"note": "x" * 4001}, "It is 1 too long."),
        ({"note": "Done", "files": (io.BytesIO(b""), "empty.pdf")}, "“empty.pdf” is empty."),
        ({"note": "Done", "files": (io.BytesIO(b"x" * 101), "big.pdf")}, "“big.pdf” is larger than 20 MB."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_changes(client, sign_in, owner, action, monkeypatch, typed, sentence):
    monkeypatch.setattr(services.evidence, "LARGEST", 100)
    sign_in(owner)

    answer = send(client, f"/actions/{action.id}", **typed)

    assert sentence in words(answer)
    assert read(answer).title.string.strip().startswith("Error: ")
    assert (read(answer).find("textarea", id="note").string or "").strip() == typed["note"].strip()
    assert now(action).state is ActionState.OPEN
    assert db.session.query(Evidence).count() == 0


def test_several_files_are_kept_as_evidence(client, sign_in, owner, action):
    sign_in(owner)

    send(client, f"/actions/{action.id}", files=[(io.BytesIO(b"June"), "june.txt"), (io.BytesIO(b"July"), "july.txt")])

    assert [row.document.filename for row in db.session.query(Evidence).order_by(Evidence.id)] == [
        "june.txt",
        "july.txt",
    ]
    assert "july.txt" in words(client.get(f"/actions/{action.id}"))


@pytest.mark.parametrize("who", ["nobody", "member of another body", "administrator"])
def test_an_exempt_action_does_not_exist_for_others(client, sign_in, body, seat, who):
    private = an_action(decision=a_decision(minute=a_minute(meeting=a_meeting(body=body), is_exempt=True)), owner=seat)
    if who != "nobody":
        sign_in(an_administrator() if who == "administrator" else a_member(body=a_body()))
    db.session.commit()

    answers = [client.get(f"/actions/{number}") for number in (private.id, 999_999)]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].data == answers[1].data


def test_a_draft_is_nobodys_but_the_officers_and_the_chairs(client, sign_in, body, officer, seat, owner):
    meeting = a_meeting(body=body, minutes_state=MinutesState.DRAFT)
    action = an_action(decision=a_decision(minute=a_minute(meeting=meeting)), owner=seat)
    db.session.commit()
    address = f"/actions/{action.id}"

    assert client.get(address).status_code == 404
    assert sign_in(owner).get(address).status_code == 404
    assert sign_in(officer).get(address).status_code == 200


def test_a_link_in_an_email_leads_through_the_sign_in(client, sign_in, owner, action):
    db.session.commit()
    first = client.get(f"/my-actions/{action.id}")

    assert "/sign-in" in first.location
    assert "next=" in first.location
    assert sign_in(owner).get(f"/my-actions/{action.id}").location == f"/actions/{action.id}"
