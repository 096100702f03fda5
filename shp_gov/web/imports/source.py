"""The lines of a pack, to lay beside what was read from them."""

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from shp_gov import storage
from shp_gov.models import Import

AROUND = 2
MOST = 10
LONGEST, LONGEST_NEAR = 500, 120


class Row(NamedTuple):
    """One line as the page shows it: its number, its words, and whether it is the one meant."""

    number: int | str
    text: str
    is_marked: bool


def lines(pack: Import) -> Sequence[tuple[int, str]]:
    """Give the lines of a pack as they were read."""
    return _lines(pack.lines_sha256) if pack.lines_sha256 else ()


@lru_cache(maxsize=8)
def _lines(digest: str) -> tuple[tuple[int, str], ...]:
    return tuple((number, text) for number, text in json.loads(storage.fetch(digest)))


def around(source: Sequence[tuple[int, str]], first: int, last: int) -> list[Row]:
    """Give some lines with those before and after them; a long stretch shows its start and its end."""
    near = [line for line in source if first - AROUND <= line[0] <= last + AROUND and line[1].strip()]
    rows = [_row(number, text, is_marked=first <= number <= last) for number, text in near]
    if len(rows) <= MOST:
        return rows
    half = MOST // 2
    return [*rows[:half], Row("", "…", False), *rows[-half:]]


def _row(number: int, text: str, *, is_marked: bool) -> Row:
    """Give a line; of one that stands only near by, or is a long story, its beginning is enough."""
    longest = LONGEST if is_marked else LONGEST_NEAR
    return Row(number, text if len(text) <= longest else f"{text[:longest]} …", is_marked)
