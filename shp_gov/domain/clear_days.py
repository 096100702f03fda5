"""Clear days: the days between publication and a meeting, counting neither. No statute says which days count."""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

from shp_gov.domain.bank_holidays import FIRST_YEAR, SATURDAY, SUNDAY, TooLongAgo, is_bank_holiday

FIVE_DAYS_FROM = date(2002, 10, 1)
ONE_DAY = timedelta(days=1)


class Basis(StrEnum):
    """Which days count as clear days."""

    WORKING = "working"
    MON_SAT = "mon-sat"
    CALENDAR = "calendar"


BASIS_WORDS = {
    Basis.WORKING: "working days, Monday to Friday without bank holidays",
    Basis.MON_SAT: "Mondays to Saturdays without bank holidays",
    Basis.CALENDAR: "every day, weekends and bank holidays too",
}


def days_required(meeting: date) -> int:
    """Tell how many clear days the law asks for: three for a meeting before 1 October 2002, five since."""
    return 5 if meeting >= FIVE_DAYS_FROM else 3


def counts(day: date, basis: Basis = Basis.WORKING) -> bool:
    """Tell whether a day counts as a clear day."""
    last_weekday = {Basis.WORKING: SATURDAY - 1, Basis.MON_SAT: SATURDAY, Basis.CALENDAR: SUNDAY}[basis]
    return day.weekday() <= last_weekday and (basis is Basis.CALENDAR or not is_bank_holiday(day))


def taken_as(published: date, basis: Basis = Basis.WORKING) -> date:
    """Give the day on which papers count as put out: their own, or the next day that counts."""
    while not counts(published, basis):
        published += ONE_DAY
    return published


def days_between(
    published: date, meeting: date, basis: Basis = Basis.WORKING, *, as_is: bool = False
) -> Iterator[date]:
    """Give each clear day between publication and a meeting, in order."""
    _require_known(published)
    day = (published if as_is else taken_as(published, basis)) + ONE_DAY
    while day < meeting:
        if counts(day, basis):
            yield day
        day += ONE_DAY


def clear_days(published: date, meeting: date, basis: Basis = Basis.WORKING, *, as_is: bool = False) -> int:
    """Count the clear days between publication and a meeting.

    Papers put out on a day that does not count are taken as put out on the next that does, unless they count as is.
    """
    return sum(1 for _ in days_between(published, meeting, basis, as_is=as_is))


def last_publication(
    meeting: date, days: int | None = None, basis: Basis = Basis.WORKING, *, as_is: bool = False
) -> date:
    """Find the last day on which papers can be put out with this many clear days before a meeting."""
    _require_known(meeting)
    day = meeting - ONE_DAY
    for _ in range(days_required(meeting) if days is None else days):
        day = _latest_that_counts(day, basis) - ONE_DAY
    return day if as_is else _latest_that_counts(day, basis)


def _latest_that_counts(day: date, basis: Basis) -> date:
    while not counts(day, basis):
        day -= ONE_DAY
    return day


def _require_known(day: date) -> None:
    if day.year < FIRST_YEAR:
        raise TooLongAgo(f"Clear days are counted here from {FIRST_YEAR}. Choose a later day.")
