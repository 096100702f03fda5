"""The register of members, seats and people in the browser, and the forms that change them."""

import re
from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa
import time_machine
from bs4 import BeautifulSoup

from shp_gov.database import db
from shp_gov.models import Appointment, AppointmentKind, Office, Person, RoleHeld, Substitution
from tests.factories import (
    a_body,
    a_chair_in_office,
    a_meeting,
    a_person,
    a_seat,
    a_user,
    an_appointment,
    an_attendance,
    an_officer,
    an_organisation,
)
from tests.web.sending import complaint, three_boxes

LETTER = {"basis": "Letter of 3 September 2026"}
FIRST = three_boxes("from_on", "10", "9", "2026")


@pytest.fixture(autouse=True)
def _on_the_day():
    with time_machine.travel(datetime(2026, 9, 10, 9, tzinfo=UTC)):
        yield


@pytest.fixture
def seat(app):
    police = an_organisation("Eastshire Police")
    return a_seat(body=a_body(slug="here"), post="Head of Policing", organisation=police)


@pytest.fixture
def jo(seat):
    person = a_person("Jo Tranter", email="jo@seaborough.example")
    an_appointment(person, seat=seat, until_on=date(2026, 10, 1))
    return person


@pytest.fixture
def officer(seat, sign_in):
    return sign_in(an_officer(body=seat.body))


def words(response) -> str:
    assert response.status_code == 200, response.status_code
    return " ".join(BeautifulSoup(response.text, "html5lib").main.get_text(" ").split())


def only(model):
    return db.session.scalars(sa.select(model).order_by(model.id.desc())).first()


def test_the_public_reads_the_register_without_addresses_or_next_steps(client, seat, jo):
    text = words(client.get("/bodies/here/members"))
    person = words(client.get(f"/people/{jo.id}"))

    assert "Jo Tranter Since Thursday 1 January 2015, until Thursday 1 October 2026" in text
    assert "Ends in 21 days, and nobody follows" in text
    assert "Next:" not in text
    assert "jo@seaborough.example" not in text + person
    assert "Head of Policing, Eastshire Police" in person


def test_the_register_is_that_of_the_day_that_is_asked_for(client, seat, jo):
    assert "Vacant since Friday 2 October 2026" in words(client.get("/bodies/here/members?on=2+10+2026"))
    assert "Vacant" in words(client.get("/bodies/here/members?on=31+12+2014"))
    assert "There is a problem" in words(client.get("/bodies/here/members?on=soon"))


def test_the_printed_register_and_the_sheet_are_of_that_day_too(client, seat, jo):
    sheet = client.get("/bodies/here/members.csv?on=2026-10-02")
    paper = client.get("/bodies/here/members.pdf?on=2026-10-02")

    assert "Vacant since 2 October 2026" in sheet.text
    assert re.search(r"members-here-2026-10-02\.csv", sheet.headers["Content-Disposition"])
    assert (paper.mimetype, paper.data[:4]) == ("application/pdf", b"%PDF")


def test_somebody_whom_only_officers_know_does_not_exist_for_the_public(client, seat):
    stranger = a_person("Una Known")

    assert client.get(f"/people/{stranger.id}").status_code == 404


def test_an_officer_appoints_somebody_new_by_a_letter(officer, seat):
    data = {"person": "Inspector Bo Lee", "is_new": "y", "email": "bo@seaborough.example", **FIRST, **LETTER}

    answer = officer.post(f"/seats/{seat.id}/appoint", data=data, follow_redirects=True)

    assert "Inspector Bo Lee has the seat from Thursday 10 September 2026" in words(answer)
    made = only(Appointment)
    assert (made.person.email, made.basis) == ("bo@seaborough.example", LETTER["basis"])
    assert made.person.post_on(date(2026, 9, 10)).title == "Head of Policing, Eastshire Police"


def test_somebody_known_is_found_with_their_rank_or_without(officer, seat):
    ann = a_person("Superintendent Ann Lisle")
    an_appointment(ann, seat=a_seat(body=seat.body, post="Other"), until_on=date(2020, 1, 1))

    officer.post(f"/seats/{seat.id}/appoint", data={"person": "Ann Lisle", **FIRST, **LETTER})

    assert only(Appointment).person is ann
    assert len(db.session.scalars(sa.select(Person).where(Person.name.contains("Lisle"))).all()) == 1


