"""When people came and left: the officer's page, and what the meeting's page says of the quorum."""

from datetime import date, time

import pytest

from shp_gov.database import db
from shp_gov.domain.quorum import AtLeast, Quorum, as_plain
from shp_gov.models import Attendance, TermsState, TermsVersion
from tests import factories as make
from tests.web.minuting_pages import filled

ON = date(2026, 7, 16)


@pytest.fixture
def meeting(app):
    body = make.a_body()
    held = make.a_meeting(body=body, on=ON, started_at=time(10), ended_at=time(12))
    for name in ("Anna Reed", "Tom Hale", "Carl Whitby"):
        person = make.a_person(name)
        make.a_seat(body=body, held_by=person, post=f"Seat of {name}")
        make.an_attendance(person, meeting=held)
    return held


def with_quorum(meeting, number):
    terms = TermsVersion(
        body=meeting.body,
        number=1,
        state=TermsState.ADOPTED,
        in_force_from=date(2026, 1, 1),
        basis="Agreed in January",
        quorum=as_plain(Quorum(AtLeast(number))) if number else None,
    )
    make._kept(terms)


def line_of(name, meeting):
    return next(line for line in meeting.attendances if line.name == name)


def page(client, meeting):
    return " ".join(client.get(f"/meetings/{meeting.id}").get_data(as_text=True).split())


def test_the_page_of_a_meeting_says_when_the_quorum_was_lost(client, meeting, sign_in):
    with_quorum(meeting, 3)
    sign_in(make.an_officer(body=meeting.body))
    line: Attendance = line_of("Carl Whitby", meeting)

    answer = client.post(f"/meetings/{meeting.id}/attendance", data={f"left_{line.id}": "11:15am"})

    assert answer.status_code == 302
    said = page(client, meeting)
    assert "There was a quorum at the start: 3 members present, 3 needed." in said
    assert "It was lost at 11.15am: 2 members present, 3 needed." in said


def test_who_left_and_came_back_was_out_unless_the_officer_takes_it_back(client, meeting, sign_in):
    with_quorum(meeting, 3)
    sign_in(make.an_officer(body=meeting.body))
    line = line_of("Carl Whitby", meeting)
    line.outings = ((time(10, 20), time(10, 40)),)

    said = page(client, meeting)
    asked = client.get(f"/meetings/{meeting.id}/attendance").get_data(as_text=True)
    client.post(f"/meetings/{meeting.id}/attendance", data={f"left_{line.id}": ""})

    assert "It was lost at 10.20am: 2 members present, 3 needed. From 10.40am there was one" in said
    assert "Was out from 10.20am to 10.40am" in asked
    assert "It held to the end." in page(client, meeting)


def test_an_older_page_of_the_times_wipes_nothing_that_a_colleague_recorded_since_it_was_opened(
    client, meeting, sign_in
):
    sign_in(make.an_officer(body=meeting.body))
    address = f"/meetings/{meeting.id}/attendance"
    line, other = line_of("Carl Whitby", meeting), line_of("Tom Hale", meeting)
    line.left_at = time(10, 20)
    db.session.commit()
    older = filled(client.get(address)) | {f"left_{other.id}": "11am"}
    line.left_at, line.outings = None, ((time(10, 20), time(10, 40)),)
    late = make.an_attendance(make.a_person("Di Late"), meeting=meeting, arrived_at=time(10, 50), is_remote=True)
    db.session.commit()

    refused = client.post(address, data=older)

    assert "Somebody else changed these times after you opened the page." in refused.text
    assert "Left and came back: from 10.20am to 10.40am." in " ".join(refused.text.split())
    assert (other.left_at, late.arrived_at) == (None, time(10, 50))

    again = client.post(address, data=filled(refused) | {f"left_{line.id}": ""})

    assert again.status_code == 302
    assert (line.left_at, line.outings) == (None, ((time(10, 20), time(10, 40)),))
    assert (other.left_at, late.arrived_at, late.is_remote) == (time(11), time(10, 50), True)


def test_of_two_outings_one_is_taken_back_alone(client, meeting, sign_in):
    sign_in(make.an_officer(body=meeting.body))
    address = f"/meetings/{meeting.id}/attendance"
    line = line_of("Carl Whitby", meeting)
    line.outings = ((time(10, 20), time(10, 40)), (time(11), time(11, 10)))
    db.session.commit()
    shown = filled(client.get(address))

    client.post(address, data={name: said for name, said in shown.items() if name != f"out_{line.id}_1020"})

    assert line.outings == ((time(11), time(11, 10)),)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (2, "There was a quorum at the start: 3 members present, 2 needed. It held to the end."),
        (4, "There was no quorum at the start: 3 members present, 4 needed. None was reached later."),
        (0, "Whether the meeting had a quorum is not known. These terms of reference set no quorum."),
    ],
)
def test_everybody_reads_whether_there_was_a_quorum(client, meeting, number, words):
    with_quorum(meeting, number)

    assert words in page(client, meeting)


def test_without_terms_it_is_not_known_and_only_officers_are_asked_for_times(client, meeting):
    said = page(client, meeting)

    assert "Whether the meeting had a quorum is not known. No terms of reference are recorded for this day." in said
    assert "Record when people came and left" not in said


def test_a_wrong_time_is_said_in_a_sentence_and_changes_nothing(client, meeting, sign_in):
    sign_in(make.an_officer(body=meeting.body))
    line = line_of("Carl Whitby", meeting)

    for typed, words in (("9", "Carl Whitby: left at"), ("1pm", "the meeting ended at 12.00pm")):
        answer = client.post(f"/meetings/{meeting.id}/attendance", data={f"left_{line.id}": typed})

        assert words in answer.get_data(as_text=True)
        assert line.left_at is None
