"""Clear days: the table of worked dates, the edges, and a slow second count for every day of seventeen years."""

from datetime import date, timedelta

import pytest
from govuk_bank_holidays.bank_holidays import BankHolidays
from hypothesis import given
from hypothesis import strategies as st

from shp_gov.domain.bank_holidays import TooLongAgo
from shp_gov.domain.clear_days import Basis, clear_days, days_required, last_publication

DAY = date.fromisoformat
GOV_UK = {
    holiday["date"].toordinal()
    for holiday in BankHolidays(use_cached_holidays=True).get_holidays(division=BankHolidays.ENGLAND_AND_WALES)
} | {date(2011, 12, 26).toordinal(), date(2011, 12, 27).toordinal()}  # it begins in 2012, and we count back from there
FIRST, LAST = date(2012, 1, 1).toordinal(), date(2028, 12, 31).toordinal()


@pytest.mark.parametrize(
    ("meeting", "working", "calendar"),
    [
        ("2018-04-06", "2018-03-27", "2018-03-31"),
        ("2018-06-22", "2018-06-14", "2018-06-16"),
        ("2021-07-19", "2021-07-09", "2021-07-13"),
        ("2017-08-11", "2017-08-03", "2017-08-05"),
        ("2015-11-20", "2015-11-12", "2015-11-14"),
        ("2017-03-10", "2017-03-02", "2017-03-04"),
        ("2020-09-04", "2020-08-26", "2020-08-29"),
        ("2021-01-05", "2020-12-23", "2020-12-30"),
        ("2022-06-10", "2022-05-31", "2022-06-04"),
        ("2022-09-23", "2022-09-14", "2022-09-17"),
        ("2023-05-12", "2023-05-03", "2023-05-06"),
        ("2026-04-10", "2026-03-31", "2026-04-04"),
        ("2002-09-27", "2002-09-23", "2002-09-23"),
        ("2002-10-04", "2002-09-26", "2002-09-28"),
    ],
)
def test_the_last_day_to_publish(meeting, working, calendar):
    assert last_publication(DAY(meeting)) == DAY(working)
    assert last_publication(DAY(meeting), basis=Basis.CALENDAR) == DAY(calendar)


@pytest.mark.parametrize(
    ("published", "meeting", "rolled", "as_is"),
    [
        ("2018-03-27", "2018-04-06", 5, 5),
        ("2018-03-28", "2018-04-06", 4, 4),
        ("2021-07-11", "2021-07-19", 4, 5),
        ("2018-06-21", "2018-06-22", 0, 0),
        ("2018-06-22", "2018-06-22", 0, 0),
        ("2018-06-25", "2018-06-22", 0, 0),
    ],
)
def test_days_are_counted_from_the_next_that_counts_unless_as_is(published, meeting, rolled, as_is):
    assert clear_days(DAY(published), DAY(meeting)) == rolled
    assert clear_days(DAY(published), DAY(meeting), as_is=True) == as_is


def test_a_sunday_does_when_papers_count_as_they_are():
    assert last_publication(DAY("2021-07-19"), as_is=True) == DAY("2021-07-11")


def test_saturdays_count_on_one_basis_and_bank_holidays_do_not():
    assert last_publication(DAY("2018-04-06"), basis=Basis.MON_SAT) == DAY("2018-03-28")


@pytest.mark.parametrize(("meeting", "days"), [("2002-09-30", 3), ("2002-10-01", 5)])
def test_five_days_are_asked_for_since_october_2002(meeting, days):
    assert days_required(DAY(meeting)) == days


def test_days_before_the_bank_holidays_we_hold_are_refused():
    for count in (last_publication, lambda day: clear_days(day, DAY("1978-02-01"))):
        with pytest.raises(TooLongAgo):
            count(DAY("1977-12-31"))


def slow_last_publication(meeting, days, is_working):
    """Try every day backwards, and count afresh for each with a list of every day between."""
    tried = meeting
    while True:
        tried -= 1
        out = tried
        while not is_working(out):
            out += 1
        if len([day for day in range(out + 1, meeting) if is_working(day)]) >= days:
            return tried


SLOW = {
    Basis.WORKING: lambda day: day % 7 not in (0, 6) and day not in GOV_UK,
    Basis.MON_SAT: lambda day: day % 7 != 0 and day not in GOV_UK,
    Basis.CALENDAR: lambda _: True,
}


@pytest.mark.parametrize("basis", Basis)
def test_every_day_of_seventeen_years_agrees_with_a_slow_second_count(basis):
    wrong = [
        date.fromordinal(meeting)
        for meeting in range(FIRST, LAST + 1)
        if last_publication(date.fromordinal(meeting), basis=basis).toordinal()
        != slow_last_publication(meeting, 5, SLOW[basis])
    ]

    assert wrong == []


@given(
    published=st.dates(date(1990, 1, 1), date(2060, 12, 31)),
    after=st.integers(0, 40),
    days=st.integers(1, 30),
    basis=st.sampled_from(Basis),
    as_is=st.booleans(),
)
def test_papers_are_in_time_exactly_when_out_by_the_last_day(published, after, days, basis, as_is):
    meeting = published + timedelta(days=after)
    last = last_publication(meeting, days, basis, as_is=as_is)

    assert (clear_days(published, meeting, basis, as_is=as_is) >= days) == (published <= last)
