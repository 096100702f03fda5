"""The standing of a provider of probation services, where an officer knows its arrangements."""

from datetime import date
from typing import Any

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import guards
from shp_gov.domain.areas import PROBATION, Area, AreaBody
from shp_gov.domain.errors import DomainError
from shp_gov.domain.words import day_words, long_day
from shp_gov.models import Body, Standing
from shp_gov.queries import standings as queries


class WrongStanding(DomainError):
    """A standing that cannot be."""


def record(
    body: Body,
    *,
    organisation: str,
    is_responsible_authority: bool,
    from_on: date,
    until_on: date | None,
    basis: str,
    actor: Actor,
) -> Standing:
    """Record that a provider is, or is not, a responsible authority in some days, and on what basis."""
    provider = _provider(queries.area_of(body), organisation)
    basis = guards.require_words(basis, what="the basis, such as the contract and its clause")
    _require_days(body, provider, from_on, until_on)
    row = Standing(body=body, organisation=provider.name, from_on=from_on, until_on=until_on, basis=basis)
    row.is_responsible_authority = is_responsible_authority
    db.session.add(row)
    said: dict[str, Any] = {
        "is_responsible_authority": is_responsible_authority,
        "from_on": from_on,
        "until_on": until_on,
    }
    audit.record(
        "standing.recorded", row, actor=actor, body_id=body.id, organisation=provider.name, basis=basis, **said
    )
    return row


def _require_days(body: Body, provider: AreaBody, from_on: date, until_on: date | None) -> None:
    if until_on is not None and until_on < from_on:
        raise WrongStanding(f"The last day cannot be before the first day, {long_day(from_on)}.")
    if provider.from_on is not None and from_on < provider.from_on:
        raise WrongStanding(f"{provider.name} began on {day_words(provider.from_on)}. Enter that day or a later one.")
    if any(_overlap(row, from_on, until_on) for row in body.standings if row.organisation == provider.name):
        raise WrongStanding(f"A standing of {provider.name} is recorded for some of these days. Withdraw it first.")


def _provider(area: Area | None, name: str) -> AreaBody:
    if area is None:
        raise WrongStanding("The area of this body is not one we hold. Ask whoever runs the system to add it.")
    found = next((body for body in area.bodies if body.name == name and body.type == PROBATION), None)
    if found is None:
        raise WrongStanding(
            "Choose a provider of probation services. The standing of every other body follows the law."
        )
    return found


def _overlap(row: Standing, from_on: date, until_on: date | None) -> bool:
    return (until_on is None or row.from_on <= until_on) and (row.until_on is None or from_on <= row.until_on)


def withdraw(row: Standing, *, actor: Actor) -> None:
    """Take a standing that was recorded wrongly off the record. The trail keeps it."""
    days: dict[str, Any] = {"from_on": row.from_on, "until_on": row.until_on, "basis": row.basis}
    audit.record("standing.withdrawn", row, actor=actor, body_id=row.body_id, organisation=row.organisation, **days)
    row.body.standings.remove(row)
    db.session.flush()
