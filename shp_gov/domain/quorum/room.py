"""Who is in the room, in which seat; and how many of a kind, at least and at most where facts are missing."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import time

from shp_gov.domain.names import organisation_key
from shp_gov.domain.quorum.expression import Of, Quorum


@dataclass(frozen=True, slots=True)
class SeatOfBody:
    """A seat on the day. None where nobody said: the organisation, whether it votes, whether an authority's.

    `title` is what the terms call it, which no other seat of theirs is called; `names` is what else its organisation
    was or is called, so that a quorum means the same seats after somebody took a new name.
    """

    seat: int
    post: str
    organisation: str | None = None
    places: int = 1
    held: int = 1
    is_authority: bool | None = None
    is_voting: bool | None = None
    tags: frozenset[str] = frozenset()
    title: str = ""
    names: frozenset[str] = frozenset()

    @property
    def organisations(self) -> frozenset[str]:
        """Give its organisation by every name; nothing where nobody said whose seat it is."""
        return self.names | {self.organisation} if self.organisation else self.names

    def is_called(self, name: str) -> bool:
        """Tell whether a name means this seat: its title by any name of its organisation, or its post alone."""
        by_organisation = self.organisations if self.post in self.organisations else ()
        titles = (self.title, self.post, *by_organisation, *(f"{self.post}, {each}" for each in self.organisations))
        return name.casefold() in map(str.casefold, titles)


@dataclass(frozen=True, slots=True)
class InRoom:
    """Somebody at a meeting and the seat they took: None if it is not known that they took one.

    Times are empty for who came at the start and stayed; `outings` are when they left and came back. `is_certain` is
    False where it is not known whether they were there at the moment asked about.
    """

    person: int
    name: str
    seat: SeatOfBody | None
    instead_of: int | None = None
    is_substitute: bool = False
    is_remote: bool = False
    arrived_at: time | None = None
    left_at: time | None = None
    outings: tuple[tuple[time, time], ...] = ()
    is_certain: bool = True

    @property
    def stands_for(self) -> int:
        """Give the member whose place this is: a substitute and the member are never two."""
        return self.person if self.instead_of is None else self.instead_of


@dataclass(frozen=True, slots=True)
class Between:
    """A count that is certain from below and from above."""

    low: int
    high: int

    def reaches(self, number: int) -> bool | None:
        """Say whether there are so many; None where the facts do not tell."""
        return True if self.low >= number else False if self.high < number else None


Test = Callable[[SeatOfBody], bool | None]


def who_count(quorum: Quorum, people: Iterable[InRoom]) -> list[InRoom]:
    """Leave out whom this quorum does not count."""
    return [
        one
        for one in people
        if (quorum.substitutes_count or not one.is_substitute) and (quorum.remote_counts or not one.is_remote)
    ]


def full_house(seats: Iterable[SeatOfBody]) -> list[InRoom]:
    """Put somebody into every place of every seat."""
    places = [seat for seat in seats for _ in range(seat.places)]
    return [InRoom(number, seat.post, seat) for number, seat in enumerate(places, start=1)]


def uncertain(person: InRoom) -> InRoom:
    """Say of somebody that it is not known whether they were there."""
    return replace(person, is_certain=False)


def count_people(people: Sequence[InRoom], test: Test) -> Between:
    """Count members in the room: nobody twice, and no place twice."""
    sure = [one for one in people if one.is_certain and one.seat and test(one.seat)]
    maybe = [one for one in people if one.seat is None or test(one.seat) is not False]
    return Between(_heads(sure), _heads(maybe))


def count_organisations(people: Sequence[InRoom], test: Test) -> Between:
    """Count the organisations that somebody in the room sits for."""
    sure = {_key(one.seat) for one in people if one.is_certain and one.seat and test(one.seat)} - {None}
    maybe = [one.seat for one in people if one.seat is None or test(one.seat) is not False]
    named = {_key(seat) for seat in maybe} - {None}
    return Between(len(sure), len(named) + sum(_key(seat) is None for seat in maybe))


def count(people: Sequence[InRoom], of: Of, tag: str) -> Between:
    """Count what a line of a quorum counts."""
    if of in (Of.ORGANISATIONS, Of.AUTHORITIES):
        return count_organisations(people, counted_if(of, tag))
    return count_people(people, counted_if(of, tag))


def total(seats: Sequence[SeatOfBody], of: Of, tag: str, *, vacant_too: bool) -> int | None:
    """Count all of a kind that the body has; None where it is not known of a seat."""
    test = counted_if(of, tag)
    if any(test(seat) is None for seat in seats):
        return None
    mine = [seat for seat in seats if test(seat) and (vacant_too or seat.held)]
    if of in (Of.ORGANISATIONS, Of.AUTHORITIES):
        return len({_key(seat) for seat in mine} - {None})
    return sum(max(seat.places, seat.held) if vacant_too else seat.held for seat in mine)


def counted_if(of: Of, tag: str = "") -> Test:
    """Give the question to ask of a seat."""
    if of is Of.TAGGED:
        return lambda seat: tag in seat.tags
    if of is Of.VOTING:
        return lambda seat: seat.is_voting
    if of is Of.AUTHORITIES:
        return lambda seat: seat.is_authority
    return lambda _seat: True


def sits_for(organisation: str) -> Test:
    """Ask whether a seat is of this organisation."""
    key = organisation_key(organisation)
    return lambda seat: key in map(organisation_key, seat.organisations) if seat.organisations else None


def _heads(people: Sequence[InRoom]) -> int:
    return min(len({one.person for one in people}), len({one.stands_for for one in people}))


def _key(seat: SeatOfBody | None) -> str | None:
    return organisation_key(seat.organisation) if seat and seat.organisation else None
