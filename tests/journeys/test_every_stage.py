"""Every page of the meeting cycle in Chromium, at each stage of a meeting at which it has something to show."""

from collections.abc import Iterator

import pytest

from tests.journeys.stage_visits import AT_A_STAGE, Visit, visits
from tests.journeys.visiting import (
    PAGES,
    WIDE,
    Place,
    a_place,
    found_wrong,
    printed_in_vain,
    the_keyboard_reaches_the_main_button,
)

RULES = {rule.endpoint: rule for rule in PAGES}


@pytest.fixture(scope="module")
def place(start_site, chromium) -> Iterator[Place]:
    """Start one site for all stages."""
    with a_place(start_site, chromium, "stages") as there:
        yield there


@pytest.mark.parametrize("visit", visits(), ids=str)
def test_a_page_is_in_order_at_each_stage_of_a_meeting(place: Place, visit: Visit) -> None:
    address = place.address(RULES[visit.endpoint], visit.stage, visit.which) + visit.query
    window = place.window(visit.who, visit.stage)
    window.open(address)
    assert window.status == 200
    assert not window.led_elsewhere(address), "this page has nothing to show at this stage"
    wrong = found_wrong(window, widths=(WIDE,)) + printed_in_vain(window.page)
    the_keyboard_reaches_the_main_button(window.page)
    assert wrong == []


def test_every_page_of_the_table_is_there() -> None:
    assert sorted(AT_A_STAGE - set(RULES)) == []
