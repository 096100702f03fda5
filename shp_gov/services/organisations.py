"""Organisations: known by all their names, found once, merged when an officer says they are one."""

import re
from datetime import date

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.names import organisation_key, same_organisation
from shp_gov.domain.register.identity import one_letter_apart
from shp_gov.models import (
    Organisation,
    OrganisationName,
    Provenance,
)
from shp_gov.queries import organisations as queries
from shp_gov.services import merges

LONG_WORD = 6


def recognise(name: str, *, on: date, actor: Actor, known: queries.Names) -> Organisation:
    """Find the organisation a paper names by any of its names, or add it. The newest paper's wording is shown."""
    name = " ".join(name.split())
    alias = known.row(name)
    organisation = alias.organisation if alias else _called_otherwise(name, known) or _add(name, on=on, actor=actor)
    if alias is None:
        _name(organisation, name, actor=actor, known=known)
    elif not alias.is_dated and (len(alias.name), alias.name) < (len(name), name):
        alias.name = name
    _show_newest(organisation, name, on)
    for initials in _only_initials_of(name, organisation, known):
        merges.unite(initials, organisation, actor=actor)
    return organisation


def _only_initials_of(name: str, organisation: Organisation, known: queries.Names) -> list[Organisation]:
    """Find the one organisation that we knew by the initials of this name only."""
    others = [row for row in known.all() if row.organisation is not organisation and same_organisation(row.name, name)]
    short = {row.organisation for row in others if " " not in row.name and len(known.of(row.organisation)) == 1}
    found = [each for each in short if each.provenance is Provenance.IMPORTED]
    return found if " " in name and len(found) == 1 else []


def _called_otherwise(name: str, known: queries.Names) -> Organisation | None:
    """Find the one organisation that this is short for, or whose name is a letter away."""
    for is_it in (same_organisation, _misspelt):
        found = {each.organisation for each in known.all() if is_it(each.name, name)}
        if len(found) == 1:
            return found.pop()
    return None


def are_one(one: str, other: str) -> bool:
    """Say whether two names are one organisation's: variants, the initials of the other, or a letter away."""
    return same_organisation(one, other) or _misspelt(one, other)


def _misspelt(one: str, other: str) -> bool:
    first, second = (re.findall(r"[a-z0-9]+", name.casefold()) for name in (one, other))
    differing = [(a, b) for a, b in zip(first, second, strict=False) if a != b]
    return (
        len(first) == len(second)
        and len(differing) == 1
        and one_letter_apart(*differing[0], shortest=LONG_WORD)
        and differing[0][0].isalpha()
    )


def _add(name: str, *, on: date, actor: Actor) -> Organisation:
    organisation = Organisation(name=name, named_on=on, provenance=Provenance.IMPORTED)
    db.session.add(organisation)
    audit.record("organisation.added", organisation, actor=actor, name=name)
    return organisation


def _name(organisation: Organisation, name: str, *, actor: Actor, known: queries.Names) -> None:
    if not organisation_key(name):
        return
    alias = OrganisationName(organisation=organisation, key=organisation_key(name), name=name)
    db.session.add(alias)
    known.add(alias)
    audit.record("organisation.named", organisation, actor=actor, name=name)


def _show_newest(organisation: Organisation, name: str, on: date) -> None:
    if organisation.provenance is not Provenance.IMPORTED or organisation.named_on is None:
        return
    if standing(name, on) > standing(organisation.name, organisation.named_on):
        organisation.name, organisation.named_on = name, on


def standing(name: str, on: date) -> tuple[bool, date, int, str]:
    """Tell how well a name shows: words before initials, then the newest, then the longest."""
    return (" " in name and name != name.upper(), on, len(name), name)
