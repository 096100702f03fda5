"""A quorum as plain data, to be kept with the terms of reference, and back; nonsense is refused in a sentence."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from shp_gov.domain.errors import DomainError
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
    Rounding,
)

MOST_PARTS = 20
DEEPEST = 5
LARGEST = 500
LONGEST = 200
SWITCHES = ("substitutes_count", "remote_counts", "vacant_seats_count")


class NotAQuorum(DomainError):
    """Words that say no quorum."""


def as_plain(quorum: Quorum) -> dict[str, object]:
    """Write a quorum as plain data."""
    return {"needs": _plain(quorum.needs), **{switch: getattr(quorum, switch) for switch in SWITCHES}}


def from_plain(data: object) -> Quorum:
    """Read a quorum from plain data."""
    row = _mapping(data, {"needs", *SWITCHES})
    if "needs" not in row:
        raise NotAQuorum("The quorum does not say what it needs. Add at least one line.")
    return Quorum(_expression(row["needs"], 1), **{switch: _yes_or_no(row, switch) for switch in SWITCHES})


def _plain(needs: Expression) -> dict[str, object]:
    match needs:
        case Every(parts):
            return {"all": [_plain(part) for part in parts]}
        case Either(parts):
            return {"any": [_plain(part) for part in parts]}
        case AtLeast(number, of, tag):
            return {"at_least": number, "of": of.value, **({"tag": tag} if tag else {})}
        case Fraction(part, whole, of, tag, rounding):
            counted = {"of": of.value, **({"tag": tag} if tag else {})}
            return {"fraction": f"{part}/{whole}", **counted, "round": rounding.value}
        case Includes(kind, name):
            return {"includes": kind.value, "name": name}
        case PerBody(number, bodies):
            return {"per_body": number, "bodies": list(bodies)}


def _expression(data: object, depth: int) -> Expression:
    if depth > DEEPEST:
        raise NotAQuorum(f"The quorum has brackets inside brackets more than {DEEPEST} deep. Write it more simply.")
    kinds = [kind for kind in READERS if isinstance(data, Mapping) and kind in data]
    if len(kinds) != 1 or not isinstance(data, Mapping):
        raise NotAQuorum(f"A line of the quorum says none of: {', '.join(READERS)}. Say one of them.")
    return READERS[kinds[0]](data, depth)


def _joined(key: str, join: type[Every] | type[Either]) -> Callable[[Mapping[str, Any], int], Expression]:
    def read(data: Mapping[str, Any], depth: int) -> Expression:
        rows = _mapping(data, {key})[key]
        if not isinstance(rows, list) or not 2 <= len(rows) <= MOST_PARTS:
            raise NotAQuorum(f"Join from 2 to {MOST_PARTS} lines of the quorum with “{key}”.")
        return join(tuple(_expression(row, depth + 1) for row in rows))

    return read


def _at_least(data: Mapping[str, Any], _depth: int) -> Leaf:
    row = _mapping(data, {"at_least", "of", "tag"})
    return AtLeast(_number(row["at_least"]), *_counted(row))


def _fraction(data: Mapping[str, Any], _depth: int) -> Leaf:
    row = _mapping(data, {"fraction", "of", "tag", "round"})
    found = re.fullmatch(r"([0-9]{1,3})/([0-9]{1,3})", row["fraction"]) if isinstance(row["fraction"], str) else None
    part, whole = (int(found[1]), int(found[2])) if found else (0, 0)
    if not 1 <= part <= whole:
        raise NotAQuorum(f"{row['fraction']!r} is not a fraction of the members. Write one such as 1/3.")
    return Fraction(part, whole, *_counted(row), rounding=_one_of(Rounding, row.get("round", "up"), "rounding"))


def _includes(data: Mapping[str, Any], _depth: int) -> Leaf:
    row = _mapping(data, {"includes", "name"})
    return Includes(_one_of(Kind, row["includes"], "way to name who must be there"), _name(row.get("name")))


def _per_body(data: Mapping[str, Any], _depth: int) -> Leaf:
    row = _mapping(data, {"per_body", "bodies"})
    bodies = row.get("bodies")
    if not isinstance(bodies, list) or not 1 <= len(bodies) <= MOST_PARTS:
        raise NotAQuorum("Name the organisations that each need members in the room.")
    names = tuple(_name(body) for body in bodies)
    if len(set(names)) < len(names):
        raise NotAQuorum("The quorum names one organisation twice in one line. Name it once.")
    return PerBody(_number(row["per_body"]), names)


READERS: Mapping[str, Callable[[Mapping[str, Any], int], Expression]] = {
    "at_least": _at_least,
    "fraction": _fraction,
    "includes": _includes,
    "per_body": _per_body,
    "all": _joined("all", Every),
    "any": _joined("any", Either),
}


def _mapping(data: object, known: set[str]) -> Mapping[str, Any]:
    if not isinstance(data, Mapping):
        raise NotAQuorum("The quorum is not written as names and values.")
    if unknown := sorted(str(key) for key in data if key not in known):
        raise NotAQuorum(f"The quorum does not know {', '.join(unknown)}. Known here: {', '.join(sorted(known))}.")
    return data


def _number(value: object) -> int:
    if type(value) is not int or not 1 <= value <= LARGEST:
        raise NotAQuorum(f"{value!r} is not a number of people from 1 to {LARGEST}.")
    return value


def _counted(row: Mapping[str, Any]) -> tuple[Of, str]:
    of = _one_of(Of, row.get("of", Of.MEMBERS.value), "thing to count")
    if (of is Of.TAGGED) != bool(row.get("tag")):
        raise NotAQuorum("Name the tag to count, and only where a tag is counted.")
    return of, _name(row["tag"]) if row.get("tag") else ""


def _one_of(words: Any, value: object, what: str) -> Any:
    if not isinstance(value, str) or value not in set(words):
        raise NotAQuorum(f"{value!r} is not a {what}. Choose one of: {', '.join(words)}.")
    return words(value)


def _name(value: object) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST:
        raise NotAQuorum(f"A name in the quorum is missing, or longer than {LONGEST} characters.")
    return value


def _yes_or_no(row: Mapping[str, Any], switch: str) -> bool:
    value = row.get(switch, True)
    if not isinstance(value, bool):
        raise NotAQuorum(f"{switch} must be true or false, not {value!r}.")
    return value
