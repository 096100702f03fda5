"""Bodies: founding one, by hand or from its first pack."""

import re

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.areas import areas
from shp_gov.domain.errors import DomainError
from shp_gov.models import Body, BodyKind, Provenance
from shp_gov.queries import bodies

SMALL_WORDS = frozenset(["of", "the", "and", "for", "in", "on", "upon"])


class BodyExists(DomainError):
    """There is a body of this name already."""


class NoSuchName(DomainError):
    """A name from which no address can be made."""


def slug_of(name: str) -> str:
    """Make the address of a body from its name: "safer-seaborough-partnership"."""
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", name.casefold()).replace("&", " and "))
    return "-".join(words[1:] if words[:1] == ["the"] else words)


def found(
    name: str,
    *,
    actor: Actor,
    kind: BodyKind = BodyKind.STRATEGY_GROUP,
    parent: Body | None = None,
    provenance: Provenance = Provenance.RECORDED,
) -> Body:
    """Found a body. Its address is made from its name, and nobody else has it."""
    slug = slug_of(name)
    if not slug:
        raise NoSuchName(f"“{name[:60]}” is no name for a body. Enter the name that its agenda prints.")
    if bodies.find(slug) is not None:
        raise BodyExists(f"There is already a body called {name}.")
    shown = _in_small_letters(name)
    body = Body(slug=slug, name=shown, kind=kind, parent=parent, area=_area(shown), provenance=provenance)
    db.session.add(body)
    audit.record("body.founded", body, actor=actor, name=shown, kind=kind, provenance=provenance)
    return body


def find(name: str) -> Body | None:
    """Find the body a paper names."""
    return bodies.find(slug_of(name))


def recognise(name: str, *, actor: Actor) -> Body:
    """Find the body a paper names, or found it."""
    return find(name) or found(name, actor=actor, kind=_kind(name), provenance=Provenance.IMPORTED)


def _kind(name: str) -> BodyKind:
    words = name.casefold()
    if "task and finish" in words:
        return BodyKind.TASK_AND_FINISH_GROUP
    if re.search(r"\bsub-?\s?group\b|\bgroup\b", words):
        return BodyKind.SUB_GROUP
    return BodyKind.COMMITTEE if "committee" in words else BodyKind.STRATEGY_GROUP


def _in_small_letters(name: str) -> str:
    name = " ".join(name.split())
    if not name.isupper():
        return name
    words = [word if word in SMALL_WORDS else word.capitalize() for word in name.lower().split()]
    return " ".join([words[0].capitalize(), *words[1:]])


def _area(name: str) -> str | None:
    named = [area.slug for area in areas().values() if re.search(rf"\b{re.escape(area.name)}\b", name, re.IGNORECASE)]
    return named[0] if len(named) == 1 else None
