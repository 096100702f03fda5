"""Every page in Chromium where everything is long, and where there is nothing yet."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.journeys.visiting import ABOUT_A_BODY, NARROW, PAGES, WIDE, Place, a_place, found_wrong, lookers


@pytest.fixture(scope="module")
def place(start_site, chromium) -> Iterator[Place]:
    """Start one site for all pages."""
    with a_place(start_site, chromium, "long", "empty") as there:
        yield there


@pytest.mark.parametrize("rule", PAGES, ids=lambda rule: rule.endpoint)
def test_a_page_of_long_words_and_many_rows_is_in_order(place: Place, rule: Any) -> None:
    window = place.window(lookers(rule)[-1], "long")
    window.open(place.address(rule, "long"))
    assert window.status == 200
    assert found_wrong(window, widths=(NARROW,)) == []


@pytest.mark.parametrize(
    "rule", [rule for rule in PAGES if rule.arguments <= ABOUT_A_BODY], ids=lambda rule: rule.endpoint
)
def test_a_page_with_nothing_in_it_is_in_order(place: Place, rule: Any) -> None:
    who = lookers(rule)[-1]
    window = place.window(who if who != "administrator" else "officer", "empty")
    window.open(place.address(rule, "empty"))
    assert window.status == (403 if who == "administrator" else 200)
    assert [wrong for wrong in found_wrong(window, widths=(WIDE,)) if "status of 403" not in wrong] == []
