"""What papers state in passing and a check can look at: how many authorities there are, who chairs a sub-group."""

import re
from dataclasses import dataclass
from enum import StrEnum

NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER = rf"(?:{'|'.join(NUMBERS)}|\d{{1,2}})"
_AUTHORITIES = re.compile(
    rf"(?<![\w–-])(?P<numbers>{_NUMBER}(?:\s?[-–/]\s?{_NUMBER})*)\s+(?:statutory\s+)?responsible\s+authorit(?:y|ies)(?![a-z])",
    re.IGNORECASE,
)
_CHAIRED = re.compile(
    r"\b(?P<group>(?:[A-Z][\w’'&-]*\s+(?:and\s+|of\s+|&\s+)?){1,8}?"
    r"(?:sub[- ]?group|task group|working group|group|board))"
    r"\s+(?:will |to |is to |should )?be\s+chaired\s+by\s+(?P<chair>.{3,200}?)\s*[.;]?$",
    re.IGNORECASE,
)
_UNSETTLED = re.compile(
    r"\b(?:to be (?:confirmed|appointed|agreed|decided|advised|determined)|tb[cad]|not known|vacant)\b", re.IGNORECASE
)
_EITHER = re.compile(r"\beither\b.{3,}\bor\b", re.IGNORECASE)


class StatementKind(StrEnum):
    """What a paper can state in passing."""

    NUMBER_OF_AUTHORITIES = "number of authorities"
    SUB_GROUP_CHAIR = "chair of a sub-group"


@dataclass(frozen=True, slots=True)
class ChairStated:
    """A sub-group and the words that say who chairs it."""

    group: str
    chair: str


def authorities_stated(words: str) -> tuple[str, tuple[int, ...]] | None:
    """Find how many responsible authorities a sentence says there are; two numbers where it prints both."""
    found = _AUTHORITIES.search(words)
    if found is None:
        return None
    each = re.findall(_NUMBER, found["numbers"], re.IGNORECASE)
    return found["numbers"], tuple(_value(number) for number in each)


def _value(number: str) -> int:
    return int(number) if number.isdecimal() else NUMBERS.index(number.casefold()) + 1


def chair_stated(words: str) -> ChairStated | None:
    """Find which sub-group a decision says is to be chaired, and by whom."""
    found = _CHAIRED.search(" ".join(words.split()))
    if found is None:
        return None
    group = re.sub(r"^(?:that\s+)?(?:the\s+)?", "", found["group"], flags=re.IGNORECASE)
    return ChairStated(group, found["chair"])


def is_unsettled(chair: str) -> bool:
    """Tell whether words leave open who chairs: to be confirmed, or one of two."""
    return bool(_UNSETTLED.search(chair) or _EITHER.search(chair))


def unsettled_in_row(row: str) -> ChairStated | None:
    """Find the sub-group whose chair a row of a table leaves open: "Harbour Safety  To be confirmed  November"."""
    found = _UNSETTLED.search(row)
    group = row[: found.start()].strip(" \t|–-") if found else ""
    return ChairStated(group, found[0]) if found and group else None
