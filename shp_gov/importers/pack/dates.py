"""Dates and times as packs print them."""

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?P<year>\d{4}|['’]?\d{2}(?![\d:.]\d|\d|\s?[ap]\.?m))"
_WORDED = re.compile(
    rf"\b(?P<day>\d{{1,2}})\s?(?:st|nd|rd|th)?\s*(?:of\s+|-)?{_MONTH}(?:[,\s-]+{_YEAR})?", re.IGNORECASE
)
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+{_YEAR})?", re.IGNORECASE)
_FIGURES = re.compile(r"\b(?P<day>\d{1,2})\s?[/.]\s?(?P<month>\d{1,2})\s?[/.]\s?(?P<year>\d{4}|\d{2})\b")
_ISO = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b")
_PATTERNS = (_ISO, _WORDED, _MONTH_FIRST, _FIGURES)
_TIME = re.compile(
    r"(?<![\d.])(?P<hour>\d{1,2})(?:\s?[.:]\s?(?P<minute>\d{2}))?\s*(?P<half>a\.?\s?m\b\.?|p\.?\s?m\b\.?"
    r"|noon|midday|hrs\b|hours\b)"
    r"|(?<![\d.])(?P<clock_hour>\d{1,2})[.:](?P<clock_minute>[0-5]\d)(?![\d.]\d|\d)"
    r"|\b(?P<four>[012]\d[0-5]\d)\s*(?:hrs|hours|h)\b|\b(?P<noon>noon|midday)\b|\b(?P<midnight>midnight)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as printed, and where in the text; `value` is none when no such day exists or no year can be told."""

    words: str
    value: date | None
    start: int
    end: int
    year_inferred: bool = False

    @property
    def is_impossible(self) -> bool:
        """Say whether the words name a day that the calendar does not have."""
        return self.value is None and not self.year_inferred


def dates_in(text: str, *, after: date | None = None) -> list[PrintedDate]:
    """Find the dates in a text. A year that is not printed is the first that puts the day on or after `after`."""
    text = text[:4000]
    found: list[PrintedDate] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if not any(match.start() < other.end and other.start < match.end() for other in found):
                found.append(_printed(match, after))
    return sorted(found, key=lambda printed: printed.start)


def first_date(text: str, *, after: date | None = None) -> PrintedDate | None:
    """Find the first date in a text."""
    found = dates_in(text, after=after)
    return found[0] if found else None


def _printed(match: re.Match[str], after: date | None) -> PrintedDate:
    parts = match.groupdict()
    month, day, year = _month(parts["month"]), int(parts["day"]), parts["year"]
    if year:
        return PrintedDate(match.group(), _day(_full_year(year), month, day), match.start(), match.end())
    value = _first_on_or_after(after, month, day) if after else None
    return PrintedDate(match.group(), value, match.start(), match.end(), year_inferred=True)


def _month(words: str) -> int:
    if words.isdigit():
        return int(words)
    return next(place for place, name in enumerate(_MONTHS, 1) if name.startswith(words[:3].casefold()))


def _full_year(words: str) -> int:
    year = int(words.strip("'’"))
    return year + 2000 if year < 100 else year


def _first_on_or_after(after: date, month: int, day: int) -> date | None:
    found = _day(after.year, month, day)
    if found and found < after:
        return _day(after.year + 1, month, day)
    return found


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class PrintedTime:
    """A time of day as printed, as HH:MM, and where in the text."""

    value: str
    start: int
    end: int


def times_in(text: str) -> list[PrintedTime]:
    """Find the times of day in a text."""
    found = ((_clock(match), match) for match in _TIME.finditer(text[:4000]))
    return [PrintedTime(value, match.start(), match.end()) for value, match in found if value]


def first_time(text: str) -> PrintedTime | None:
    """Find the first time of day in a text that is not part of a date."""
    dates = dates_in(text)
    for time in times_in(text):
        if not any(time.start < printed.end and printed.start < time.end for printed in dates):
            return time
    return None


def _clock(match: re.Match[str]) -> str | None:
    if match["noon"]:
        return "12:00"
    if match["midnight"]:
        return "00:00"
    if match["four"]:
        return _hhmm(int(match["four"][:2]), int(match["four"][2:]))
    if match["clock_hour"]:
        return _hhmm(_likely_hour(match["clock_hour"]), int(match["clock_minute"]))
    return _hhmm(_hour(int(match["hour"]), match["half"].casefold()), int(match["minute"] or 0))


def _likely_hour(printed: str) -> int:
    """Take "2.00" for two in the afternoon: nobody meets before seven. "02:00" is as it stands."""
    hour = int(printed)
    return hour + 12 if 1 <= hour < 7 and len(printed) == 1 else hour


def _hour(hour: int, half: str) -> int:
    if half.startswith("p") and hour < 12:
        return hour + 12
    if half.startswith("a") and hour == 12:
        return 0
    return hour


def _hhmm(hour: int, minute: int) -> str | None:
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
