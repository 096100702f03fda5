"""The calendar, new meetings and what changes one, as an officer meets them."""

from datetime import date, time, timedelta

import pytest
import sqlalchemy as sa
from bs4 import BeautifulSoup

from shp_gov import clock
from shp_gov.database import db
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import Meeting, MeetingChange
from tests import factories as make
from tests.web.sending import complaint, form_of, three_boxes

TEN = time(10)
SCHEDULED = {"state": MeetingState.SCHEDULED, "minutes_state": None}


@pytest.fixture
def body(app):
    return make.a_body()


@pytest.fixture
def officer(body):
    return make.an_officer(body=body)


def ahead(days: int) -> date:
    return clock.today() + timedelta(days=days)


def typed(on: date, **changes) -> dict[str, str]:
    usual = {"starts_at": "10am", "ends_at": "12 noon", "mode": "in person", "venue": "Committee Room B", "joining": ""}
    usual |= {"start": "last"}
    return usual | three_boxes("on", str(on.day), str(on.month), str(on.year)) | changes


def page(answer) -> BeautifulSoup:
    assert answer.status_code == 200, answer.status_code
    return BeautifulSoup(answer.text, "html5lib").main


def meetings() -> list[Meeting]:
    return list(db.session.scalars(sa.select(Meeting).order_by(Meeting.id)))


def test_a_meeting_is_put_into_the_diary_and_leads_to_its_drafted_agenda(sign_in, body, officer):
    client = sign_in(officer)

    answer = client.post(f"/bodies/{body.slug}/meetings/new", data=typed(ahead(30)))

    [meeting] = meetings()
    assert answer.location == f"/meetings/{meeting.id}/agenda"
    assert "Apologies for absence" in client.get(answer.location).text
    assert (meeting.on, meeting.starts_at, meeting.ends_at, meeting.venue) == (
        ahead(30),
        TEN,
        time(12),
        "Committee Room B",
    )


def test_the_form_is_filled_in_as_the_last_meeting_on_the_day_that_would_be_usual(sign_in, body, officer):
    make.a_meeting(body=body, on=ahead(-63), starts_at=TEN)
    make.a_meeting(body=body, on=ahead(0), starts_at=TEN, venue="Town Hall", ends_at=time(12))

    shown = page(sign_in(officer).get(f"/bodies/{body.slug}/meetings/new"))

    assert shown.find(id="venue")["value"] == "Town Hall"
    assert shown.find(id="starts_at")["value"] == "10.00am"
    assert shown.find(id="on-day")["value"]


def test_the_day_that_the_last_meeting_fixed_is_not_typed_again(sign_in, body, officer):
    make.a_meeting(body=body, on=ahead(-63), starts_at=TEN)
    fixed = {"next_on": ahead(70), "next_starts_at": time(14), "next_venue": "The Net Loft"}
    make.a_meeting(body=body, on=ahead(0), starts_at=TEN, venue="Town Hall", ends_at=time(12), **fixed)

    shown = page(sign_in(officer).get(f"/bodies/{body.slug}/meetings/new"))

    assert "on the day that it fixed" in " ".join(shown.get_text().split())
    boxes = [int(shown.find(id=f"on-{part}")["value"]) for part in ("day", "month", "year")]
    assert boxes == [ahead(70).day, ahead(70).month, ahead(70).year]
    assert (shown.find(id="venue")["value"], shown.find(id="starts_at")["value"]) == ("The Net Loft", "2.00pm")


def test_an_officer_of_one_body_is_asked_for_no_body(sign_in, body, officer):
    assert sign_in(officer).get("/diary/new").location == f"/bodies/{body.slug}/meetings/new"


def test_a_day_that_has_passed_is_refused_and_what_was_typed_stays(sign_in, body, officer):
    answer = sign_in(officer).post(f"/bodies/{body.slug}/meetings/new", data=typed(ahead(-2), venue="Town Hall"))

    assert "has passed" in complaint(answer)
    assert page(answer).find(id="venue")["value"] == "Town Hall"
    assert meetings() == []


def test_a_second_click_makes_no_second_meeting(sign_in, body, officer):
    client = sign_in(officer)
    address, hidden = form_of(client, f"/bodies/{body.slug}/meetings/new")

    answers = [client.post(address, data=typed(ahead(30)) | hidden) for _ in range(2)]

    assert [answer.location for answer in answers] == [f"/meetings/{meetings()[0].id}/agenda"] * 2
    assert len(meetings()) == 1


def test_what_else_is_on_the_day_is_said_before_the_meeting_is_made(sign_in, body, officer):
    other, person = make.a_body("Fish Quay Board"), make.a_person("Ann Lisle")
    for each in (body, other):
        make.a_seat(body=each, held_by=person)
    make.a_meeting(body=other, on=ahead(30), starts_at=time(11), **SCHEDULED)
    client = sign_in(officer)
    before = len(meetings())

    first = client.post(f"/bodies/{body.slug}/meetings/new", data=typed(ahead(30)))
    assert "Something else is on that day" in complaint(first)
    assert "at the same time: Ann Lisle belongs to both" in first.text
    assert len(meetings()) == before

    client.post(f"/bodies/{body.slug}/meetings/new", data=typed(ahead(30), all_the_same="y"))
    assert len(meetings()) == before + 1


