"""England's bank holidays: the yearly ones worked out, and the years that moved one or added one."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from shp_gov.domain.errors import DomainError

FIRST_YEAR = 1978
MONDAY, SATURDAY, SUNDAY = 0, 5, 6

# What a proclamation moved: the day it would have been, and the day it was.
MOVED = {
    date(1995, 5, 1): date(1995, 5, 8),
    date(2002, 5, 27): date(2002, 6, 4),
    date(2012, 5, 28): date(2012, 6, 4),
    date(2020, 5, 4): date(2020, 5, 8),
    date(2022, 5, 30): date(2022, 6, 2),
}
# What a proclamation added, once.
ADDED = {
    date(1981, 7, 29): "Wedding of the Prince of Wales",
    date(1999, 12, 31): "Millennium",
    date(2002, 6, 3): "Golden Jubilee",
    date(2011, 4, 29): "Wedding of Prince William",
    date(2012, 6, 5): "Diamond Jubilee",
    date(2022, 6, 3): "Platinum Jubilee",
    date(2022, 9, 19): "State funeral of Queen Elizabeth II",
    date(2023, 5, 8): "Coronation of King Charles III",
}


class TooLongAgo(DomainError):
    """A day before the bank holidays that are held here."""


@cache
def bank_holidays(year: int) -> Mapping[date, str]:
    """Name the bank holidays of a year, in their order, by the day each was kept on."""
    if year < FIRST_YEAR:
        raise TooLongAgo(f"Bank holidays are held here from {FIRST_YEAR}. Choose a later day.")
    yearly = {MOVED.get(day, day): name for day, name in _yearly(year).items()}
    added = {day: name for day, name in ADDED.items() if day.year == year}
    return MappingProxyType(dict(sorted((yearly | added).items())))


def is_bank_holiday(day: date) -> bool:
    """Tell whether a day is a bank holiday in England. A holiday at a weekend is kept on its substitute day."""
    return day in bank_holidays(day.year)


def easter(year: int) -> date:
    """Find Easter Sunday, by the tables of the Gregorian calendar."""
    century, of_century = divmod(year, 100)
    leap_centuries, rest = divmod(century, 4)
    moon = (8 * century + 13) // 25
    golden = year % 19
    epact = (19 * golden + century - leap_centuries - moon + 15) % 30
    leap_years, since_leap = divmod(of_century, 4)
    to_sunday = (32 + 2 * rest + 2 * leap_years - epact - since_leap) % 7
    back = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * back + 114, 31)
    return date(year, month, day + 1)


def _yearly(year: int) -> dict[date, str]:
    sunday = easter(year)
    return {
        _next_weekday(date(year, 1, 1)): "New Year’s Day",
        sunday - timedelta(days=2): "Good Friday",
        sunday + timedelta(days=1): "Easter Monday",
        _monday_on_or_after(date(year, 5, 1)): "Early May bank holiday",
        _monday_on_or_after(date(year, 5, 25)): "Spring bank holiday",
        _monday_on_or_after(date(year, 8, 25)): "Summer bank holiday",
        **_christmas(year),
    }


def _christmas(year: int) -> dict[date, str]:
    """Keep both days; one at a weekend is kept on the first weekday that neither has taken."""
    days = {date(year, 12, 25): "Christmas Day", date(year, 12, 26): "Boxing Day"}
    kept = {day: name for day, name in days.items() if day.weekday() < SATURDAY}
    for day, name in days.items():
        if day not in kept:
            monday = _next_weekday(day)
            kept[monday + timedelta(days=1) if monday in kept else monday] = name
    return kept


def _next_weekday(day: date) -> date:
    return day if day.weekday() < SATURDAY else _monday_on_or_after(day)


def _monday_on_or_after(day: date) -> date:
    return day + timedelta(days=(MONDAY - day.weekday()) % 7)
