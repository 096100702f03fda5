"""An organisation through time: renamed from a day, of a type from a day, ended with whoever has its place."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import guards
from shp_gov.domain.errors import DomainError
from shp_gov.domain.names import organisation_key
from shp_gov.domain.words import day_words, long_day
from shp_gov.models import Organisation, OrganisationName, OrganisationType, Provenance

DAY = timedelta(days=1)


class WrongName(DomainError):
    """A name that is another organisation's, or none."""


class WrongDays(DomainError):
    """Days that cannot be."""


def rename(organisation: Organisation, *, name: str, from_on: date, actor: Actor) -> None:
    """Call an organisation by another name from a day on. It is still found by every name it had."""
    name = " ".join(guards.require_words(name, what="the new name").split())
    key, was = organisation_key(name), organisation.name
    known = db.session.scalars(sa.select(OrganisationName).where(OrganisationName.key == key)).first()
    if not key:
        raise WrongName(f"“{name[:60]}” is no name for an organisation.")
    if known is not None and known.organisation is not organisation:
        raise WrongName(f"{known.name} is a name of {known.organisation.name} already. Merge the two if they are one.")
    _require_exists(organisation, from_on)
    _require_its_turn(organisation, name, from_on)
    _leave(organisation, on=from_on)
    row = _spelling(organisation, key) or OrganisationName(key=key, organisation=organisation)
    row.name, row.from_on, row.until_on = name, from_on, None
    db.session.add(row)
    db.session.flush()
    db.session.expire(organisation, ["dated_names"])
    organisation.name, organisation.named_on, organisation.provenance = name, from_on, Provenance.RECORDED
    audit.record("organisation.renamed", organisation, actor=actor, was=was, name=name, from_on=from_on)


def _require_its_turn(organisation: Organisation, name: str, on: date) -> None:
    """Refuse a name for days to come, and another one from before the name it has now."""
    if on > clock.today():
        raise WrongDays("A new name is recorded once it is in use. Choose today or a day before.")
    present = next((row for row in organisation.names if row.name == organisation.name and row.until_on is None), None)
    if present is not None and present.name != name and present.from_on is not None and on <= present.from_on:
        since = long_day(present.from_on)
        raise WrongDays(f"It has been called {present.name} since {since}. Choose a later day.")


def _leave(organisation: Organisation, *, on: date) -> None:
    """End the name that was used until then. A day that was given wrongly is given again."""
    key = organisation_key(organisation.name)
    for row in organisation.names:
        if row.key == key and row.until_on is None and (row.from_on is None or row.from_on < on):
            row.name, row.until_on = organisation.name, on - DAY
    db.session.flush()


def _spelling(organisation: Organisation, key: str) -> OrganisationName | None:
    """Find the name among those that have no end."""
    return next((row for row in organisation.names if row.key == key and row.until_on is None), None)


def set_type(
    organisation: Organisation, *, statutory_type: str, from_on: date | None, until_on: date | None, actor: Actor
) -> None:
    """Say what an organisation is in law from one day to another. One that lasts ends the open one before it."""
    if from_on and until_on and until_on < from_on:
        raise WrongDays(f"The last day cannot be before the first day, {long_day(from_on)}.")
    _make_way(organisation, from_on, until_on)
    overlapping = [row for row in organisation.types if row.overlaps(from_on, until_on)]
    if overlapping:
        raise WrongDays(f"{organisation.name} is a {overlapping[0].statutory_type} on some of these days already.")
    row = OrganisationType(organisation=organisation, statutory_type=statutory_type, from_on=from_on, until_on=until_on)
    db.session.add(row)
    said: dict[str, Any] = {"type": statutory_type, "from_on": from_on, "until_on": until_on}
    audit.record("organisation.typed", organisation, actor=actor, **said)


def _make_way(organisation: Organisation, from_on: date | None, until_on: date | None) -> None:
    """End an open type where another lasts from a day on. After one that is over, an undated open type begins."""
    for row in organisation.types:
        if row.until_on is not None:
            continue
        if until_on is None and from_on and (row.from_on is None or row.from_on < from_on):
            row.until_on = from_on - DAY
        elif until_on and row.from_on is None and until_on < clock.today():
            row.from_on = until_on + DAY


def end(organisation: Organisation, *, last_day: date, successors: Sequence[Organisation], actor: Actor) -> None:
    """Say that an organisation ended, and who has its place. Its seats wait for new terms of reference."""
    if organisation.ended_on is not None:
        raise WrongDays(f"{organisation.name} ended on {day_words(organisation.ended_on)} already.")
    if organisation in successors:
        raise WrongName(f"{organisation.name} cannot follow itself. Choose another organisation.")
    if starts := [row.from_on for row in organisation.types if row.from_on and row.from_on > last_day]:
        raise WrongDays(f"It is recorded with a type from {long_day(min(starts))}. Its last day cannot be before that.")
    organisation.ended_on, organisation.provenance = last_day, Provenance.RECORDED
    for row in organisation.types:
        if row.until_on is None or row.until_on > last_day:
            row.until_on = last_day
    organisation.successors.extend(each for each in successors if each not in organisation.successors)
    names = [each.name for each in successors]
    audit.record("organisation.ended", organisation, actor=actor, last_day=last_day, followed_by=names)


def _require_exists(organisation: Organisation, on: date) -> None:
    if organisation.ended_on is not None and organisation.ended_on < on:
        raise WrongDays(f"{organisation.name} ended on {day_words(organisation.ended_on)}.")
