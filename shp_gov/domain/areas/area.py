"""What an area is: its bodies by all their names, the areas it is made of, and whom it asks to take part."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from shp_gov.domain.errors import DomainError
from shp_gov.domain.names import organisation_key

PROBATION = "provider of probation services"

_key = lru_cache(maxsize=4096)(organisation_key)


class BadArea(DomainError):
    """A file of an area that cannot be used. The message names the file and the body."""


@dataclass(frozen=True, slots=True)
class AreaBody:
    """An organisation of an area. `basis` is the standing of a probation provider, whose arrangements decide it.

    `to_be_confirmed` says what of it rests on memory only.
    """

    name: str
    type: str
    known_as: str
    also: tuple[str, ...] = ()
    from_on: date | None = None
    to_on: date | None = None
    followed_by: tuple[str, ...] = ()
    basis: str | None = None
    to_be_confirmed: str | None = None

    def exists(self, on: date) -> bool:
        """Say whether the body is there on a day."""
        return (self.from_on is None or self.from_on <= on) and (self.to_on is None or on <= self.to_on)

    def is_called(self, name: str) -> bool:
        """Say whether a printed name is one of this body's."""
        return _key(name) in _keys_of(self)


@dataclass(frozen=True, slots=True)
class Part:
    """An area that belongs to a combined area from one day to another, and the agreement that says so."""

    area: "Area"
    from_on: date
    to_on: date | None
    basis: str

    def covers(self, on: date) -> bool:
        """Say whether the area is part of the combined area on a day."""
        return self.from_on <= on and (self.to_on is None or on <= self.to_on)


@dataclass(frozen=True, slots=True)
class TakesPart:
    """What an area knows of a description of bodies that co-operate or are invited: whether any are there, and who."""

    description: str
    is_applicable: bool = True
    organisations: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class StandingException:
    """A stored row that settles for its own days what the type of a body does not: it owes the duty, or not."""

    organisation: str
    is_responsible_authority: bool
    from_on: date
    to_on: date | None
    basis: str


@dataclass(frozen=True, slots=True)
class Area:
    """A local government area and its bodies, past and present; or an area combined of others.

    `stored` is what a partnership recorded of their standing, where it knows better than the file.
    """

    slug: str
    name: str
    bodies: tuple[AreaBody, ...]
    also: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    takes_part: tuple[TakesPart, ...] = ()
    stored: tuple[StandingException, ...] = ()

    def body(self, name: str, on: date) -> AreaBody | None:
        """Find the body a printed name means: one of that day first, otherwise the latest that bore the name."""
        key = _key(name)
        called = [body for body in self.bodies if key in _keys_of(body)]
        return next((body for body in called if body.exists(on)), called[-1] if called else None)

    @property
    def keys(self) -> frozenset[str]:
        """Give the form of every name by which its bodies are known here."""
        return frozenset(key for body in self.bodies for key in _keys_of(body))

    def knowing(self, organisations: Iterable[Collection[str]]) -> "Area":
        """Take in every name of organisations that bear a name of a body. A name of the file means whom the file says.

        An organisation that takes a new name is recognised by it, though the file was written before.
        """
        own = self.keys
        new = [(names, tuple(name for name in names if _key(name) not in own)) for names in organisations]
        return replace(self, bodies=tuple(_called_also(body, new) for body in self.bodies))

    def is_called(self, name: str) -> bool:
        """Say whether this is the short name, the name or another name of the area."""
        wanted = name.strip().casefold()
        return wanted in (self.slug, self.name.casefold(), *(each.casefold() for each in self.also))


@lru_cache(maxsize=4096)
def _keys_of(body: AreaBody) -> frozenset[str]:
    return frozenset(_key(name) for name in (body.name, body.known_as, *body.also))


def _called_also(body: AreaBody, new: Sequence[tuple[Collection[str], tuple[str, ...]]]) -> AreaBody:
    more = tuple(name for names, others in new if any(map(body.is_called, names)) for name in others)
    return replace(body, also=(*body.also, *more)) if more else body
