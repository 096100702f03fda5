"""A year's meetings from a pattern: shown with what speaks against each, changed, and made in one go."""

from datetime import date, time

import pytest
import sqlalchemy as sa
import time_machine
from bs4 import BeautifulSoup

from shp_gov.database import db
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import Meeting
from tests import factories as make
from tests.web.sending import complaint

PATTERN = (
    "place=3&weekday=4&every=2&month=5&year=2027&recess=7&starts_at=10am&ends_at=12+noon&mode=hybrid&venue=Town+Hall"
)


@pytest.fixture(autouse=True)
def _in_the_winter(app):
    with time_machine.travel(date(2027, 1, 11)):
        yield


@pytest.fixture
def body(app):
    return make.a_body()


@pytest.fixture
def client(body, sign_in):
    return sign_in(make.an_officer(body=body))


def address(body, pattern: str = PATTERN) -> str:
    return f"/bodies/{body.slug}/meetings/year?{pattern}"


def filled(client, path: str) -> dict[str, str]:
    """Give what a browser would send of the page as it is."""
    form = BeautifulSoup(client.get(path).text, "html5lib").main.find("form", method="post")
    boxes = [box for box in form.find_all("input") if box.get("type") != "checkbox" or box.has_attr("checked")]
    return {box["name"]: box.get("value", "") for box in boxes}


def days() -> list[date]:
    return list(db.session.scalars(sa.select(Meeting.on).order_by(Meeting.on)))


def test_the_dates_of_the_pattern_are_shown_and_made_in_one_go(client, body):
    path = address(body)
    sent = filled(client, path)

    answer = client.post(path, data=sent)

    assert answer.location == f"/diary?show=list&body={body.slug}"
    expected = [date(2027, 5, 21), date(2027, 9, 17), date(2027, 11, 19), date(2028, 1, 21), date(2028, 3, 17)]
    assert days() == expected
    first = db.session.scalars(sa.select(Meeting).order_by(Meeting.on)).first()
    assert (first.starts_at, first.ends_at, first.venue, first.mode) == (time(10), time(12), "Town Hall", "hybrid")


def test_each_date_says_until_when_to_publish(client, body):
    shown = " ".join(BeautifulSoup(client.get(address(body)).text, "html5lib").main.get_text(" ").split())

    assert "Friday 21 May 2027" in shown
    assert "Nothing speaks against it Thursday 13 May 2027" in shown


def test_a_bank_holiday_and_a_day_that_is_taken_are_said_and_not_ticked(client, body):
    make.a_meeting(body=body, on=date(2027, 6, 28), state=MeetingState.SCHEDULED, minutes_state=None)
    path = address(body, PATTERN.replace("place=3&weekday=4&every=2", "place=5&weekday=0&every=1"))

    page = BeautifulSoup(client.get(path).text, "html5lib").main
    rows = {row.find_all("td")[1].get_text(" ").strip(): row for row in page.select("tbody tr")}

    spring = next(row for words, row in rows.items() if "Spring bank holiday" in words)
    taken = next(row for words, row in rows.items() if "meets on Monday 28 June 2027 already" in words)
    assert not spring.find(type="checkbox").has_attr("checked")
    assert not taken.find(type="checkbox").has_attr("checked")


def test_a_meeting_that_is_left_out_is_not_made(client, body):
    path = address(body)
    sent = filled(client, path)
    del sent["rows-0-keep"]

    client.post(path, data=sent)

    assert len(days()) == 4


def test_a_changed_date_is_looked_at_before_it_is_made(client, body):
    path = address(body)
    sent = filled(client, path) | {"rows-0-on": "31 May 2027"}

    first = client.post(path, data=sent)
    assert "You changed a day" in complaint(first)
    assert "Spring bank holiday" in first.text
    assert days() == []

    form = BeautifulSoup(first.text, "html5lib").main.find("form", method="post")
    again = sent | {"read": form.find("input", {"name": "read"})["value"]}
    client.post(path, data=again)
    assert date(2027, 5, 31) in days()


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({f"rows-{number}-keep": "" for number in range(5)}, "Tick the meetings to make"),
        ({"rows-0-on": "17 9 2027"}, "Friday 17 September 2027 is there twice"),
        ({"rows-0-on": "31 2 2027"}, "Day "),
        ({"rows-0-on": ""}, "Enter the day, or leave this meeting out"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_made(client, body, changes, says):
    path = address(body)
    sent = {name: value for name, value in (filled(client, path) | changes).items() if value or "keep" not in name}

    assert says in complaint(client.post(path, data=sent))
    assert days() == []


def test_all_or_none_are_made(client, body):
    path = address(body)
    sent = filled(client, path)
    make.a_meeting(
        body=body, on=date(2028, 3, 17), starts_at=time(10), state=MeetingState.SCHEDULED, minutes_state=None
    )

    assert "meets at that time" in complaint(client.post(path, data=sent))
    assert days() == [date(2028, 3, 17)]


def test_a_second_click_makes_no_second_year(client, body):
    path = address(body)
    sent = filled(client, path)

    locations = [client.post(path, data=sent).location for _ in range(2)]

    assert len(set(locations)) == 1
    assert len(days()) == 5


def test_the_form_begins_with_the_weekday_of_the_last_meeting(client, body):
    make.a_meeting(body=body, on=date(2026, 11, 20), starts_at=time(10), venue="Town Hall")

    page = BeautifulSoup(client.get(f"/bodies/{body.slug}/meetings/year").text, "html5lib").main

    assert page.select_one("#weekday option[selected]").text == "Friday"
    assert page.select_one("#place option[selected]").text == "Third"
    assert (page.find(id="venue")["value"], page.find(id="starts_at")["value"]) == ("Town Hall", "10.00am")


@pytest.mark.parametrize("asked", ["every=99", "every=1", "every=2&place=9&weekday=x&month=&year=1"])
def test_a_pattern_that_is_none_is_asked_for_again(client, body, asked):
    answer = client.get(f"/bodies/{body.slug}/meetings/year?{asked}")

    assert answer.status_code == 200
    assert "There is a problem" in answer.text
