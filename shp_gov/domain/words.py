"""Small words for sentences: lists, plurals, days."""

from collections.abc import Iterable
from datetime import date, time


def and_list(items: Iterable[object]) -> str:
    """Join things as a person says them: "a", "a and b", "a, b and c"."""
    words = [str(item) for item in items]
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def enumerate_words(noun: str, items: Iterable[object]) -> str:
    """Put the noun before its numbers: "item 4", "items 4 and 5"."""
    words = list(items)
    return f"{plural_of(noun) if len(words) > 1 else noun} {and_list(words)}".rstrip()


def plural(count: int, noun: str) -> str:
    """Count things: "1 action", "2 actions", "0 bodies"."""
    return f"{count:,} {noun if count == 1 else plural_of(noun)}"


def plural_of(noun: str) -> str:
    """Give the plural of a regular noun."""
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"


def ordinal(number: int) -> str:
    """Write a place in a row: "1st", "2nd", "11th"."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def day_words(day: date) -> str:
    """Write a day in full, without its weekday: "22 June 2018"."""
    return f"{day.day} {day:%B} {day.year}"


def long_day(day: date) -> str:
    """Write a day in full: "Friday 22 June 2018"."""
    return f"{day:%A} {day_words(day)}"


def spans_words(spans: Iterable[tuple[int, int]]) -> str:
    """Write spans of numbers, each by its first and last: "3 and 5 to 7"."""
    return and_list(str(first) if first == last else f"{first} to {last}" for first, last in spans)


def time_words(moment: time) -> str:
    """Write a time of day: "10.00am"."""
    return f"{moment.hour % 12 or 12}.{moment:%M}{'am' if moment.hour < 12 else 'pm'}"


def with_article(noun: str) -> str:
    """Put "a" or "an" before a noun, as it is spoken: "an integrated care board", "an NHS trust", "a council"."""
    spelt_out = noun[:1] + noun[1:2] == noun[:2].upper() and noun[:1] in "AEFHILMNORSX"
    return f"an {noun}" if spelt_out or (noun[:1].casefold() in "aeiou" and not noun.startswith("uni")) else f"a {noun}"
