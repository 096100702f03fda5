"""Whether the people in the room are enough: met, not met, or not known, and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from shp_gov.domain.quorum import room
from shp_gov.domain.quorum.expression import (
    AtLeast,
    Either,
    Every,
    Expression,
    Fraction,
    Includes,
    Kind,
    Leaf,
    Of,
    PerBody,
    Quorum,
)
from shp_gov.domain.quorum.room import Between, InRoom, SeatOfBody
from shp_gov.domain.quorum.sentence import UNSET, counted_words, quoted


class Met(StrEnum):
    """What can be said of a quorum."""

    MET = "met"
    NOT_MET = "not met"
    NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether there is a quorum, and the counts that settle it."""

    met: Met
    why: tuple[str, ...]

    @property
    def words(self) -> str:
        """Say why, in one sentence."""
        return f"{'; '.join(self.why)}.".replace("..", ".")


@dataclass(frozen=True, slots=True)
class _Room:
    people: tuple[InRoom, ...]
    seats: tuple[SeatOfBody, ...]
    vacant_too: bool


def evaluate(quorum: Quorum | None, people: Iterable[InRoom] | None, seats: Sequence[SeatOfBody]) -> Answer:
    """Say whether these people are a quorum of the body with these seats. None in the room means: not recorded."""
    if quorum is None:
        return Answer(Met.NOT_KNOWN, (UNSET,))
    if people is None:
        return Answer(Met.NOT_KNOWN, ("Who was in the room is not recorded",))
    there = tuple(room.who_count(quorum, people))
    return _ask(quorum.needs, _Room(there, tuple(seats), quorum.vacant_seats_count))


def _ask(needs: Expression, there: _Room) -> Answer:
    if isinstance(needs, Every):
        return _settled([_ask(part, there) for part in needs.parts], by=Met.NOT_MET)
    if isinstance(needs, Either):
        return _settled([_ask(part, there) for part in needs.parts], by=Met.MET)
    return _ask_leaf(needs, there)


def _settled(answers: Sequence[Answer], *, by: Met) -> Answer:
    """Join answers: one that is `by` settles it, then one that is not known, else all agree."""
    for settling in (by, Met.NOT_KNOWN):
        if found := [answer for answer in answers if answer.met is settling]:
            chosen = found[:1] if settling is Met.MET else found
            return Answer(settling, tuple(why for answer in chosen for why in answer.why))
    return Answer(answers[0].met, tuple(why for answer in answers for why in answer.why))


def _ask_leaf(needs: Leaf, there: _Room) -> Answer:
    match needs:
        case AtLeast(number, of, tag):
            return _compared(room.count(there.people, of, tag), number, of, tag)
        case Fraction():
            return _fraction(needs, there)
        case Includes(kind, name):
            return _includes(kind, name, there)
        case PerBody(number, bodies):
            each = [_from_body(number, body, there) for body in bodies]
            return _settled(each, by=Met.NOT_MET)


def _compared(found: Between, needed: int, of: Of, tag: str = "", of_all: str = "") -> Answer:
    there = "represented" if of in (Of.ORGANISATIONS, Of.AUTHORITIES) else "present"
    why = f"{_span(found, of, tag)} {there}, {needed:,} needed{of_all}"
    return Answer(_met(found.reaches(needed)), (why,))


def _span(found: Between, of: Of, tag: str) -> str:
    if found.low == found.high:
        return counted_words(found.low, of, tag)
    return f"between {found.low} and {counted_words(found.high, of, tag)}"


def _fraction(needs: Fraction, there: _Room) -> Answer:
    total = room.total(there.seats, needs.of, needs.tag, vacant_too=there.vacant_too)
    if not total:
        return Answer(Met.NOT_KNOWN, (f"How many {_plural(needs)} the body has is not recorded",))
    found = room.count(there.people, needs.of, needs.tag)
    return _compared(found, needs.out_of(total), needs.of, needs.tag, f" ({needs.part}/{needs.whole} of {total})")


def _plural(needs: Fraction) -> str:
    return f"members marked {quoted(needs.tag)}" if needs.of is Of.TAGGED else needs.of.value


def _includes(kind: Kind, name: str, there: _Room) -> Answer:
    test = {
        Kind.POST: lambda seat: seat.is_called(name),
        Kind.ORGANISATION: room.sits_for(name),
        Kind.TAG: lambda seat: name in seat.tags,
    }[kind]
    met = room.count_people(there.people, test).reaches(1)
    said = {True: "was there", False: "was not there", None: "may have been there"}[met]
    who = {
        Kind.POST: f"somebody in the seat {quoted(name)}",
        Kind.ORGANISATION: f"somebody from {quoted(name)}",
        Kind.TAG: f"a member marked {quoted(name)}",
    }[kind]
    return Answer(_met(met), (f"{who} {said}",))


def _from_body(number: int, body: str, there: _Room) -> Answer:
    found = room.count_people(there.people, room.sits_for(body))
    why = f"{_span(found, Of.MEMBERS, '')} from {quoted(body)} present, {number:,} needed"
    return Answer(_met(found.reaches(number)), (why,))


def _met(value: bool | None) -> Met:
    return {True: Met.MET, False: Met.NOT_MET, None: Met.NOT_KNOWN}[value]
