"""Names of organisations that no paper prints any more: forgotten, and what hung together by them comes apart."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.names import organisation_key
from shp_gov.models import Organisation, OrganisationName, Provenance
from shp_gov.queries import organisations as queries
from shp_gov.services.organisations import are_one, standing

Said = Mapping[str, list[tuple[str, date]]]


def forget(names: Collection[str], *, said: Sequence[tuple[str, date]], actor: Actor) -> None:
    """Forget names that only an undone pack printed, and show each organisation as the papers that remain do."""
    by_key: dict[str, list[tuple[str, date]]] = defaultdict(list)
    for name, on in said:
        by_key[organisation_key(name)].append((" ".join(name.split()), on))
    found = sa.select(OrganisationName).where(OrganisationName.key.in_({organisation_key(name) for name in names}))
    aliases = db.session.scalars(found.options(joinedload(OrganisationName.organisation))).all()
    for organisation in dict.fromkeys(alias.organisation for alias in aliases):
        if organisation.provenance is Provenance.IMPORTED and not queries.was_merged(organisation):
            _forget(organisation, by_key, actor=actor)
    db.session.flush()
    db.session.expire_all()


def _forget(organisation: Organisation, said: Said, *, actor: Actor) -> None:
    for alias in list(organisation.names):
        if alias.key not in said:
            audit.record("organisation.name_withdrawn", organisation, actor=actor, name=alias.name)
            organisation.names.remove(alias)
            db.session.delete(alias)
        else:
            alias.name = max((name for name, _ in said[alias.key]), key=lambda name: (len(name), name))
    groups = sorted(_hanging_together(organisation.names, said), key=lambda group: _shown(group, said))
    if groups:
        organisation.name, organisation.named_on = _shown(groups.pop(), said)[1]
    for group in groups:
        _stand_alone(group, said, actor=actor)


def _shown(group: Sequence[OrganisationName], said: Said) -> tuple[object, tuple[str, date]]:
    """Choose the name that shows best of all that were printed."""
    return max((standing(*row), row) for alias in group for row in said[alias.key])


def _hanging_together(aliases: Sequence[OrganisationName], said: Said) -> list[list[OrganisationName]]:
    """Put together the names of which one is short for another, or a letter away."""
    groups: list[list[OrganisationName]] = []
    for alias in aliases:
        near = [group for group in groups if any(_are_near(alias, other, said) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([alias, *(each for group in near for each in group)])
    return groups


def _are_near(one: OrganisationName, other: OrganisationName, said: Said) -> bool:
    return any(are_one(first, second) for first, _ in said[one.key] for second, _ in said[other.key])


def _stand_alone(group: Sequence[OrganisationName], said: Said, *, actor: Actor) -> None:
    name, on = _shown(group, said)[1]
    organisation = Organisation(name=name, named_on=on, provenance=Provenance.IMPORTED)
    db.session.add(organisation)
    audit.record("organisation.added", organisation, actor=actor, name=name)
    for alias in group:
        alias.organisation = organisation


def withdraw_unused(*, actor: Actor) -> None:
    """Take out organisations that no paper names any more and on which nothing rests."""
    for organisation in queries.unused():
        audit.record("organisation.withdrawn", organisation, actor=actor, name=organisation.name)
        db.session.delete(organisation)
    db.session.flush()
