"""What the lists of members of a body say together: who sat in which seat, from when and until when."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from shp_gov.domain.names import organisation_key

_FOR_NOW = re.compile(r"\b(?:acting|interim|temporary)\b[\s,]*", re.IGNORECASE)
_SMALL_WORDS = frozenset(["the", "of", "for", "a", "an", "to", "in"])


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of a list: the day, the seat, who holds it if known, and who that may be if not."""

    on: date
    seat: int
    person: int | None
    may_be: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Spell:
    """Somebody in a seat: from the first paper that shows it until the day before the first list that does not."""

    seat: int
    person: int
    from_on: date
    until_on: date | None
    listed_on: date | None
    last_listed_on: date | None = None


@dataclass(frozen=True, slots=True)
class SeatListed:
    """What the lists say of a seat: since when, until when, how many places, and where in the newest list."""

    from_on: date
    until_on: date | None
    places: int
    position: int


def designated_post(post: str | None) -> str | None:
    """Name the post itself, without "Interim" or "Acting", which say something of its holder."""
    return " ".join(_FOR_NOW.sub("", post).split()) or post if post else None


def post_key(post: str | None) -> str:
    """Give the form two wordings of one post share."""
    words = re.findall(r"[^\W_]+", re.sub(r"['’]", "", designated_post(post) or "").replace("&", " and ").casefold())
    return " ".join(word for word in words if word not in _SMALL_WORDS)


def seat_key(post: str | None, organisation_names: Iterable[str]) -> str:
    """Name a seat by its post and its organisation, by whichever of its names is longest."""
    keys = [organisation_key(name) for name in organisation_names]
    return f"{post_key(post)} / {max(keys, key=lambda key: (len(key), key), default='')}"


def spells(lines: Sequence[Listed], attended: Mapping[int, Collection[date]]) -> list[Spell]:
    """Work out who sat where from all lists together. Whoever a list shows first sat at the meetings before it too."""
    days = sorted({line.on for line in lines})
    seen: dict[tuple[int, int], set[date]] = defaultdict(set)
    perhaps: dict[tuple[int, int], set[date]] = defaultdict(set)
    on_the_body: dict[int, set[date]] = defaultdict(set)
    for line in lines:
        if line.person is not None:
            seen[line.seat, line.person].add(line.on)
            on_the_body[line.person].add(line.on)
        for person in line.may_be:
            perhaps[line.seat, person].add(line.on)
    found = [
        Spell(seat, person, _since(first, days, on_the_body[person], attended.get(person, ())), until_on, first, last)
        for (seat, person), listed in seen.items()
        for first, last, until_on in _runs(days, listed, perhaps[seat, person])
    ]
    return sorted(found, key=lambda spell: (spell.from_on, spell.seat, spell.person))


def _runs(days: Sequence[date], listed: set[date], perhaps: set[date]) -> list[tuple[date, date, date | None]]:
    runs: list[tuple[date, date, date | None]] = []
    start = last = date.min
    for day in days:
        if day in listed:
            start, last = start if start > date.min else day, day
        elif start > date.min and day not in perhaps:
            runs.append((start, last, day - timedelta(days=1)))
            start = date.min
    return [*runs, (start, last, None)] if start > date.min else runs


def _since(first: date, days: Sequence[date], listed: Collection[date], attended: Collection[date]) -> date:
    """Find the first meeting someone sat at since the last list, unless that list has them in another seat."""
    before = max((day for day in days if day < first), default=date.min)
    if before in listed:
        return first
    return min((day for day in attended if before < day < first), default=first)


def seats_listed(lines: Sequence[Listed], found: Sequence[Spell]) -> dict[int, SeatListed]:
    """Work out what the lists say of each seat. Lines of one day stand in the order of their list."""
    days = sorted({line.on for line in lines})
    by_seat: dict[int, list[Listed]] = defaultdict(list)
    for line in lines:
        by_seat[line.seat].append(line)
    order = _order(lines)
    sat = {seat: [spell.from_on for spell in found if spell.seat == seat] for seat in by_seat}
    return {seat: _seat_listed(days, each, sat[seat], order.index(seat)) for seat, each in by_seat.items()}


def _order(lines: Sequence[Listed]) -> list[int]:
    newest_first = sorted(lines, key=lambda line: line.on, reverse=True)
    return list(dict.fromkeys(line.seat for line in newest_first))


def _seat_listed(days: Sequence[date], lines: Sequence[Listed], sat: Sequence[date], position: int) -> SeatListed:
    seen = [line.on for line in lines]
    later = [day for day in days if day > max(seen)]
    until_on = later[0] - timedelta(days=1) if later else None
    return SeatListed(min([*seen, *sat]), until_on, max(seen.count(day) for day in set(seen)), position)
