"""What terms of reference can ask for a meeting to have a quorum: a small language of counts, joined by and and or."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias


class Of(StrEnum):
    """What is counted."""

    MEMBERS = "members"
    VOTING = "voting members"
    ORGANISATIONS = "organisations"
    AUTHORITIES = "responsible authorities"
    TAGGED = "tag"


class Rounding(StrEnum):
    """What becomes of the part of a person that a fraction leaves."""

    UP = "up"
    DOWN = "down"
    NEAREST = "nearest"


class Kind(StrEnum):
    """By what somebody who must be there is named."""

    POST = "post"
    ORGANISATION = "organisation"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class AtLeast:
    """So many of these are present. The tag is empty unless a tag is counted."""

    number: int
    of: Of = Of.MEMBERS
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Fraction:
    """This part of all of these is present: "1/3" is part 1 of whole 3."""

    part: int
    whole: int
    of: Of = Of.MEMBERS
    tag: str = ""
    rounding: Rounding = Rounding.UP

    def out_of(self, total: int) -> int:
        """Say how many that is, at least one."""
        if self.rounding is Rounding.DOWN:
            number = total * self.part // self.whole
        elif self.rounding is Rounding.UP:
            number = -(-total * self.part // self.whole)
        else:
            number = (2 * total * self.part + self.whole) // (2 * self.whole)
        return max(1, number)


@dataclass(frozen=True, slots=True)
class Includes:
    """Somebody in this post, from this organisation or with this tag is present."""

    kind: Kind
    name: str


@dataclass(frozen=True, slots=True)
class PerBody:
    """So many members from each of these organisations are present."""

    number: int
    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Every:
    """All of these hold: and."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One of these holds: or."""

    parts: tuple["Expression", ...]


Leaf: TypeAlias = AtLeast | Fraction | Includes | PerBody
Expression: TypeAlias = Leaf | Every | Either


@dataclass(frozen=True, slots=True)
class Quorum:
    """What must hold, and who counts towards it."""

    needs: Expression
    substitutes_count: bool = True
    remote_counts: bool = True
    vacant_seats_count: bool = True


def leaves(needs: Expression) -> Iterator[Leaf]:
    """Give every count in an expression, from left to right."""
    if isinstance(needs, Every | Either):
        for part in needs.parts:
            yield from leaves(part)
    else:
        yield needs


def reworded(needs: Expression, names: Mapping[tuple[Kind, str], str]) -> Expression:
    """Call seats and organisations otherwise, where a draft words them otherwise."""
    match needs:
        case Every(parts) | Either(parts):
            return replace(needs, parts=tuple(reworded(part, names) for part in parts))
        case Includes(kind, name):
            return Includes(kind, names.get((kind, name.casefold()), name))
        case PerBody(number, bodies):
            called = (names.get((Kind.ORGANISATION, body.casefold()), body) for body in bodies)
            return PerBody(number, tuple(dict.fromkeys(called)))
        case _:
            return needs


def every(*parts: Expression) -> Expression:
    """Join with and; one alone stays itself."""
    return parts[0] if len(parts) == 1 else Every(parts)


def either(*parts: Expression) -> Expression:
    """Join with or; one alone stays itself."""
    return parts[0] if len(parts) == 1 else Either(parts)
