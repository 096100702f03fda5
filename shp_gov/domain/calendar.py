"""The municipal year by which a body numbers its minutes, and how late a thing is."""

from collections.abc import Iterable
from datetime import date

DEFAULT_START = (5, 1)


def year_start(on: date, starts: Iterable[date] = ()) -> date:
    """Find the first day of the municipal year a day falls in: 1 May, unless a start is given for that year."""
    known = {start.year: start for start in starts}
    this_year = _start_in(on.year, known)
    return this_year if on >= this_year else _start_in(on.year - 1, known)


def _start_in(year: int, known: dict[int, date]) -> date:
    return known.get(year, date(year, *DEFAULT_START))


def year_name(starts_on: date) -> str:
    """Name the municipal year that starts on a day: "2017/18"."""
    return f"{starts_on.year}/{(starts_on.year + 1) % 100:02}"


def municipal_year(on: date, starts: Iterable[date] = ()) -> str:
    """Name the municipal year that a day falls in: "2017/18"."""
    return year_name(year_start(on, starts))


def days_overdue(due_on: date | None, on: date) -> int:
    """Count the days since something was due. What is due today, later or on no day is not overdue."""
    return max(0, (on - due_on).days) if due_on else 0