def test_a_name_that_nobody_or_two_have_is_refused_and_nothing_changes(officer, seat):
    for name in ("Al Fox", "Al Fox"):
        an_appointment(a_person(name), seat=a_seat(body=seat.body))
    address = f"/seats/{seat.id}/appoint"

    assert "Nobody in the register is called Zed" in complaint(
        officer.post(address, data={"person": "Zed", **FIRST, **LETTER})
    )
    assert "2 people are called Al Fox" in complaint(
        officer.post(address, data={"person": "Al Fox", **FIRST, **LETTER})
    )
    known = {"person": "Al Fox", "is_new": "y", **FIRST, **LETTER}
    assert "is in the register already" in complaint(officer.post(address, data=known))
    assert "say in which letter" in complaint(officer.post(address, data={"person": "Al Fox", **FIRST}))
    assert db.session.scalars(sa.select(Appointment).where(Appointment.seat_id == seat.id)).all() == []


def test_an_officer_ends_holds_over_and_appoints_again(officer, seat, jo):
    held = seat.appointments[0].id

    officer.post(f"/appointments/{held}/hold-over", data={"because": "No nomination came."})
    over = only(Appointment)
    assert (over.kind, over.from_on) == (AppointmentKind.HOLD_OVER, date(2026, 10, 2))
    assert "Held over: No nomination came." in words(officer.get("/bodies/here/members?on=2+10+2026"))

    again = three_boxes("from_on", "1", "11", "2026")
    officer.post(f"/appointments/{over.id}/again", data={**again, **LETTER})
    assert (over.until_on, only(Appointment).from_on) == (date(2026, 10, 31), date(2026, 11, 1))

    last = three_boxes("last_day", "30", "11", "2026")
    answer = officer.post(f"/appointments/{only(Appointment).id}/end", data={**last, "because": "Retired."})
    assert answer.status_code == 302
    assert (only(Appointment).until_on, only(Appointment).ended_because) == (date(2026, 11, 30), "Retired.")


def test_a_substitute_is_named_for_a_seat_or_for_one_meeting(officer, seat, jo):
    meeting = a_meeting(body=seat.body, on=date(2026, 9, 24), minutes_state=None, state="scheduled")
    address, ned = f"/seats/{seat.id}/substitutes/new", {"person": "Ned Fox", "is_new": "y"}
    assert "Enter the first day, or choose a meeting" in complaint(officer.post(address, data=ned))

    officer.post(address, data={**ned, "meeting": str(meeting.id)})
    assert only(Substitution).meeting is meeting
    officer.post(address, data={"person": "Ned Fox", **FIRST})
    assert only(Substitution).meeting is None
    assert "Substitute on Thursday 24 September 2026: Ned Fox" in words(officer.get("/bodies/here/members"))

    last = three_boxes("last_day", "30", "9", "2026")
    officer.post(f"/substitutions/{only(Substitution).id}/end", data={**last, "because": "Left."})
    assert only(Substitution).until_on == date(2026, 9, 30)


def test_somebody_is_co_opted_with_a_purpose_and_their_seat_ends_with_them(officer, seat):
    data = {"person": "Cy Dunn", "is_new": "y", "post": "Adviser on needles", "purpose": "To advise", **FIRST, **LETTER}
    officer.post("/bodies/here/members/co-opt", data={**data, **three_boxes("until_on", "1", "3", "2027")})

    made = only(Appointment)
    assert (made.kind, made.reason, made.seat.active_until) == (
        AppointmentKind.CO_OPTION,
        "To advise",
        date(2027, 3, 1),
    )
    text = words(officer.get("/bodies/here/members"))
    assert "Co-opted members (1)" in text
    assert "For: To advise" in text
    assert "Adviser on needles" not in words(officer.get("/bodies/here/members?on=2+3+2027"))


def test_an_officer_moves_somebody_and_is_asked_about_their_seat(officer, seat, jo):
    data = {"name": "Jo Tranter", "post": "Director", "organisation": "Seaborough Council", **FIRST}
    address = f"/bodies/here/people/{jo.id}/post"
    assert "No organisation in the register is called" in complaint(officer.post(address, data=data))

    answer = officer.post(address, data={**data, "is_new": "y"}, follow_redirects=True)

    text = words(answer)
    assert "Director, Seaborough Council" in text
    assert "Next: look at 1 seat of another organisation" in text
    assert "on record for Thursday 10 September 2026 already" in complaint(officer.post(address, data=data))


def test_who_takes_an_office_is_recorded_and_what_the_checks_say_is_shown_at_once(officer, seat, jo):
    a_chair_in_office(jo, body=seat.body)
    data = {"kind": "vice-chair", "person": str(jo.id), **FIRST, **LETTER}

    answer = officer.post("/bodies/here/offices/new", data=data, follow_redirects=True)

    assert "Jo Tranter is vice-chair from Thursday 10 September 2026" in answer.text
    office = only(Office)
    assert (office.kind.value, office.basis) == ("vice-chair", LETTER["basis"])
    assert "is vice-chair of" in complaint(officer.post("/bodies/here/offices/new", data=data))
    last = three_boxes("last_day", "1", "10", "2026")
    officer.post(f"/offices/{office.id}/end", data={**last, "because": "New year."})
    assert office.until_on == date(2026, 10, 1)


