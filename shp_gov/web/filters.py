"""How dates, times, numbers and references read on a page."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from shp_gov.clock import LONDON
from shp_gov.documents.content import Block
from shp_gov.documents.prose import prose
from shp_gov.domain.numbering import roman
from shp_gov.domain.report_sections import heading_of
from shp_gov.domain.words import and_list, long_day, plural, time_words
from shp_gov.queries import rulings

NOT_KNOWN = "Not known"
NO_BREAK = "\N{NO-BREAK SPACE}"
UNITS = ("bytes", "KB", "MB", "GB")


def day(value: date | None) -> str:
    """Write a day in full: "Thursday 10 September 2026"."""
    return NOT_KNOWN if value is None else long_day(_on(value))


def short_day(value: date | None) -> str:
    """Write a day for pictures and stage lists: "10 Sep 2026"."""
    return NOT_KNOWN if value is None else f"{_on(value).day} {_on(value):%b %Y}"


def clock_time(value: time | datetime | None) -> str:
    """Write a time of day in England: "10.00am"."""
    if value is None:
        return NOT_KNOWN
    return time_words(_local(value).time() if isinstance(value, datetime) else value)


def moment(value: datetime | None, today: date | None = None) -> str:
    """Write a moment: "Thursday 16 July 2026, 11.18am", or "11.18am" alone where it was today."""
    if value is None:
        return NOT_KNOWN
    return clock_time(value) if _on(value) == today else f"{day(value)}, {clock_time(value)}"


def distance(due: date, today: date) -> str:
    """Say how far off a day is: "4 days overdue", "today", "tomorrow", "in 29 days"."""
    days = (due - today).days
    if days < 0:
        return f"{plural(-days, 'day')} overdue"
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days:,} days")


def hours(minutes: int) -> str:
    """Say how long something takes: "1 hour 50 minutes"."""
    whole, rest = divmod(minutes, 60)
    parts = [(whole, "hour"), (rest, "minute")]
    return " ".join(plural(number, noun) for number, noun in parts if number) or "no time"


def count(number: int, noun: str, nouns: str = "") -> str:
    """Count things in words: "1 action", "1,204 actions"; give the plural where it is not regular."""
    return f"{number:,} {nouns}" if nouns and number != 1 else plural(number, noun)


def reference(value: Any) -> str:
    """Keep a reference on one line: "61 (ii) of 2017/18", of a decision or in words."""
    return str(getattr(value, "reference", value)).replace(" ", NO_BREAK)


def sentence_case(words: object) -> str:
    """Write the words of a state or verdict as a page does: "Completion proposed"."""
    text = str(words).replace("_", " ")
    return text[:1].upper() + text[1:]


def file_size(size: int) -> str:
    """Write the size of a file: "84 KB", "1.5 MB"."""
    amount, unit = float(size), 0
    while amount >= 1000 and unit < len(UNITS) - 1:
        amount, unit = amount / 1000, unit + 1
    return f"{amount:.1f}".removesuffix(".0") + f" {UNITS[unit]}" if unit > 1 else f"{amount:.0f} {UNITS[unit]}"


def _local(value: datetime) -> datetime:
    return value.astimezone(LONDON) if value.tzinfo else value


def _on(value: date) -> date:
    return _local(value).date() if isinstance(value, datetime) else value


def blocks(text: str) -> list[Block]:
    """Give plain text as its paragraphs and lists."""
    return prose(text)


FILTERS: dict[str, Callable[..., Any]] = {
    "day": day,
    "short_day": short_day,
    "time": clock_time,
    "moment": moment,
    "distance": distance,
    "hours": hours,
    "count": count,
    "reference": reference,
    "sentence_case": sentence_case,
    "file_size": file_size,
    "and_list": and_list,
    "blocks": blocks,
    "roman": roman,
    "report_heading": heading_of,
    "ruled": rulings.of_decision,
    "told": rulings.told_of,
    "not_agreed": rulings.not_agreed,
    "lacks_its_vote": rulings.lacks_its_vote,
    "refused": rulings.refused_in,
}
