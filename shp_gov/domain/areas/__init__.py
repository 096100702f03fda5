"""The areas whose bodies we know: who they are, by all their names, from and to which day, and who followed them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from shp_gov.domain.errors import DomainError
from shp_gov.domain.names import organisation_key

FOLDER = Path(__file__).parent
PROBATION = "provider of probation services"

_key = lru_cache(maxsize=4096)(organisation_key)


class BadArea(DomainError):
    """A file of an area that cannot be used. The message names the file and the body."""


@dataclass(frozen=True, slots=True)
class AreaBody:
    """An organisation of an area. `basis` is the standing of a probation provider, whose arrangements decide it."""

    name: str
    type: str
    known_as: str
    also: tuple[str, ...] = ()
    from_on: date | None = None
    to_on: date | None = None
    followed_by: tuple[str, ...] = ()
    basis: str | None = None

    def exists(self, on: date) -> bool:
        """Say whether the body is there on a day."""
        return (self.from_on is None or self.from_on <= on) and (self.to_on is None or on <= self.to_on)

    def is_called(self, name: str) -> bool:
        """Say whether a printed name is one of this body's."""
        return _key(name) in _keys_of(self)


@dataclass(frozen=True, slots=True)
class Area:
    """A local government area and its bodies, past and present."""

    slug: str
    name: str
    bodies: tuple[AreaBody, ...]

    def body(self, name: str, on: date) -> AreaBody | None:
        """Find the body a printed name means: one of that day first, otherwise the latest that bore the name."""
        key = _key(name)
        called = [body for body in self.bodies if key in _keys_of(body)]
        return next((body for body in called if body.exists(on)), called[-1] if called else None)


@cache
def _keys_of(body: AreaBody) -> frozenset[str]:
    return frozenset(_key(name) for name in (body.name, body.known_as, *body.also))


@cache
def areas() -> Mapping[str, Area]:
    """Give every area we know, by its slug."""
    files = sorted(FOLDER.glob("*.toml"))
    found = [read(file.name, file.read_text(encoding="utf-8")) for file in files]
    return MappingProxyType({area.slug: area for area in found})


def area_called(name: str | None) -> Area | None:
    """Find an area by its slug or its name, if we know it."""
    wanted = (name or "").strip().casefold()
    return next((area for area in areas().values() if wanted in (area.slug, area.name.casefold())), None)


def read(file_name: str, text: str) -> Area:
    """Read the file of one area, refusing what cannot be right."""
    try:
        content = tomllib.loads(text)
        bodies = tuple(_body(row, file_name) for row in content["body"])
        area = Area(content["slug"], content["name"], bodies)
    except tomllib.TOMLDecodeError as error:
        raise BadArea(f"{file_name}: not TOML: {error}.") from error
    except KeyError as missing:
        raise BadArea(f"{file_name}: {missing} is missing.") from missing
    _refuse_unknown_successors(area, file_name)
    return area


def _body(row: Mapping[str, Any], file_name: str) -> AreaBody:
    body = AreaBody(
        name=row["name"],
        type=row["type"],
        known_as=row.get("known_as", row["name"]),
        also=tuple(row.get("also", ())),
        from_on=row.get("from"),
        to_on=row.get("to"),
        followed_by=tuple(row.get("followed_by", ())),
        basis=row.get("basis"),
    )
    if body.from_on and body.to_on and body.to_on < body.from_on:
        raise BadArea(f"{file_name}: {body.name} ends before it begins.")
    if body.type == PROBATION and not (body.basis and body.from_on):
        raise BadArea(f"{file_name}: {body.name} needs a first day and the basis of its standing.")
    return body


def _refuse_unknown_successors(area: Area, file_name: str) -> None:
    names = {body.name for body in area.bodies}
    for body in area.bodies:
        if unknown := set(body.followed_by) - names:
            raise BadArea(
                f"{file_name}: {body.name} is followed by {', '.join(sorted(unknown))}, who is not in the file."
            )
