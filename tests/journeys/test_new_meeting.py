"""A new meeting like the last one: from Today to its drafted agenda in at most four clicks, and nothing typed."""

import pytest

from shp_gov.example import founding
from tests.journeys.people import Somebody

PARTNERSHIP = "Safer Seaborough Partnership"


@pytest.fixture
def helen(start_site, open_browser):
    """Let the officer of the example sign in."""
    site = start_site(lambda site: site.prepare("an_example"))
    somebody = Somebody(open_browser(), site, founding.address("Helen Ashby"), founding.PASSWORD)
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