def test_an_officer_lends_their_role_for_a_fortnight_and_takes_it_back(officer, seat):
    tom = a_user("Tom Reddy")
    days = {**three_boxes("from_on", "14", "9", "2026"), **three_boxes("until_on", "27", "9", "2026")}
    unknown = officer.post("/bodies/here/cover", data={"role": "officer", "email": "no@body.example", **days})
    assert "Nobody with the address no@body.example has an account" in complaint(unknown)

    answer = officer.post(
        "/bodies/here/cover", data={"role": "officer", "email": tom.email, **days}, follow_redirects=True
    )

    assert "Tom Reddy for Helen Ashby" in words(answer)
    cover = only(RoleHeld)
    officer.post(f"/cover/{cover.id}/end", data=three_boxes("last_day", "20", "9", "2026"))
    assert cover.until_on == date(2026, 9, 20)


def test_whoever_covers_sees_it_on_today_and_on_their_account(client, sign_in, seat):
    tom, helen = a_user("Tom Reddy"), an_officer(body=seat.body)
    held = RoleHeld(user=tom, body=seat.body, role="officer", from_on=date(2026, 9, 1), until_on=date(2026, 9, 14))
    held.covers_for = helen
    db.session.add(held)
    browser = sign_in(tom)

    said = "You cover for Helen Ashby as officer of Safer Seaborough Partnership until Monday 14 September 2026."
    assert said in words(browser.get("/today"))
    assert "covering for Helen Ashby" in words(browser.get("/account"))
    assert "You cover for somebody else here" in words(browser.get("/bodies/here/cover"))


def test_a_term_about_to_end_is_a_thing_to_do_today(officer, seat, jo):
    text = words(officer.get("/today"))

    assert "Say who follows Jo Tranter, or appoint them again" in text
    assert "Ends on Thursday 1 October 2026" in text


def test_who_took_the_chair_in_the_chairs_place_is_recorded_and_shown(officer, seat, jo):
    a_chair_in_office(a_person("Ruth Adeyemi"), body=seat.body)
    meeting = a_meeting(body=seat.body, on=date(2026, 7, 16))
    line = an_attendance(jo, meeting=meeting)

    data = {"line": str(line.id), "because": "The chair sent apologies."}
    answer = officer.post(f"/meetings/{meeting.id}/in-the-chair", data=data, follow_redirects=True)

    assert "Jo Tranter was in the chair" in answer.text
    assert "In the chair’s place Jo Tranter" in words(officer.get("/bodies/here/members"))


def test_a_rule_that_is_switched_off_does_not_warn_of_who_takes_an_office(officer, seat, jo):
    data = {"kind": "chair", "person": str(jo.id), **FIRST, **LETTER}
    warned = officer.post("/bodies/here/offices/new", data=data, follow_redirects=True)
    officer.post(f"/offices/{only(Office).id}/end", data={**three_boxes("last_day", "10", "9", "2026"), "because": "-"})
    off = {**FIRST, "note": "One authority only."}
    officer.post("/bodies/here/stand/rules/TOR-VC-DIFFORG/off", data=off)

    later = {**data, **three_boxes("from_on", "11", "9", "2026")}
    quiet = officer.post("/bodies/here/offices/new", data=later, follow_redirects=True)

    assert "The checks say: No vice-chair is recorded" in warned.text
    assert "Jo Tranter is chair from Friday 11 September 2026" in quiet.text
    assert "The checks say" not in quiet.text


def test_whoever_sits_on_a_body_of_somebody_else_too_is_not_moved_for_it(officer, seat, jo):
    an_appointment(jo, seat=a_seat(body=a_body("Youth Justice Board"), key="other"))
    data = {"name": "Jo Tranter", "post": "Director", **FIRST}

    refused = complaint(officer.post(f"/bodies/here/people/{jo.id}/post", data=data))

    assert "They are known to Youth Justice Board too, which you do not serve. Ask its officer." in refused
    assert jo.posts == []


def test_whoever_left_that_body_before_is_moved(officer, seat, jo):
    board = a_seat(body=a_body("Youth Justice Board"), key="other")
    an_appointment(jo, seat=board, until_on=date(2026, 9, 9))

    officer.post(f"/bodies/here/people/{jo.id}/post", data={"name": "Jo Tranter", "post": "Director", **FIRST})

    assert jo.post_on(date(2026, 9, 10)).post == "Director"