def test_a_meeting_is_moved_and_how_many_are_told_is_said(sign_in, body, officer):
    meeting = make.a_meeting(body=body, on=ahead(30), **SCHEDULED)
    make.a_seat(body=body, held_by=make.a_person("Ann Lisle"))
    client = sign_in(officer)
    address, hidden = form_of(client, f"/meetings/{meeting.id}/move")
    assert "1 person will be told" in client.get(address).text

    client.post(address, data=typed(ahead(37), reason="The room is flooded.") | hidden)

    assert "1 person will be told" in client.get(f"/meetings/{meeting.id}/work").text
    assert db.session.get_one(Meeting, meeting.id).on == ahead(37)


def test_two_officers_who_move_a_meeting_at_once_are_told_of_each_other(sign_in, body, officer):
    meeting = make.a_meeting(body=body, on=ahead(30), **SCHEDULED)
    client = sign_in(officer)
    address, first = form_of(client, f"/meetings/{meeting.id}/move")
    _, second = form_of(client, f"/meetings/{meeting.id}/cancel")
    client.post(address, data=typed(ahead(37), reason="The room is flooded.") | first)

    answer = client.post(f"/meetings/{meeting.id}/cancel", data={"reason": "Nothing to decide."} | second)

    assert "Somebody changed this meeting since you opened the page" in complaint(answer)
    assert "Nothing to decide." in answer.text
    assert db.session.get_one(Meeting, meeting.id).state is MeetingState.SCHEDULED


def test_a_meeting_is_postponed_to_a_new_day_and_leads_there(sign_in, body, officer):
    meeting = make.a_meeting(body=body, on=ahead(30), **SCHEDULED)
    client = sign_in(officer)
    address, hidden = form_of(client, f"/meetings/{meeting.id}/postpone")

    answer = client.post(address, data=typed(ahead(44), reason="Snow.") | hidden)

    instead = meetings()[-1]
    assert answer.location == f"/meetings/{instead.id}/work"
    shown = client.get(f"/meetings/{meeting.id}/work").text
    assert "Postponed: Snow." in shown
    assert f"/meetings/{instead.id}/work" in shown


def test_a_cancelled_meeting_has_no_more_to_change(sign_in, body, officer):
    meeting = make.a_meeting(body=body, on=ahead(30), **SCHEDULED)
    client = sign_in(officer)
    address, hidden = form_of(client, f"/meetings/{meeting.id}/cancel")

    client.post(address, data={"reason": "Nothing to decide."} | hidden)

    assert f"/meetings/{meeting.id}/move" not in client.get(f"/meetings/{meeting.id}/work").text
    assert "You cannot cancel this meeting: it is cancelled" in complaint(
        client.post(f"/meetings/{meeting.id}/cancel", data={"reason": "Again.", "seen": "1"})
    )
    assert len(list(db.session.scalars(sa.select(MeetingChange)))) == 1


def test_the_calendar_shows_all_her_bodies_and_no_other(sign_in, body, officer):
    mine, strange = make.a_body("Fish Quay Board"), make.a_body("Somebody Else")
    make._kept(make.RoleHeld(user=officer, body=mine, role=make.Role.OFFICER, from_on=make.LONG_AGO))
    for each in (body, mine, strange):
        make.a_meeting(body=each, on=date(2026, 9, 10), **SCHEDULED)
    client = sign_in(officer)

    shown = page(client.get("/diary?month=2026-09")).text

    assert "2 meetings in September 2026" in shown
    assert "Fish Quay Board" in shown
    assert "Somebody Else" not in shown
    assert "Summer bank holiday" in shown
    assert "1 meeting in September 2026" in page(client.get(f"/diary?month=2026-09&body={mine.slug}")).text


def test_the_calendar_says_until_when_to_publish(sign_in, body, officer):
    make.a_meeting(body=body, on=date(2026, 9, 10), **SCHEDULED)

    cells = page(sign_in(officer).get("/diary?month=2026-09")).find_all("td")

    [cell] = [cell for cell in cells if "Last day to publish" in cell.text]
    assert cell.find(class_="app-month__on").text.split()[-1] == "2"


def test_the_list_shows_what_comes_and_what_was(sign_in, body, officer):
    make.a_meeting(body=body, on=ahead(30), **SCHEDULED)
    make.a_meeting(body=body, on=ahead(-30))
    client = sign_in(officer)

    assert "1 meeting to come" in page(client.get("/diary?show=list")).text
    assert "1 meeting in the past" in page(client.get("/diary?show=list&when=past")).text


@pytest.mark.parametrize("month", ["2026-13", "2026-00", "1492-10", "9999-01", "x-1", "2026"])
def test_a_month_that_does_not_exist_is_no_page(sign_in, officer, month):
    assert sign_in(officer).get(f"/diary?month={month}").status_code == 404


def test_the_public_has_no_diary_and_its_own_list_of_meetings(client, body):
    assert client.get("/diary").location.startswith("/sign-in")
    assert f"/bodies/{body.slug}/meetings" in client.get(f"/bodies/{body.slug}").text
