"""What an officer types in place of a reading: a day, a time, a number, words. Nonsense is refused."""

import re
from collections.abc import Callable
from datetime import date

from shp_gov.domain.errors import DomainError
from shp_gov.importers.pack.dates import first_date, first_time

TIMES = frozenset({"planned_start", "start", "end", "time"})
EARLIEST, LATEST = date(1970, 1, 1), date(2100, 1, 1)
A_NUMBER = re.compile(r"[1-9]\d{0,3}[a-z]?\.?", re.IGNORECASE)
LONGEST = 2_000


class CorrectionRefused(DomainError):
    """A correction that points nowhere, or whose words are not of the kind that belongs there."""


def day(words: str) -> str:
    """Read a day: "12 March 2025" or "2025-03-12"."""
    try:
        found: date | None = date.fromisoformat(words)
    except ValueError:
        printed = first_date(words)
        found = printed.value if printed else None
    if found is None or not EARLIEST <= found < LATEST:
        raise CorrectionRefused(f"“{words[:60]}” is not a day a meeting can be on. Enter one such as 12 March 2025.")
    return found.isoformat()


def clock(words: str) -> str:
    """Read a time of day: "10.30 am" or "10:30"."""
    printed = first_time(words)
    if printed is None:
        raise CorrectionRefused(f"“{words[:60]}” is not a time of day. Enter one such as 10:30 or 2pm.")
    return printed.value


def minute_number(words: str) -> str:
    """Read the number of a minute as it is printed."""
    if not A_NUMBER.fullmatch(words):
        raise CorrectionRefused(f"“{words[:60]}” is not the number of a minute. Enter 1 to 9999, or nothing.")
    return words.rstrip(".")


def some_words(words: str) -> str:
    """Take words as they are, up to what a line of a pack can hold."""
    if len(words) > LONGEST:
        raise CorrectionRefused(f"“{words[:60]}…” is {len(words):,} characters long. Enter {LONGEST:,} or fewer.")
    return words


def reader_of(path: str) -> Callable[[str], str]:
    """Choose how words at a place of a reading are read."""
    holder, _, name = path.rpartition(".")
    if name in TIMES:
        return clock
    return minute_number if name == "number" and holder.startswith("minutes.minutes.") else some_words
