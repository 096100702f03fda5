"""A draft adds a seat and sets a quorum. Adopted at a meeting, it changes what is found from that day on."""

from datetime import date, timedelta
from typing import Any

import pytest

from shp_gov import clock
from shp_gov.example import content, founding
from tests.journeys.people import Somebody

BODY = "/bodies/safer-seaborough-partnership"
SEAT, ORGANISATION = "Harbour Master", "Seaborough Harbour Office"
UNKNOWN = "sets no quorum, so whether there was one is not known"


@pytest.fixture
def seaborough(start_site):
    """Start a site that holds the example partnership."""
    return start_site(lambda site: site.prepare("an_example"))


@pytest.fixture
def helen(seaborough, open_browser):
    """Let the officer of the partnership sign in."""
    somebody = Somebody(open_browser(), seaborough, founding.address("Helen Ashby"), founding.PASSWORD)
    somebody.sign_in()
    return somebody


@pytest.fixture
def met_on():
    """Tell the day of the last meeting."""
    plan = next(plan for plan in content.bodies() if plan.key == "partnership")
    return plan.rhythm.day(0, clock.today())


def stands(who: Somebody, day: date) -> str:
    """Ask where the partnership stands on a day, and read the page, folded or not."""
    who.go(f"{BODY}/stand?on={day.day}+{day.month}+{day.year}")
    return " ".join(who.page.locator("main").text_content().split())


def findings(who: Somebody, day: date) -> list[dict[str, Any]]:
    """Take the findings of a day away, every one of them."""
    address = f"{who.site.address}{BODY}/stand.json?on={day.day}+{day.month}+{day.year}"
    found: list[dict[str, Any]] = who.page.request.get(address).json()
    return found


def said_by(rule: str, found: list[dict[str, Any]]) -> set[tuple[str, str]]:
    """List what a rule found: each verdict with its sentence."""
    return {(each["verdict"], each["sentence"]) for each in found if each["rule"] == rule}


def draft_with_a_seat_and_a_quorum(who: Somebody) -> None:
    who.go(f"{BODY}/terms")
    who.press("Draft a new version")
    who.page.get_by_role("radio").first.check()
    who.press("Start the draft")
    who.follow("Add a seat")
    who.write("Post", SEAT)
    who.write("Organisation", ORGANISATION)
    who.press("Keep it in the draft")
    who.follow("Change quorum")
    who.page.get_by_label("At least").first.fill("5")
    who.page.get_by_label("Of these").first.select_option(label="members")
    who.press("Read it back")
    assert who.reads("at least 5 members are present")
    who.press("Keep this quorum in the draft")


def adopt(who: Somebody, day: date) -> None:
    who.press("Adopt version 4")
    who.page.get_by_label("Which decision adopts these terms?").select_option(index=1)
    fill_day(who, day)
    who.press("Adopt version 4")
    assert who.is_on("Terms of reference, version 4")


def appoint(who: Somebody, day: date) -> None:
    who.go(f"{BODY}/members")
    who.follow(SEAT)
    who.press("Appoint to this seat")
    who.write("Name", "Iris Quay")
    who.page.get_by_label("They are not in the register yet").check()
    fill_day(who, day)
    who.write("Or by which letter or other way?", "Letter of the Harbour Office")
    who.press("Appoint")
    assert who.reads("Iris Quay has the seat")


def fill_day(who: Somebody, day: date) -> None:
    """Write a day into the first three boxes of a date."""
    for part, number in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        who.page.get_by_label(part, exact=True).first.fill(str(number))


def test_new_terms_add_a_seat_and_a_quorum_from_the_day_of_a_meeting(helen, met_on):
    eve = met_on - timedelta(days=1)
    before = findings(helen, eve)
    assert UNKNOWN in stands(helen, met_on)

    draft_with_a_seat_and_a_quorum(helen)
    helen.follow("See what differs from version 3")
    assert helen.is_on("Version 4 compared with version 3")
    assert helen.reads("2 differences")
    assert helen.reads(f"{SEAT}, {ORGANISATION}")
    helen.go(f"{BODY}/terms/draft")
    adopt(helen, met_on)

    assert UNKNOWN not in stands(helen, met_on)
    assert {verdict for verdict, _ in said_by("TOR-QUORUM", findings(helen, met_on))} == {"pass"}
    assert ("pass", "Known to be vacant.") in said_by("TOR-POSTS", findings(helen, met_on))

    appoint(helen, met_on)

    assert ("pass", "Held by Iris Quay.") in said_by("TOR-POSTS", findings(helen, met_on))
    assert UNKNOWN in stands(helen, eve)
    assert findings(helen, eve) == before
