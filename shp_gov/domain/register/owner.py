"""Whom a decision seems to ask: the words that name an owner, matched to the seats and organisations of a body."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from shp_gov.domain.names import organisation_key, same_person
from shp_gov.domain.register.listing import post_key


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody in a seat, from one day to another."""

    name: str
    from_on: date
    until_on: date | None = None


@dataclass(frozen=True, slots=True)
class SeatThere:
    """A seat as the words of a decision may name it."""

    seat: int
    post: str | None
    organisation: int | None
    organisation_names: tuple[str, ...] = ()
    from_on: date | None = None
    until_on: date | None = None
    holders: tuple[Holder, ...] = ()

    def is_there(self, on: date) -> bool:
        """Tell whether the seat was on the body on a day."""
        return (self.from_on is None or self.from_on <= on) and (self.until_on is None or on <= self.until_on)


@dataclass(frozen=True, slots=True)
class Owner:
    """A seat, or an organisation, or neither where the words fit none or several."""

    seat: int | None = None
    organisation: int | None = None


def owner_of(
    hint: str | None, seats: Sequence[SeatThere], on: date, organisations: Mapping[int, Sequence[str]]
) -> Owner:
    """Find the seat or organisation that the words name. Seats of that day come before those of other days."""
    if not hint:
        return Owner()
    there = [seat for seat in seats if seat.is_there(on)]
    for among in (there, seats):
        if owner := _seat(hint, among) or _organisation(hint, among):
            return owner
    held = [seat.seat for seat in there if _is_held_by(seat, hint, on)]
    if len(held) == 1:
        return Owner(seat=held[0])
    named = {number for number, names in organisations.items() if _names_one(hint, names)}
    return Owner(organisation=named.pop()) if len(named) == 1 else Owner()


def _is_held_by(seat: SeatThere, hint: str, on: date) -> bool:
    """Tell whether the words name the person who holds a seat on a day."""
    there = [each for each in seat.holders if each.from_on <= on and (each.until_on is None or on <= each.until_on)]
    return any(same_person(hint, each.name) for each in there)


def _seat(hint: str, seats: Sequence[SeatThere]) -> Owner | None:
    words = f" {post_key(hint)} "
    named = [seat for seat in seats if _is_telling(seat.post) and f" {post_key(seat.post)} " in words]
    longest = max((len(post_key(seat.post)) for seat in named), default=0)
    fullest = [seat for seat in named if len(post_key(seat.post)) == longest]
    if len(fullest) > 1:
        fullest = [seat for seat in fullest if _is_named(seat, hint)]
    return Owner(seat=fullest[0].seat) if len(fullest) == 1 else None


def _is_telling(post: str | None) -> bool:
    """Tell whether a post says more than what anybody is: "Representative" alone names nobody."""
    return len(post_key(post).split()) > 1


def _organisation(hint: str, seats: Sequence[SeatThere]) -> Owner | None:
    for fits in (_is_called, _is_named, _is_short_for):
        found = {seat.organisation for seat in seats if fits(seat, hint)}
        if len(found) == 1:
            organisation = found.pop()
            own = [seat.seat for seat in seats if seat.organisation == organisation]
            return Owner(seat=own[0]) if len(own) == 1 else Owner(organisation=organisation)
    return None


def _names(seat: SeatThere) -> tuple[str, ...]:
    return seat.organisation_names if seat.organisation is not None else ()


def _is_called(seat: SeatThere, hint: str) -> bool:
    return organisation_key(hint) in map(organisation_key, _names(seat))


def _is_named(seat: SeatThere, hint: str) -> bool:
    return _names_one(hint, _names(seat))


def _names_one(hint: str, names: Iterable[str]) -> bool:
    words = f" {post_key(hint)} "
    return any(post_key(name) and f" {post_key(name)} " in words for name in names)


def _is_short_for(seat: SeatThere, hint: str) -> bool:
    words = set(organisation_key(hint).split())
    return len(words) > 1 and any(words < set(organisation_key(name).split()) for name in _names(seat))
