"""An officer withdraws what was recorded wrongly of a seat or an office, on its page and with a reason."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from shp_gov.models import Appointment, Office
from tests.factories import a_body, a_chair_in_office, a_person, a_seat, an_appointment, an_officer, an_organisation
from tests.web.sending import complaint, three_boxes
from tests.web.test_members import LETTER, only, words


@pytest.fixture(autouse=True)
def _on_the_day():
    with time_machine.travel(datetime(2026, 9, 10, 9, tzinfo=UTC)):
        yield


@pytest.fixture
def seat(app):
    return a_seat(body=a_body(slug="here"), post="Head of Policing", organisation=an_organisation("Eastshire Police"))


@pytest.fixture
def jo(seat):
    person = a_person("Jo Tranter")
    an_appointment(person, seat=seat, until_on=date(2026, 10, 1))
    return person


@pytest.fixture
def officer(seat, sign_in):
    return sign_in(an_officer(body=seat.body))


def test_an_officer_withdraws_an_appointment_that_was_a_mistake(officer, seat):
    ann = a_person("Ann Lee")
    made = an_appointment(ann, seat=seat, from_on=date(2026, 9, 1))
    assert f"/appointments/{made.id}/withdraw" in officer.get(f"/seats/{seat.id}").text
    assert "Say what was wrong" in complaint(officer.post(f"/appointments/{made.id}/withdraw", data={"because": " "}))

    answer = officer.post(
        f"/appointments/{made.id}/withdraw", data={"because": "Another Ann Lee."}, follow_redirects=True
    )

    assert "The appointment of Ann Lee from Tuesday 1 September 2026 is withdrawn." in words(answer)
    assert "Vacant" in words(officer.get(f"/seats/{seat.id}"))


def test_an_officer_withdraws_the_end_of_a_term(officer, seat, jo):
    term = only(Appointment)
    officer.post(f"/appointments/{term.id}/end", data={**three_boxes("last_day", "9", "9", "2026"), "because": "Left."})
    assert f"/appointments/{term.id}/end/withdraw" in officer.get(f"/seats/{seat.id}").text

    answer = officer.post(
        f"/appointments/{term.id}/end/withdraw", data={"because": "They stay."}, follow_redirects=True
    )

    assert "The term of Jo Tranter lasts until Thursday 1 October 2026." in words(answer)
    assert "Held." in words(officer.get(f"/seats/{seat.id}"))


def test_an_officer_withdraws_an_office_and_the_end_of_one(officer, seat, jo):
    office = a_chair_in_office(jo, body=seat.body)
    last = {**three_boxes("last_day", "9", "9", "2026"), "because": "Left."}
    officer.post(f"/offices/{office.id}/end", data=last)

    person = officer.get(f"/people/{jo.id}").text
    back = officer.post(f"/offices/{office.id}/end/withdraw", data={"because": "They stay."}, follow_redirects=True)
    gone = officer.post(f"/offices/{office.id}/withdraw", data={"because": "Never so."}, follow_redirects=True)

    assert f"/offices/{office.id}/end/withdraw" in person
    assert "Jo Tranter is chair without an end." in words(back)
    assert "That Jo Tranter is chair from Thursday 1 January 2015 is withdrawn." in words(gone)
    assert only(Office) is None


def test_nobody_else_is_offered_to_withdraw_anything(client, sign_in, seat, jo):
    a_chair_in_office(jo, body=seat.body)
    elsewhere = sign_in(an_officer(body=a_body("Youth Justice Board")))

    for page in (f"/seats/{seat.id}", f"/people/{jo.id}", "/bodies/here/members"):
        assert "withdraw" not in elsewhere.get(page).text.casefold()


def test_an_absurdly_far_first_day_is_refused_on_the_page(officer, seat, jo):
    far = {**three_boxes("from_on", "10", "9", "2126"), **LETTER}
    elected = officer.post("/bodies/here/offices/new", data={"kind": "chair", "person": str(jo.id), **far})
    appointed = officer.post(f"/seats/{seat.id}/appoint", data={"person": "Bo Lee", "is_new": "y", **far})

    assert "Tuesday 10 September 2126 is more than a year ahead. Check the year." in complaint(elected)
    assert "Tuesday 10 September 2126 is more than a year ahead. Check the year." in complaint(appointed)
