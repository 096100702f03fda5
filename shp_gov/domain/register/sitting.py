"""Who sat where on a body whose packs print no list of members: those whom its minutes name as present or away."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from shp_gov.domain.register.listing import Listed, SeatListed, Spell


def sittings(lines: Sequence[Listed]) -> list[Spell]:
    """Work out who sat where: from the first meeting that names them until somebody else follows in the seat."""
    days: dict[tuple[int, int], list[date]] = defaultdict(list)
    for line in lines:
        if line.person is not None:
            days[line.seat, line.person].append(line.on)
    first = {place: min(seen) for place, seen in days.items()}
    found = [
        Spell(seat, person, first[seat, person], _until(seat, max(seen), first), None)
        for (seat, person), seen in days.items()
    ]
    return sorted(found, key=lambda spell: (spell.from_on, spell.seat, spell.person))


def _until(seat: int, last: date, first: dict[tuple[int, int], date]) -> date | None:
    followed = [day for (other, _), day in first.items() if other == seat and day > last]
    return min(followed) - timedelta(days=1) if followed else None


def seats_sat_in(lines: Sequence[Listed], found: Sequence[Spell]) -> dict[int, SeatListed]:
    """Work out what the minutes say of each seat: since when, and how many sat there at once."""
    held: dict[int, list[Spell]] = defaultdict(list)
    for spell in found:
        held[spell.seat].append(spell)
    order = dict.fromkeys(line.seat for line in sorted(lines, key=lambda line: line.on))
    return {seat: _seat(position, held[seat]) for position, seat in enumerate(order)}


def _seat(position: int, held: Sequence[Spell]) -> SeatListed:
    at_once = [sum(_covers(each, spell.from_on) for each in held) for spell in held]
    return SeatListed(min(spell.from_on for spell in held), None, max(at_once), position)


def _covers(spell: Spell, on: date) -> bool:
    return spell.from_on <= on and (spell.until_on is None or on <= spell.until_on)
