"""Days and times as people type them."""

import calendar
import re
from collections.abc import Mapping
from datetime import date, time

from shp_gov.domain.words import and_list

PARTS = ("day", "month", "year")
MONTHS = tuple(calendar.month_name[number].casefold() for number in range(1, 13))
WEEKDAYS = frozenset(name.casefold() for name in (*calendar.day_name, *calendar.day_abbr))
FIRST_YEAR, LAST_YEAR = 1900, 2199
TIMES_IN_WORDS = {
    "noon": time(12),
    "midday": time(12),
    "12 noon": time(12),
    "midnight": time(0),
    "12 midnight": time(0),
}
WITH_HALF = re.compile(r"([0-9]{1,2})(?:[.:]?([0-9]{2}))? ?([ap])\.?m\.?")
WITHOUT_HALF = re.compile(r"([0-9]{2})[.:]?([0-9]{2})")


class NotADay(ValueError):
    """What was typed is not a day; `wrong` names the boxes to look at."""

    def __init__(self, complaint: str, wrong: tuple[str, ...]) -> None:
        super().__init__(complaint)
        self.wrong = wrong


class NotATime(ValueError):
    """What was typed is not a time of day."""


def read_day(typed: Mapping[str, str]) -> date:
    """Read a day from its three boxes. The month may be a number, a name or the start of a name."""
    if missing := tuple(part for part in PARTS if not typed[part]):
        raise NotADay(f"must include a {and_list(missing)}", missing)
    number, month, year = _day_number(typed["day"]), _month_number(typed["month"]), typed["year"]
    if not re.fullmatch("[0-9]{4}", year):
        raise NotADay("must have a year of 4 numbers, like 2026", ("year",))
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        raise NotADay(f"must be in a year from {FIRST_YEAR} to {LAST_YEAR}", ("year",))
    try:
        return date(int(year), month, number)
    except ValueError as impossible:
        wrong = tuple(
            part for part, is_wrong in (("day", not 1 <= number <= 31), ("month", not 1 <= month <= 12)) if is_wrong
        )
        raise NotADay("must be a real date", wrong or PARTS) from impossible


def read_day_in_words(typed: str) -> date:
    """Read a day from one box: "1 September 2026", "Tuesday 1 Sept 2026", "30 6 2022", "30/06/2022" or "2022-06-30"."""
    words = typed.replace(",", " ").replace("/", " ").replace(".", " ")
    words = re.sub(r"([0-9])-(?=[0-9])", r"\1 ", words)
    parts = [part for part in words.split() if part.casefold() not in WEEKDAYS]
    if len(parts) != 3:
        raise NotADay("must have a day, a month and a year, like 30 6 2022", ())
    if re.fullmatch("[0-9]{4}", parts[0]):
        parts.reverse()
    return read_day(dict(zip(PARTS, parts, strict=True)))


def read_time(typed: str) -> time:
    """Read "10am", "10.30 am", "14:00" or "noon". A time that could be morning or afternoon is refused."""
    words = " ".join(typed.casefold().split())
    if words in TIMES_IN_WORDS:
        return TIMES_IN_WORDS[words]
    if match := WITH_HALF.fullmatch(words):
        return _time(_to_24_hours(int(match[1]), match[3]), int(match[2] or 0))
    if match := WITHOUT_HALF.fullmatch(words):
        return _time(int(match[1]), int(match[2]))
    if re.fullmatch(r"[0-9]{1,2}(?:[.:][0-9]{2})?", words):
        raise NotATime("must say am or pm, like 10am or 2.30pm")
    raise NotATime("must be a time, like 10am, 2.30pm or 14:30")


def _day_number(typed: str) -> int:
    match = re.fullmatch(r"0?([0-9]{1,2})(?:st|nd|rd|th)?", typed.casefold())
    return int(match[1]) if match else 0


def _month_number(typed: str) -> int:
    if re.fullmatch("[0-9]{1,2}", typed):
        return int(typed)
    name = typed.casefold().removesuffix(".")
    starts = [number for number, month in enumerate(MONTHS, 1) if len(name) >= 3 and month.startswith(name)]
    return 9 if name == "sept" else sum(starts)


def _to_24_hours(hour: int, half: str) -> int:
    if not 1 <= hour <= 12:
        raise NotATime("must be a time, like 10am, 2.30pm or 14:30")
    return hour % 12 + (12 if half == "p" else 0)


def _time(hour: int, minute: int) -> time:
    if hour > 23 or minute > 59:
        raise NotATime("must be a time, like 10am, 2.30pm or 14:30")
    return time(hour, minute)
