"""Evidence files: given back to those who may see them, as files and nothing else."""

from datetime import date

import pytest

from shp_gov import services, storage
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.models import Evidence
from shp_gov.services.evidence import Upload
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

NAME = "Ann’s “plan”, signed.pdf"


@pytest.fixture
def body(app):
    return a_body()


@pytest.fixture
def seat(body):
    return a_seat(body=body)


def shown_for(body, seat, **minute) -> Evidence:
    action = an_action(decision=a_decision(minute=a_minute(meeting=a_meeting(body=body), **minute)), owner=seat)
    services.actions.propose_completion(action, files=[Upload(NAME, b"%PDF-1.7 plan")], actor=Actor("Jo Tranter"))
    db.session.commit()
    return db.session.query(Evidence).filter_by(action_id=action.id).one()


@pytest.fixture
def evidence(body, seat):
    return shown_for(body, seat)


@pytest.mark.parametrize("who", ["officer", "chair", "owner"])
def test_those_who_judge_it_may_have_the_file(client, sign_in, body, seat, evidence, who):
    people = {
        "officer": lambda: an_officer(body=body),
        "chair": lambda: a_chair(body=body),
        "owner": lambda: a_member(body=body, seat=seat),
    }
    sign_in(people[who]())

    answer = client.get(f"/evidence/{evidence.id}")

    assert (answer.status_code, answer.data) == (200, b"%PDF-1.7 plan")
    assert answer.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''Ann%E2%80%99s%20")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("who", ["nobody", "member", "officer elsewhere", "administrator", "former holder"])
def test_for_everybody_else_there_is_no_such_file(client, sign_in, body, seat, evidence, who):
    former = a_user("Ash Cole", person=a_person("Ash Cole"))
    an_appointment(former.person, seat=seat, until_on=date(2026, 1, 31))
    people = {
        "member": lambda: a_member(body=body),
        "officer elsewhere": lambda: an_officer(body=a_body()),
        "administrator": an_administrator,
        "former holder": lambda: former,
    }
    if who in people:
        sign_in(people[who]())

    answers = [client.get(f"/evidence/{number}") for number in (evidence.id, 999_999)]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].data == answers[1].data


def test_evidence_of_an_exempt_action_needs_the_entitlement_too(client, sign_in, body):
    seat = a_seat(body=body)
    late = a_user("Ash Cole", person=a_person("Ash Cole"))
    an_appointment(late.person, seat=seat, from_on=date(2026, 8, 1))
    private = shown_for(body, seat, is_exempt=True)

    assert sign_in(late).get(f"/evidence/{private.id}").status_code == 404
    assert sign_in(an_officer(body=body)).get(f"/evidence/{private.id}").status_code == 200


def test_a_note_is_no_file(client, sign_in, body, seat):
    action = an_action(decision=a_decision(minute=a_minute(meeting=a_meeting(body=body))), owner=seat)
    services.actions.propose_completion(action, note="Done", actor=Actor("Jo Tranter"))
    note = db.session.query(Evidence).one()

    assert sign_in(an_officer(body=body)).get(f"/evidence/{note.id}").status_code == 404


@pytest.mark.parametrize("name", ["page.html", "picture.svg", "script.js", "nothing"])
def test_no_file_is_opened_as_a_page_of_ours(client, sign_in, body, seat, name):
    action = an_action(decision=a_decision(minute=a_minute(meeting=a_meeting(body=body))), owner=seat)
    file = Upload(name, b"<script>alert(1)</script>")
    services.actions.propose_completion(action, files=[file], actor=Actor("Jo Tranter"))
    sign_in(an_officer(body=body))

    answer = client.get(f"/evidence/{db.session.query(Evidence).one().id}")

    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.mimetype == "application/octet-stream"


def test_a_stored_file_that_was_damaged_is_not_given_out(app, evidence):
    path = storage._path(evidence.document.sha256)
    whole = path.read_bytes()
    path.write_bytes(whole + b"!")

    with pytest.raises(OSError, match="damaged"):
        storage.fetch(evidence.document.sha256)
    path.write_bytes(whole)
