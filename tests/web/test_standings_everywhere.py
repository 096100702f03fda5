"""The standing of a provider that an officer recorded counts on every page that tells who the authorities are."""

from datetime import date, timedelta

import pytest

from shp_gov import clock, queries, services
from tests import factories as make
from tests.factories import SYSTEM

PROVIDER = "Probation Service"
BODY, HEALTH = "/bodies/{body}", "/bodies/{body}/board-health"
TURNOUT, STAND = "/bodies/{body}/attendance", "/bodies/{body}/stand"
PAGES = (BODY, HEALTH, TURNOUT, STAND, "/meetings/{meeting}")


class Board:
    """A partnership with the police on it, who came to its last meeting, and nobody else."""

    def __init__(self) -> None:
        self.today = clock.today()
        self.body = make.a_body(area="seaborough")
        police = services.by_hand.add_organisation("Northshire Police", actor=SYSTEM)
        person = make.a_person("Daniel Marsh")
        self.seat = make.a_seat(body=self.body, organisation=police, held_by=person)
        self.meeting = make.a_meeting(body=self.body, on=self.today - timedelta(days=14))
        make.an_attendance(person, meeting=self.meeting, seat=self.seat)

    def record(self, **days: date | None):
        """Record that the provider is no responsible authority in these days."""
        usual = {"from_on": date(2022, 1, 1), "until_on": None}
        said = {"organisation": PROVIDER, "is_responsible_authority": False, "basis": "Contract of 2021, clause 4"}
        return services.standings.record(self.body, actor=SYSTEM, **(said | usual | days))

    def page(self, client, address: str) -> str:
        return client.get(address.format(body=self.body.slug, meeting=self.meeting.id)).text


@pytest.fixture
def board(app):
    return Board()


@pytest.fixture
def officer(board, sign_in):
    return sign_in(make.an_officer(body=board.body))


@pytest.mark.parametrize("address", PAGES)
def test_a_provider_that_owes_no_duty_is_expected_nowhere(board, officer, address):
    assert PROVIDER in board.page(officer, address)

    board.record()

    assert PROVIDER not in board.page(officer, address)


def test_today_asks_nothing_about_it(board):
    viewer = make.viewer(make.an_officer(body=board.body))

    board.record()

    (found,) = queries.dashboard.today(viewer).bodies
    assert found.findings
    assert PROVIDER not in {finding.subject for finding in found.findings}


def test_what_changes_next_tells_when_a_recorded_standing_ends(board, officer):
    board.record(until_on=board.today + timedelta(days=30))

    assert PROVIDER in board.page(officer, "/bodies/{body}/stand/changes")


def test_what_changes_next_is_silent_about_a_standing_that_stays(board, officer):
    board.record()

    assert PROVIDER not in board.page(officer, "/bodies/{body}/stand/changes")
