"""A meeting of the past, entered on the pages: its day and business, who was there, and how its minutes stand."""

from datetime import date, time

import pytest
import sqlalchemy as sa

from shp_gov.database import db
from shp_gov.domain.workflows import MeetingState, MinutesState
from shp_gov.models import Meeting
from tests import factories as make
from tests.web.sending import complaint, form_of, three_boxes

DAY = three_boxes("on", "20", "11", "2015")
TYPED = {"starts_at": "9.30am", "ended_at": "11.10am", "venue": "Committee Room B", "mode": "in person"}
BUSINESS = {"first_number": "27", "business": "Apologies for absence\n\nTaxi marshals", "private": "3: A contract"}


@pytest.fixture
def body(app):
    return make.a_body()


@pytest.fixture
def client(body, sign_in):
    return sign_in(make.an_officer(body=body))


def entered(client, body, **changes):
    return client.post(f"/bodies/{body.slug}/meetings/past", data=DAY | TYPED | BUSINESS | changes)


def meetings() -> list[Meeting]:
    return list(db.session.scalars(sa.select(Meeting).order_by(Meeting.id)))


def test_a_past_meeting_is_entered_and_leads_to_who_was_there(client, body):
    answer = entered(client, body)

    [meeting] = meetings()
    assert answer.location == f"/meetings/{meeting.id}/minuting/attendance"
    assert (meeting.on, meeting.starts_at, meeting.ended_at) == (date(2015, 11, 20), time(9, 30), time(11, 10))
    assert [(each.number, each.title, each.exempt_paragraph) for each in meeting.minutes] == [
        (27, "Apologies for absence", None),
        (28, "Taxi marshals", None),
        (29, "A contract", "3"),
    ]
    assert client.get(answer.location).status_code == 200
    work = client.get(f"/meetings/{meeting.id}/work").text
    assert f"/meetings/{meeting.id}/entered" in work


def test_it_is_put_on_record_with_its_minutes_approved(client, body):
    entered(client, body)
    [meeting] = meetings()
    later = make.a_meeting(body=body, on=date(2016, 1, 15))
    address, hidden = form_of(client, f"/meetings/{meeting.id}/entered")

    typed = {"ended_at": "11.10am", "minutes": "approved", "approved_at": str(later.id)}
    answer = client.post(address, data=typed | hidden)

    assert answer.location == f"/meetings/{meeting.id}"
    kept = db.session.get_one(Meeting, meeting.id)
    assert (kept.state, kept.minutes_state) == (MeetingState.CLOSED, MinutesState.APPROVED)
    assert kept.minutes_approved_at_id == later.id
    assert "Taxi marshals" in client.get(answer.location).text


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"business": ""}, "Enter what the meeting considered"),
        ({"private": "A contract"}, "Write the paragraph first"),
        (three_boxes("on", "20", "11", "2190"), "Put the meeting into the diary instead"),
        ({"mode": ""}, "Choose how people attended"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_typed_is_lost(client, body, changes, says):
    answer = entered(client, body, **changes)

    assert says in complaint(answer)
    assert "Committee Room B" in answer.text
    assert meetings() == []


def test_a_second_click_enters_no_second_meeting(client, body):
    address, hidden = form_of(client, f"/bodies/{body.slug}/meetings/past")

    locations = [client.post(address, data=DAY | TYPED | BUSINESS | hidden).location for _ in range(2)]

    assert len(meetings()) == 1
    assert len(set(locations)) == 1


def test_a_meeting_whose_day_has_passed_is_recorded(client, body):
    details = {"state": MeetingState.SCHEDULED, "minutes_state": None}
    meeting = make.a_meeting(body=body, on=date(2026, 7, 16), **details)
    assert f"/meetings/{meeting.id}/take-up" in client.get(f"/meetings/{meeting.id}/work").text

    answer = client.post(f"/meetings/{meeting.id}/take-up", data={"business": "Taxi marshals"})

    assert answer.location == f"/meetings/{meeting.id}/minuting/attendance"
    assert [minute.title for minute in meetings()[0].minutes] == ["Taxi marshals"]


def test_a_meeting_that_was_held_here_is_not_finished_by_hand(client, body):
    meeting = make.a_meeting(body=body, state=MeetingState.IN_PROGRESS, minutes_state=MinutesState.DRAFT)

    answer = client.post(f"/meetings/{meeting.id}/entered", data={"minutes": "draft", "approved_at": ""})

    assert "not being entered by hand" in complaint(answer)
