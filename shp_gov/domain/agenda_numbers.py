"""Numbers of agenda items: 1, 2, then 3.1 and 3.2 under the third heading. They follow the order by themselves."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

_NUMBER = re.compile(r"(\d+)(?:\.(\d+))?$")
_Line = TypeVar("_Line", bound="Line")


@dataclass(frozen=True)
class Line:
    """What decides the number of an item: its heading, its title, and whether it opens the private part."""

    section: str | None
    title: str
    opens_private: bool = False


def blocks(lines: Iterable[_Line]) -> Iterator[list[_Line]]:
    """Take the items together that stand under one heading. One without a heading stands alone."""
    counted = enumerate(lines)
    for _, group in groupby(counted, key=lambda pair: pair[1].section or pair[0]):
        yield [line for _, line in group]


def numbers(lines: Sequence[Line]) -> list[str]:
    """Number items in their order: each heading, and each item without one, takes the next whole number."""
    return [number for place, block in enumerate(blocks(lines), start=1) for number in _of_block(place, block)]


def _of_block(place: int, block: Sequence[Line]) -> list[str]:
    first = block[0]
    if len(block) == 1 and first.section in (None, "", first.title):
        return [str(place)]
    if first.opens_private:
        return [str(place), *(f"{place}.{below}" for below in range(1, len(block)))]
    return [f"{place}.{below}" for below in range(1, len(block) + 1)]


def next_number(taken: Sequence[tuple[str | None, str | None]], section: str | None) -> str:
    """Number one more item of a published agenda, of which nothing is renumbered. Takes (heading, number) of each."""
    read = [(heading, found) for heading, number in taken if (found := _NUMBER.match(number or ""))]
    whole = [int(found[1]) for _, found in read]
    here = [(int(found[1]), int(found[2] or 0)) for heading, found in read if section and heading == section]
    if not here:
        return str(max(whole, default=0) + 1)
    place, below = max(here)
    return f"{place}.{below + 1}"
