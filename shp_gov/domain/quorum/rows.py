"""A quorum as the rows of a form: "at least 3 of the members, and at least 1 of the members from the police, or …".

And binds before or. Any quorum that fits into a few such rows can be shown and written so; its meaning stays.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import gcd, prod

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
    Rounding,
    either,
    every,
    leaves,
)
from shp_gov.domain.quorum.plain import LARGEST, NotAQuorum
from shp_gov.domain.quorum.sentence import NAMES

MOST_ROWS = 12
AND, OR = "and", "or"
COUNTED = (Of.MEMBERS, Of.VOTING, Of.ORGANISATIONS, Of.AUTHORITIES)
FROM, POST, TAG = "from:", "post:", "tag:"
BY_NAME = {Kind.POST: POST, Kind.ORGANISATION: FROM, Kind.TAG: TAG}
PARTS = {words: part for part, words in NAMES.items()} | {
    "a half": (1, 2),
    "a third": (1, 3),
    "a quarter": (1, 4),
    "all": (1, 1),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the form. `what` is a word such as "members", or a name after "from:", "post:" or "tag:"."""

    amount: str
    what: str
    joiner: str = AND


def rows_of(needs: Expression) -> list[Row] | None:
    """Write an expression as rows; nothing where it does not fit into a few."""
    if _ways(needs) > MOST_ROWS or rounding_of(needs) is None:
        return None
    rows = [
        Row(row.amount, row.what, OR if place == 0 and number else AND)
        for number, choice in enumerate(_choices(needs))
        for place, row in enumerate(row for leaf in choice for row in _rows(leaf))
    ]
    return rows if len(rows) <= MOST_ROWS else None


def rounding_of(needs: Expression) -> Rounding | None:
    """Tell how the fractions of an expression are rounded; nothing where two are rounded differently."""
    found = {leaf.rounding for leaf in leaves(needs) if isinstance(leaf, Fraction)} or {Rounding.UP}
    return found.pop() if len(found) == 1 else None


def needs_of(rows: Sequence[Row], rounding: Rounding = Rounding.UP) -> Expression:
    """Read rows as an expression."""
    if not rows:
        raise NotAQuorum("Fill in at least one row, or say that the terms set no quorum.")
    choices: list[list[Leaf]] = []
    for row in rows:
        if row.joiner == OR or not choices:
            choices.append([])
        choices[-1].append(_leaf(row, rounding))
    return either(*(every(*_gathered(choice)) for choice in choices))


def _ways(needs: Expression) -> int:
    """Count the ways to meet an expression."""
    if isinstance(needs, Either):
        return sum(map(_ways, needs.parts))
    return prod(map(_ways, needs.parts)) if isinstance(needs, Every) else 1


def _choices(needs: Expression) -> list[tuple[Leaf, ...]]:
    """Give the ways to meet an expression: any one of these, each of them whole."""
    if isinstance(needs, Either):
        return [choice for part in needs.parts for choice in _choices(part)]
    if isinstance(needs, Every):
        chosen = product(*(_choices(part) for part in needs.parts))
        return [tuple(leaf for part in parts for leaf in part) for parts in chosen]
    return [(needs,)]


def _rows(leaf: Leaf) -> list[Row]:
    match leaf:
        case AtLeast(number, of, tag):
            return [Row(str(number), _what(of, tag))]
        case Fraction(part, whole, of, tag):
            return [Row(NAMES.get((part, whole), f"{part}/{whole}"), _what(of, tag))]
        case Includes(kind, name):
            return [Row("1", f"{BY_NAME[kind]}{name}")]
        case PerBody(number, bodies):
            return [Row(str(number), f"{FROM}{body}") for body in bodies]


def _what(of: Of, tag: str) -> str:
    return f"{TAG}{tag}" if of is Of.TAGGED else of.value


def _leaf(row: Row, rounding: Rounding) -> Leaf:
    part, whole = _amount(row.amount)
    kind, _, name = row.what.partition(":")
    if row.what not in COUNTED and not (f"{kind}:" in (FROM, POST, TAG) and name):
        raise NotAQuorum(f"“{row.what}” is nothing that can be counted. Choose from the list.")
    if f"{kind}:" in (FROM, POST) and whole:
        raise NotAQuorum(f"“{row.amount}” of {name} cannot be counted. Write a whole number, like 2.")
    if f"{kind}:" == POST:
        if part > 1:
            raise NotAQuorum(f"The seat {name} is filled or not. Write 1.")
        return Includes(Kind.POST, name)
    if f"{kind}:" == FROM:
        return PerBody(part, (name,))
    of = Of.TAGGED if f"{kind}:" == TAG else Of(row.what)
    return Fraction(part, whole, of, name, rounding) if whole else AtLeast(part, of, name)


def _amount(typed: str) -> tuple[int, int]:
    """Read "3", "1/3", "one third" or "all". A whole number is so many out of nothing."""
    words = " ".join(typed.casefold().replace("-", " ").split())
    if words in PARTS:
        return PARTS[words]
    found = re.fullmatch(r"([0-9]{1,3})(?:\s*/\s*([0-9]{1,3}))?", words)
    part, whole = (int(found[1]), int(found[2]) if found[2] else None) if found else (0, None)
    if not 1 <= part <= (LARGEST if whole is None else whole):
        raise NotAQuorum(f"“{typed}” is not a number of people, like 5, or a part of them, like one third or 1/3.")
    shared = gcd(part, whole or 0)
    return (part, 0) if whole is None else (part // shared, whole // shared)


def _gathered(choice: Sequence[Leaf]) -> list[Leaf]:
    """Say once what is asked of several organisations alike, one after the other."""
    found: list[Leaf] = []
    for leaf in choice:
        last = found[-1] if found else None
        if isinstance(leaf, PerBody) and isinstance(last, PerBody) and _alike(last, leaf):
            found[-1] = PerBody(last.number, (*last.bodies, *leaf.bodies))
        elif leaf not in found:
            found.append(leaf)
    return found


def _alike(last: PerBody, leaf: PerBody) -> bool:
    return leaf.number == last.number and set(leaf.bodies).isdisjoint(last.bodies)
