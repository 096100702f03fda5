"""What is wrong gets a sentence that says what, where and what to do, and changes nothing."""

from datetime import timedelta
from html import unescape

import pytest
import time_machine

from shp_gov import clock
from shp_gov.database import db
from shp_gov.models import Action, Body, Meeting
from tests import factories as make
from tests.bad_files import BRACKWATER, DOUBTED, REFUSED, WITHOUT_A_DAY, BadFile
from tests.counting import counted
from tests.web.sending import a_form_with, complaint, form_of, three_boxes


def rows() -> dict[str, int]:
    return counted(db.session.connection())


@pytest.fixture
def body(app) -> Body:
    return make.a_body()


@pytest.fixture
def action(body) -> Action:
    meeting = make.a_meeting(body=body, on=clock.today() - timedelta(days=30))
    return make.an_action(decision=make.a_decision(minute=make.a_minute(meeting=meeting)))


def upload(client, bad: BadFile):
    return client.post("/imports", **a_form_with(bad.content(), bad.name))


@pytest.mark.parametrize("bad", REFUSED.values(), ids=REFUSED)
def test_an_upload_that_is_no_pack_is_refused_with_a_sentence(sign_in, body, bad):
    client = sign_in(make.an_officer(body=body))
    before = rows()

    said = complaint(upload(client, bad))

    assert bad.says in said
    assert rows() == before


def test_no_file_is_asked_for(sign_in, body):
    client = sign_in(make.an_officer(body=body))

    assert "Choose the pack" in complaint(client.post("/imports", data={}))


def test_a_file_beyond_what_is_taken_is_refused(sign_in, body):
    client = sign_in(make.an_officer(body=body))
    before = rows()

    answer = upload(client, BadFile("pack.txt", lambda: b"a" * 22 * 1024 * 1024, ""))

    assert answer.status_code == 413
    assert "20 MB" in answer.text
    assert rows() == before


@pytest.mark.parametrize("doubted", DOUBTED.values(), ids=DOUBTED)
def test_a_poor_pack_is_shown_with_its_doubt_and_is_in_no_register_yet(sign_in, body, doubted):
    client = sign_in(make.an_officer(body=body))
    kinds = (Body, Meeting)
    before = [db.session.query(kind).count() for kind in kinds]

    page = client.get(upload(client, doubted).headers["Location"])

    assert doubted.says in unescape(page.text)
    assert [db.session.query(kind).count() for kind in kinds] == before


def test_a_pack_whose_day_does_not_exist_is_not_accepted(sign_in, body):
    client = sign_in(make.an_officer(body=body))
    review = upload(client, BadFile("pack.txt", lambda: WITHOUT_A_DAY, "")).headers["Location"]
    before = rows()

    _, hidden = form_of(client, review)
    said = complaint(client.post(review, data={**hidden, "accept": "y"}))

    assert "We could not read the day of the meeting on the minutes." in said
    assert rows() == before


def test_a_correction_to_a_day_that_does_not_exist_is_refused(sign_in, body):
    client = sign_in(make.an_officer(body=body))
    review = upload(client, BadFile("pack.txt", BRACKWATER.encode, "")).headers["Location"]
    part = f"{review}/meeting"
    _, hidden = form_of(client, part)
    before = rows()

    answer = client.post(part, data={**hidden, "at:minutes.meeting_on": "31 February 2019"})

    assert "31 February 2019" in complaint(answer)
    assert rows() == before


@pytest.mark.parametrize(
    ("boxes", "says"),
    [
        (("31", "2", "2027"), "must be a real date"),
        (("30", "February", "2027"), "must be a real date"),
        (("0", "0", "0"), "must have a year of 4 numbers"),
        (("12", "", "2027"), "must include a month"),
    ],
)
def test_a_date_that_does_not_exist_is_refused_and_what_was_typed_stays(sign_in, body, action, boxes, says):
    client = sign_in(make.an_officer(body=body))
    address, hidden = form_of(client, f"/actions/{action.id}/due-date")
    before = rows()

    answer = client.post(address, data={**hidden, **three_boxes("due_on", *boxes), "reason": "The printer is late"})

    assert says in complaint(answer)
    assert "The printer is late" in answer.text
    assert all(f'value="{part}"' in answer.text for part in boxes if part)
    assert rows() == before


def test_an_end_before_its_start_is_refused(sign_in, body):
    member = make.a_member(body=body)
    client = sign_in(make.an_administrator())
    address, hidden = form_of(client, f"/accounts/{member.id}/roles/new")
    days = three_boxes("from_on", "1", "9", "2026") | three_boxes("until_on", "31", "8", "2026")
    before = rows()

    answer = client.post(address, data={**hidden, "role": "officer", "body": body.slug, **days})

    assert "before" in complaint(answer)
    assert rows() == before


def test_a_second_officers_edit_under_yours_is_not_overwritten(app, sign_in, body, action):
    client = sign_in(make.an_officer(body=body))
    mine, hidden = form_of(client, f"/actions/{action.id}/due-date")
    sign_in(make.an_officer(body=body))
    theirs, their_hidden = form_of(client, f"/actions/{action.id}/due-date")
    first, second = three_boxes("due_on", "1", "12", "2027"), three_boxes("due_on", "2", "12", "2027")
    client.post(theirs, data={**their_hidden, **first, "reason": "Agreed with the owner"})
    before = rows()

    answer = client.post(mine, data={**hidden, **second, "reason": "The printer is late"})

    said = complaint(answer)
    assert "Helen Ashby changed this action at" in said
    assert "The printer is late" in answer.text
    assert db.session.get_one(Action, action.id).due_on.day == 1
    assert rows() == before


def test_a_form_replayed_tomorrow_leads_to_its_result_and_does_nothing_twice(sign_in, body, action):
    officer = make.an_officer(body=body)
    client = sign_in(officer)
    address, hidden = form_of(client, f"/actions/{action.id}/due-date")
    typed = {**hidden, **three_boxes("due_on", "1", "12", "2027"), "reason": "Agreed with the owner"}
    first = client.post(address, data=typed)
    before = rows()

    with time_machine.travel(clock.now() + timedelta(hours=26)):
        again = sign_in(officer).post(address, data=typed)

    assert (first.status_code, again.status_code) == (302, 302)
    assert again.headers["Location"] == first.headers["Location"]
    assert rows() == before


def test_a_form_left_open_for_a_long_meeting_still_works(sign_in, body, action):
    client = sign_in(make.an_officer(body=body))
    address, hidden = form_of(client, f"/actions/{action.id}/due-date")

    with time_machine.travel(clock.now() + timedelta(hours=11)):
        answer = client.post(address, data={**hidden, **three_boxes("due_on", "1", "12", "2027"), "reason": "Long"})

    assert answer.status_code == 302
