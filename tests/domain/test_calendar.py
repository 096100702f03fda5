"""The municipal year of a body, and how late a thing is."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shp_gov.domain.calendar import days_overdue, municipal_year, year_start

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2080, 12, 31))
STARTS = st.lists(st.builds(date, st.integers(1990, 2080), st.integers(5, 7), st.integers(1, 28)), max_size=8)


@pytest.mark.parametrize(
    ("on", "starts", "year"),
    [
        (date(2018, 4, 13), [], "2017/18"),
        (date(2018, 4, 30), [], "2017/18"),
        (date(2018, 5, 1), [], "2018/19"),
        (date(2018, 6, 21), [date(2018, 6, 22)], "2017/18"),
        (date(2018, 6, 22), [date(2018, 6, 22)], "2018/19"),
        (date(2017, 6, 16), [date(2018, 6, 22)], "2017/18"),
        (date(1999, 12, 31), [], "1999/00"),
    ],
)
def test_a_year_starts_in_may_unless_the_body_says_when(on, starts, year):
    assert municipal_year(on, starts) == year


@given(DAYS, STARTS)
def test_a_day_falls_in_a_year_that_began_on_it_or_before(on, starts):
    start = year_start(on, starts)

    assert start <= on < start + timedelta(days=460)
    assert year_start(start, starts) == start


@given(DAYS, DAYS, STARTS)
def test_years_never_run_backwards(one, other, starts):
    earlier, later = sorted((one, other))

    assert year_start(earlier, starts) <= year_start(later, starts)


@pytest.mark.parametrize(
    ("due_on", "days"), [(date(2026, 8, 28), 4), (date(2026, 9, 1), 0), (date(2026, 9, 2), 0), (None, 0)]
)
def test_a_thing_is_overdue_from_the_day_after_it_was_due(due_on, days):
    assert days_overdue(due_on, on=date(2026, 9, 1)) == days
