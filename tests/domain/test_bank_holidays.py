"""England's bank holidays: the ones worked out, the ones moved or added, and what GOV.UK says."""

from datetime import date

import pytest
from govuk_bank_holidays.bank_holidays import BankHolidays

from shp_gov.domain.bank_holidays import TooLongAgo, bank_holidays, easter, is_bank_holiday

GOV_UK = BankHolidays(use_cached_holidays=True).get_holidays(division=BankHolidays.ENGLAND_AND_WALES)
YEARS = sorted({holiday["date"].year for holiday in GOV_UK})


@pytest.mark.parametrize("year", YEARS)
def test_they_are_those_that_gov_uk_lists(year):
    listed = [holiday["date"] for holiday in GOV_UK if holiday["date"].year == year]

    assert list(bank_holidays(year)) == listed


def test_gov_uk_lists_the_years_we_compare():
    assert list(range(2012, 2029)) == YEARS


@pytest.mark.parametrize(
    ("kept", "instead_of"),
    [
        (date(1995, 5, 8), date(1995, 5, 1)),
        (date(2002, 6, 4), date(2002, 5, 27)),
        (date(2012, 6, 4), date(2012, 5, 28)),
        (date(2020, 5, 8), date(2020, 5, 4)),
        (date(2022, 6, 2), date(2022, 5, 30)),
    ],
)
def test_a_moved_one_is_kept_on_its_new_day_only(kept, instead_of):
    assert is_bank_holiday(kept)
    assert not is_bank_holiday(instead_of)


@pytest.mark.parametrize(
    "day",
    [
        date(1981, 7, 29),
        date(1999, 12, 31),
        date(2002, 6, 3),
        date(2011, 4, 29),
        date(2012, 6, 5),
        date(2022, 6, 3),
        date(2022, 9, 19),
        date(2023, 5, 8),
    ],
)
def test_an_added_one_is_kept_once(day):
    assert is_bank_holiday(day)
    assert not is_bank_holiday(day.replace(year=day.year + 1))


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (1998, [(12, 25), (12, 28)]),
        (1999, [(12, 27), (12, 28), (12, 31)]),
        (2004, [(12, 27), (12, 28)]),
        (2011, [(12, 26), (12, 27)]),
        (2033, [(12, 26), (12, 27)]),
    ],
)
def test_christmas_at_a_weekend_has_its_substitute_days(year, days):
    assert [(day.month, day.day) for day in bank_holidays(year) if day.month == 12] == days


@pytest.mark.parametrize(
    "sunday",
    [
        date(1995, 4, 16),
        date(2000, 4, 23),
        date(2008, 3, 23),
        date(2011, 4, 24),
        date(2019, 4, 21),
        date(2030, 4, 21),
        date(2035, 3, 25),
        date(2038, 4, 25),
        date(2049, 4, 18),
        date(2076, 4, 19),
    ],
)
def test_easter_is_where_the_tables_put_it(sunday):
    assert easter(sunday.year) == sunday


@pytest.mark.parametrize("year", range(1978, 2100))
def test_there_are_eight_or_more_and_none_at_a_weekend(year):
    assert len(bank_holidays(year)) >= 8
    assert all(day.weekday() < 5 for day in bank_holidays(year))


def test_what_we_do_not_hold_is_refused():
    with pytest.raises(TooLongAgo, match="from 1978"):
        is_bank_holiday(date(1977, 6, 7))
