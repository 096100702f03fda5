"""Who chairs a body, as its minutes show: whoever is in the chair, unless they only stood in once between."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, zip_longest


@dataclass(frozen=True, slots=True)
class Chairing:
    """Somebody in the chair, from the first meeting that shows it until the day before the next one's first."""

    person: int
    from_on: date
    until_on: date | None


def terms_in_the_chair(chaired: Mapping[date, int]) -> list[Chairing]:
    """Work out the terms of chairs from who was in the chair on each day. Once only is standing in."""
    grouped = groupby(sorted(chaired.items()), key=lambda pair: pair[1])
    runs = [(person, [day for day, _ in days]) for person, days in grouped]
    held = _joined([run for place, run in enumerate(runs) if place == 0 or len(run[1]) > 1])
    ends = [days[0] - timedelta(days=1) for _, days in held[1:]]
    return [Chairing(person, days[0], end) for (person, days), end in zip_longest(held, ends)]


def _joined(runs: Sequence[tuple[int, list[date]]]) -> list[tuple[int, list[date]]]:
    grouped = groupby(runs, key=lambda run: run[0])
    return [(person, [day for _, days in same for day in days]) for person, same in grouped]
