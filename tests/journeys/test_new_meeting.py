"""A new meeting like the last one: from Today to its drafted agenda in at most four clicks, and nothing typed."""

import subprocess
import sys

import pytest

from shp_gov.example import founding
from tests.journeys.conftest import ROOT
from tests.journeys.people import Somebody
from tests.journeys.test_new_terms import LOAD

PARTNERSHIP = "Safer Seaborough Partnership"


@pytest.fixture
def helen(start_site, open_browser):
    """Let the officer of the example sign in."""

    def prepare(site):
        done = subprocess.run(
            [sys.executable, "-c", LOAD], env=site.environment, cwd=ROOT, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr

    somebody = Somebody(open_browser(), start_site(prepare), founding.address("Helen Ashby"), founding.PASSWORD)
    somebody.sign_in()
    return somebody


def test_a_new_meeting_from_the_last_takes_four_clicks_at_most(helen):
    helen.go("/today")
    helen.clicks = 0

    helen.follow("New meeting")
    helen.follow(PARTNERSHIP)
    helen.press("Make the meeting")

    assert helen.reads("Apologies for absence")
    assert helen.page.url.endswith("/agenda")
    assert helen.clicks <= 4
