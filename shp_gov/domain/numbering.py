"""Numbers of minutes and decisions: "61 (ii) of 2017/18"."""

from collections.abc import Iterable
from datetime import date

from shp_gov.domain.errors import DomainError
from shp_gov.domain.words import day_words, ordinal

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


class NotANumeral(DomainError):
    """Letters that are no roman numeral, or a number that has none."""


def roman(number: int) -> str:
    """Write a number as a small roman numeral: 4 is "iv"."""
    if not 1 <= number < 4000:
        raise NotANumeral(f"{number} has no roman numeral. Give a number from 1 to 3,999.")
    letters = ""
    for value, numeral in _ROMAN:
        count, number = divmod(number, value)
        letters += numeral * count
    return letters


def from_roman(letters: str) -> int:
    """Read a roman numeral, in large or small letters: "IV" is 4. Anything not written properly is refused."""
    wanted = rest = letters.strip().casefold()
    total = 0
    for value, numeral in _ROMAN:
        while rest.startswith(numeral):
            total, rest = total + value, rest.removeprefix(numeral)
    if rest or not 1 <= total < 4000 or roman(total) != wanted:
        raise NotANumeral(f"“{letters}” is not a roman numeral. Write one such as (iv).")
    return total


def next_minute_number(numbers: Iterable[int | None]) -> int:
    """Give the number after the highest one used in the municipal year; the first is 1. Unnumbered minutes use none."""
    return max((number for number in numbers if number is not None), default=0) + 1


def minute_reference(number: int | None, year: str, *, position: int | None = None, on: date | None = None) -> str:
    """Name a minute: "61 of 2017/18". One printed without a number is named by its place and its meeting."""
    if number is not None:
        return f"{number} of {year}"
    return f"{_unnumbered(position, on)} of {year}" if on is None else _unnumbered(position, on)


def decision_reference(
    number: int | None, ordinal_: int, year: str, *, position: int | None = None, on: date | None = None
) -> str:
    """Name a decision: "61 (ii) of 2017/18", or "(unnumbered, 5th minute of 13 April 2018) (i)"."""
    if number is not None:
        return f"{number} ({roman(ordinal_)}) of {year}"
    return f"{_unnumbered(position, on)} ({roman(ordinal_)})" + ("" if on else f" of {year}")


def _unnumbered(position: int | None, on: date | None) -> str:
    place = f", {ordinal(position)} minute" if position else ""
    return f"(unnumbered{place} of {day_words(on)})" if on and place else f"(unnumbered{place})"
