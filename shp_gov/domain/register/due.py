"""By when a decision asks for something: its words, brought to a day or to the next meeting."""

import calendar
import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_MONTH = "|".join(MONTHS)
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12,
}  # fmt: skip
_NEXT_MEETING = re.compile(
    r"\b(?:to|at|for|by|before|until)? ?(?:the |its |our )?(?:next|following) meeting\b"
    r"|\b(?:immediately )?(?:following|after) the meeting\b",
    re.IGNORECASE,
)
_DAY = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({_MONTH})(?: (\d{{4}}))?", re.IGNORECASE)
_OF_MONTH = re.compile(rf"\b({_MONTH})(?: (\d{{4}}))?\b", re.IGNORECASE)
_SPAN = re.compile(r"\b(?:with)?in (?:the next )?(\w+) (working )?(day|week|month)s?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Due:
    """A day, or the body's next meeting, or neither where the words do not say."""

    on: date | None = None
    by_next_meeting: bool = False


def due_of(words: str | None, decided_on: date, meetings: Collection[date] = ()) -> Due:
    """Say by when, as the words of a decision of that day mean it. A month's meeting is the one we know of."""
    if not words:
        return Due()
    if _NEXT_MEETING.search(words):
        return Due(by_next_meeting=True)
    if match := _DAY.search(words):
        return Due(_day(int(match[1]), match[2], match[3], decided_on))
    if match := _SPAN.search(words):
        return Due(_after(match[1], match[3], bool(match[2]), decided_on))
    if match := _OF_MONTH.search(words):
        last = _last_day(match[1], match[2], decided_on)
        return Due(_meeting_of_that_month(words, last, meetings) or last)
    return Due()


def _day(day: int, month: str, year: str | None, after: date) -> date | None:
    number = MONTHS[month.casefold()]
    for candidate in [int(year)] if year else [after.year, after.year + 1]:
        if day > calendar.monthrange(candidate, number)[1] or day < 1 or candidate < 1:
            return None
        if year or date(candidate, number, day) >= after:
            return date(candidate, number, day)
    return None


def _last_day(month: str, year: str | None, after: date) -> date | None:
    number = MONTHS[month.casefold()]
    chosen = int(year) if year else after.year + (number < after.month)
    return date(chosen, number, calendar.monthrange(chosen, number)[1]) if chosen >= 1 else None


def _meeting_of_that_month(words: str, last: date | None, meetings: Collection[date]) -> date | None:
    if last is None or "meeting" not in words.casefold():
        return None
    held = [day for day in meetings if (day.year, day.month) == (last.year, last.month)]
    return held[0] if len(held) == 1 else None


def _after(count: str, unit: str, is_working: bool, start: date) -> date | None:
    number = _NUMBERS.get(count.casefold()) or (int(count) if count.isdecimal() and len(count) < 4 else 0)
    if not number:
        return None
    if unit.casefold() == "month":
        years, month = divmod(start.month - 1 + number, 12)
        year = start.year + years
        return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))
    if unit.casefold() == "week":
        return start + timedelta(weeks=number)
    return _working_day(start, number) if is_working else start + timedelta(days=number)


def _working_day(start: date, number: int) -> date:
    day = start
    while number:
        day += timedelta(days=1)
        number -= day.weekday() < 5
    return day


_SHORT = {name[:3].casefold(): name.casefold() for name in calendar.month_name if name} | {"sept": "september"}
_NUMERIC = re.compile(r"^(\d{1,2})[./ -](\d{1,2})(?:[./ -](\d{4}))?$")


def due_typed(typed: str, on: date, meetings: Collection[date] = ()) -> Due:
    """Read by when, as somebody types it in a hurry: "12 nov", "by 30 sep", "30/9", "next meeting", "2 weeks"."""
    words = " ".join(typed.casefold().replace(",", " ").split()).removesuffix(".")
    if match := _NUMERIC.fullmatch(words):
        month = calendar.month_name[int(match[2])] if 1 <= int(match[2]) <= 12 else ""
        return Due(_day(int(match[1]), month, match[3], on)) if month else Due()
    words = " ".join(_SHORT.get(word.rstrip("."), word) for word in words.split())
    if words in ("next", "next meeting"):
        return Due(by_next_meeting=True)
    due = due_of(words, on, meetings)
    if due == Due() and not words.startswith(("in ", "within ")):
        due = due_of(f"in {words}", on, meetings) if _SPAN.fullmatch(f"in {words}") else due
    return due if due.on is None or due.on >= on else Due()
