"""The year of the Regulations, the quarter, and the days that duties are due."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shp_gov.domain.bank_holidays import is_bank_holiday
from shp_gov.domain.duties import duties, reg_year, reg_year_name, spans_about
from shp_gov.domain.duties.years import SPAN_OF, last_day_of, months_later, quarter_of, year_of_regulations

DAYS = st.dates(min_value=date(1998, 1, 1), max_value=date(2060, 12, 31))
ONE_DAY = timedelta(days=1)


@given(DAYS)
def test_the_year_of_the_regulations_is_the_twelve_months_from_1_april(day):
    start = reg_year(day)
    year = year_of_regulations(day)

    assert (start.month, start.day) == (4, 1)
    assert start <= day < date(start.year + 1, 4, 1)
    assert (year.starts_on, year.ends_on) == (start, date(start.year + 1, 3, 31))
    assert year.name == reg_year_name(start) == f"{start.year}-{str(start.year + 1)[2:]}"


def test_the_year_turns_on_1_april():
    assert reg_year(date(2018, 3, 31)) == date(2017, 4, 1)
    assert reg_year(date(2018, 4, 1)) == date(2018, 4, 1)
    assert reg_year_name(date(1999, 4, 1)) == "1999-00"


@pytest.mark.parametrize("cycle", SPAN_OF)
@given(day=DAYS)
def test_spans_follow_one_another_without_a_gap(cycle, day):
    spans = spans_about(cycle, day, before=3, after=2)

    assert len(spans) == 6
    assert spans[3].covers(day)
    assert all(one.ends_on + ONE_DAY == two.starts_on for one, two in pairwise(spans))


def test_a_duty_without_a_cycle_has_no_spans():
    assert spans_about("standing", date(2018, 6, 22)) == []


@given(DAYS)
def test_a_quarter_begins_in_january_april_july_or_october(day):
    quarter = quarter_of(day)

    assert quarter.starts_on.month in (1, 4, 7, 10)
    assert quarter.starts_on.day == 1
    assert (quarter.ends_on + ONE_DAY).month == quarter.starts_on.month % 12 + 3 - 12 * (quarter.starts_on.month > 9)


def _slow_months_later(day: date, months: int) -> date:
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    for number in range(day.day, 0, -1):
        try:
            return date(year, month, number)
        except ValueError:
            continue
    raise AssertionError


@given(DAYS, st.integers(0, 60))
def test_months_are_counted_to_the_same_day_of_the_month_or_its_last(day, months):
    assert months_later(day, months) == _slow_months_later(day, months)


@pytest.mark.parametrize(
    ("months", "first", "last"),
    [
        (12, date(2018, 4, 1), date(2019, 3, 31)),
        (36, date(2021, 12, 1), date(2024, 11, 30)),
        (12, date(2024, 2, 29), date(2025, 2, 27)),
    ],
)
def test_a_time_that_begins_with_a_day_ends_before_the_day_comes_round(months, first, last):
    assert last_day_of(months, beginning_with=first) == last


@pytest.mark.parametrize(
    ("duty", "entered", "due"),
    [
        ("scrutiny-response", {"reported_on": date(2018, 3, 1)}, date(2018, 3, 29)),
        ("scrutiny-response", {"reported_on": date(2021, 12, 10)}, date(2022, 1, 7)),
        ("scrutiny", {"held_on": date(2017, 9, 1)}, date(2018, 9, 1)),
        ("domestic-abuse-strategy", {"published_on": date(2021, 12, 1)}, date(2024, 11, 30)),
        ("foi-request", {"received_on": date(2018, 3, 28)}, date(2018, 4, 27)),
        ("commissioner-report", {"answer_by": date(2018, 6, 1)}, date(2018, 6, 1)),
        ("commissioner-report", {}, None),
        ("commissioner-meeting", {"held_on": date(2018, 6, 1)}, None),
    ],
)
def test_a_duty_is_due_so_long_after_what_was_recorded(duty, entered, due):
    assert duties()[duty].due_on(entered=entered) == due


@given(DAYS)
def test_a_yearly_duty_is_due_before_or_within_its_year(day):
    year = year_of_regulations(day)

    assert duties()["plan-revision"].due_on(year) == date(year.starts_on.year, 3, 31)
    assert duties()["strategic-assessment"].due_on(year) == year.ends_on
    assert duties()["plan-summary"].due_on(year) is None


@pytest.mark.parametrize(
    ("quarter", "due"),
    [
        (date(2018, 7, 1), date(2018, 12, 31)),
        (date(2018, 10, 1), date(2019, 3, 31)),
        (date(2019, 1, 1), date(2019, 6, 30)),
        (date(2018, 4, 1), date(2018, 9, 30)),
    ],
)
def test_the_data_of_a_quarter_is_due_by_the_end_of_the_next(quarter, due):
    assert duties()["quarterly-data"].due_on(quarter_of(quarter)) == due


@given(DAYS)
def test_twenty_working_days_are_counted_one_by_one_after_the_day_of_receipt(received):
    due = duties()["foi-request"].due_on(entered={"received_on": received})
    span = [received + timedelta(days=number) for number in range(1, (due - received).days + 1)]
    working = [day for day in span if day.weekday() < 5 and not is_bank_holiday(day)]

    assert len(working) == 20
    assert working[-1] == due
