"""Quorum: the expression that terms of reference set, its sentence, and whether the people in the room meet it."""

from shp_gov.domain.quorum.answer import Answer, Met, evaluate
from shp_gov.domain.quorum.course import Item, Spell, course_words, for_item, spells
from shp_gov.domain.quorum.expression import (
    AtLeast,
    Either,
    Every,
    Expression,
    Fraction,
    Includes,
    Kind,
    Of,
    PerBody,
    Quorum,
    Rounding,
    either,
    every,
    reworded,
)
from shp_gov.domain.quorum.plain import NotAQuorum, as_plain, from_plain
from shp_gov.domain.quorum.room import InRoom, SeatOfBody, full_house
from shp_gov.domain.quorum.sentence import UNSET, sentence_of

__all__ = [
    "UNSET",
    "Answer",
    "AtLeast",
    "Either",
    "Every",
    "Expression",
    "Fraction",
    "InRoom",
    "Includes",
    "Item",
    "Kind",
    "Met",
    "NotAQuorum",
    "Of",
    "PerBody",
    "Quorum",
    "Rounding",
    "SeatOfBody",
    "Spell",
    "as_plain",
    "course_words",
    "either",
    "evaluate",
    "every",
    "for_item",
    "from_plain",
    "full_house",
    "reworded",
    "sentence_of",
    "spells",
]
