"""A quorum through a meeting: as people come and go, and for each item, from which an interest takes people out."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import time
from itertools import pairwise

from shp_gov.domain.quorum.answer import Answer, Met, evaluate
from shp_gov.domain.quorum.expression import Quorum
from shp_gov.domain.quorum.room import InRoom, SeatOfBody, uncertain
from shp_gov.domain.quorum.sentence import NOT_SAID
from shp_gov.domain.words import time_words


@dataclass(frozen=True, slots=True)
class Spell:
    """From one moment to the next in which the answer stays. The first begins with the meeting: no time is needed."""

    since: time | None
    answer: Answer


@dataclass(frozen=True, slots=True)
class Item:
    """An item and whom an interest took out: `out` left, `perhaps_out` declared and nobody wrote whether they left."""

    out: frozenset[int] = frozenset()
    perhaps_out: frozenset[int] = frozenset()
    taken_at: time | None = None


def spells(quorum: Quorum | None, people: Sequence[InRoom] | None, seats: Sequence[SeatOfBody]) -> list[Spell]:
    """Say how it stood at the start and after everybody who came or went, where the answer changed."""
    moments: list[time | None] = [None, *_moments(people or ())]
    found: list[Spell] = []
    for moment in moments:
        there = None if people is None else in_room_at(moment, people)
        answer = evaluate(quorum, there, seats)
        if not found or found[-1].answer.met is not answer.met:
            found.append(Spell(moment, answer))
    return found


def for_item(quorum: Quorum | None, item: Item, people: Sequence[InRoom] | None, seats: Sequence[SeatOfBody]) -> Answer:
    """Say whether there was a quorum for an item. Without its time, who came late or left early may have been out."""
    if people is None:
        return evaluate(quorum, None, seats)
    there = in_room_at(item.taken_at, people) if item.taken_at else [_perhaps(one) for one in people]
    staying = [one for one in there if one.person not in item.out]
    return evaluate(quorum, _doubt(staying, item.perhaps_out), seats)


def in_room_at(moment: time | None, people: Iterable[InRoom]) -> list[InRoom]:
    """Tell who was there at a moment; None is the start of the meeting."""
    if moment is None:
        return [one for one in people if one.arrived_at is None]
    return [one for one in people if _is_there(one, moment)]


def _is_there(one: InRoom, moment: time) -> bool:
    came = one.arrived_at is None or one.arrived_at <= moment
    stays = one.left_at is None or moment < one.left_at
    return came and stays and not any(left <= moment < back for left, back in one.outings)


def course_words(found: Sequence[Spell]) -> str:
    """Tell the course of a meeting in a few sentences."""
    first, *later = found
    if first.answer.met is Met.NOT_KNOWN and not later:
        why = first.answer.words.removesuffix(f" {NOT_SAID}")
        return f"Whether the meeting had a quorum is not known. {why}"
    said = [f"{AT_START[first.answer.met]}: {first.answer.words}"]
    if not later:
        said.append(STAYED[first.answer.met])
    for before, spell in pairwise(found):
        change = CHANGES[before.answer.met is Met.MET, spell.answer.met]
        said.append(f"{change.format(time_words(spell.since))}: {spell.answer.words}" if spell.since else "")
    return " ".join(said)


AT_START = {
    Met.MET: "There was a quorum at the start",
    Met.NOT_MET: "There was no quorum at the start",
    Met.NOT_KNOWN: "Whether there was a quorum at the start is not known",
}
STAYED = {Met.MET: "It held to the end.", Met.NOT_MET: "None was reached later."}
CHANGES = {
    (True, Met.NOT_MET): "It was lost at {}",
    (True, Met.NOT_KNOWN): "From {} whether there was one is not known",
    (False, Met.MET): "From {} there was one",
    (False, Met.NOT_MET): "From {} there was none",
    (False, Met.NOT_KNOWN): "From {} whether there was one is not known",
}


def _moments(people: Iterable[InRoom]) -> list[time]:
    return sorted({moment for one in people for moment in _moves(one) if moment})


def _moves(one: InRoom) -> list[time | None]:
    return [one.arrived_at, one.left_at, *(moment for outing in one.outings for moment in outing)]


def _perhaps(one: InRoom) -> InRoom:
    return uncertain(one) if any(_moves(one)) else one


def _doubt(people: Iterable[InRoom], doubtful: Collection[int]) -> list[InRoom]:
    return [replace(one, is_certain=False) if one.person in doubtful else one for one in people]
