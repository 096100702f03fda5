"""Quarters, and what was done on time in them."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shp_gov.domain.quarters import Quarter, Share, described, quarters_until


def test_the_last_quarter_ends_today_and_the_others_are_whole():
    found = quarters_until(date(2026, 9, 1), 6)

    assert [quarter.short_words for quarter in found] == [
        "Apr to Jun 2025",
        "Jul to Sep 2025",
        "Oct to Dec 2025",
        "Jan to Mar 2026",
        "Apr to Jun 2026",
        "Jul to Sep 2026",
    ]
    assert (found[0].starts_on, found[-1].ends_on) == (date(2025, 4, 1), date(2026, 9, 1))


@given(st.dates(min_value=date(1990, 1, 1)), st.integers(1, 12))
def test_quarters_follow_each_other_without_a_gap(on, number):
    found = quarters_until(on, number)

    assert len(found) == number
    assert found[-1].ends_on == on
    for earlier, later in pairwise(found):
        assert earlier.ends_on + timedelta(days=1) == later.starts_on
    assert all((quarter.starts_on.day, quarter.starts_on.month % 3) == (1, 1) for quarter in found)


def test_the_first_month_of_a_quarter_stands_alone():
    assert quarters_until(date(2026, 7, 3), 1)[0].words == "July 2026"


@pytest.mark.parametrize(
    ("share", "percent", "words"),
    [(Share(5, 6), 83, "5 of 6"), (Share(0, 3), 0, "0 of 3"), (Share(), None, "None due")],
)
def test_nothing_due_is_not_zero(share, percent, words):
    assert (share.percent, share.words) == (percent, words)


def test_a_line_is_described_by_its_first_and_last_known_quarter():
    quarters = quarters_until(date(2026, 8, 31), 3)

    assert described("Northshire Police", quarters, (Share(1, 4), Share(), Share(3, 4))) == (
        "Northshire Police: 25% on time in January to March 2026, 75% on time in July to August 2026, of 8 actions due"
    )
    assert described("Northshire Police", quarters, (Share(), Share(), Share())).endswith("no action was due")
    assert described("P", [Quarter(date(2026, 7, 1), date(2026, 7, 2))], (Share(1, 1),)) == (
        "P: 100% on time in July 2026, of 1 action due"
    )
