"""Why something of a seat ended or went on: an officer's words, for officers only."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from shp_gov import queries, services
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.permissions import Viewer
from shp_gov.models import AppointmentKind
from tests.factories import a_body, a_meeting, a_person, a_seat, an_appointment, an_officer, an_organisation

CLERK = Actor("Helen Ashby")
ON = date(2026, 9, 10)
REASONS = ("Left after a complaint.", "Unwell.", "Nobody else would.")


@pytest.fixture(autouse=True)
def _on_the_day():
    with time_machine.travel(datetime(2026, 9, 10, 9, tzinfo=UTC)):
        yield


@pytest.fixture
def seat(app):
    seat = a_seat(body=a_body(slug="here"), post="Head of Policing", organisation=an_organisation("Eastshire Police"))
    gone, unwell, over = REASONS
    first = an_appointment(a_person("Una Gone"), seat=seat, from_on=date(2015, 1, 1), until_on=date(2019, 12, 31))
    first.ended_because = gone
    stays = an_appointment(a_person("Jo Tranter"), seat=seat, from_on=date(2020, 1, 1))
    stays.kind, stays.reason = AppointmentKind.HOLD_OVER, over
    meeting = a_meeting(body=seat.body, on=date(2026, 9, 24), minutes_state=None, state="scheduled")
    named = services.substitutes.name(a_person("Ned Fox"), seat=seat, from_=ON, meeting=meeting, actor=CLERK)
    services.substitutes.end(named, last_day=ON, because=unwell, actor=CLERK)
    db.session.commit()
    return seat


def test_the_public_reads_that_it_ended_and_never_why(client, seat):
    page = client.get(f"/seats/{seat.id}").text
    sheet = client.get("/bodies/here/members.csv").text
    everything = page + sheet + client.get("/bodies/here/members").text

    assert [reason for reason in REASONS if reason in everything] == []
    assert "Held over since" in page
    assert "Withdrawn" in page
    assert "Held over" in sheet


def test_the_printed_register_says_held_over_and_never_why(seat):
    paper = queries.papers.register(seat.body, on=ON, viewer=Viewer(on=ON))

    assert paper.groups[0].seats[0].members[0].note == "Held over"


def test_an_officer_reads_why_on_the_seat(sign_in, seat):
    page = sign_in(an_officer(body=seat.body)).get(f"/seats/{seat.id}").text

    assert [reason for reason in REASONS if reason not in page] == []
