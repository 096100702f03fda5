"""When people came and left: the officer's page, and what the meeting's page says of the quorum."""

from datetime import date, time

import pytest

from shp_gov.domain.quorum import AtLeast, Quorum, as_plain
from shp_gov.models import Attendance, TermsState, TermsVersion
from tests import factories as make

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
