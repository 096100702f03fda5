"""The spans of time that duties are for: the year of the Regulations from 1 April, and the quarter."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
MONTHS_OF_A_QUARTER = 3
MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Span:
    """A year or a quarter by its first and last day, and its name: "2018-19", "July to September 2018"."""

    starts_on: date
    ends_on: date
    name: str

    def covers(self, day: date) -> bool:
        """Say whether a day is in the span."""
        return self.starts_on <= day <= self.ends_on


def reg_year(day: date) -> date:
    """Find the first day of the year of the Regulations a day falls in: 1 April."""
    return date(day.year if day.month >= 4 else day.year - 1, 4, 1)


def reg_year_name(starts_on: date) -> str:
    """Name the year of the Regulations that begins on a day: "2018-19"."""
    return f"{starts_on.year}-{(starts_on.year + 1) % 100:02}"


def months_later(day: date, months: int) -> date:
    """Go so many months on: the same day of the month, or the month's last where it has no such day."""
    years, month = divmod(day.month - 1 + months, MONTHS_OF_A_YEAR)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def last_day_of(months: int, *, beginning_with: date) -> date:
    """Give the last day of so many months that begin with a day: 12 from 1 April 2018 end on 31 March 2019."""
    return months_later(beginning_with, months) - ONE_DAY


def year_of_regulations(day: date) -> Span:
    """Give the year of the Regulations a day falls in."""
    start = reg_year(day)
    return Span(start, last_day_of(MONTHS_OF_A_YEAR, beginning_with=start), reg_year_name(start))


def quarter_of(day: date) -> Span:
    """Give the quarter a day falls in: from January, April, July or October."""
    start = date(day.year, day.month - (day.month - 1) % MONTHS_OF_A_QUARTER, 1)
    end = last_day_of(MONTHS_OF_A_QUARTER, beginning_with=start)
    return Span(start, end, f"{start:%B} to {end:%B %Y}")


SPAN_OF = {"year": year_of_regulations, "quarter": quarter_of}


def spans_about(cycle: str, on: date, *, before: int = 1, after: int = 0) -> list[Span]:
    """List the span a day is in with some before and after it, oldest first; none where the duty has no cycle."""
    of = SPAN_OF.get(cycle)
    if of is None:
        return []
    found = [of(on)]
    for _ in range(before):
        found.insert(0, of(found[0].starts_on - ONE_DAY))
    for _ in range(after):
        found.append(of(found[-1].ends_on + ONE_DAY))
    return found
