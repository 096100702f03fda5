"""What a body recorded of the standing of its providers, and its area with that in it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from shp_gov.database import db
from shp_gov.domain.areas import PROBATION, Area, AreaBody, area_called
from shp_gov.domain.areas.standing import Standing as StandingOf
from shp_gov.domain.areas.standing import StandingException, standings
from shp_gov.domain.names import organisation_key
from shp_gov.domain.permissions import Role, Viewer
from shp_gov.domain.rulebook import rules
from shp_gov.models import Body, BodyKind, Organisation, OrganisationName, Standing


def get(standing_id: int, *, viewer: Viewer) -> Standing:
    """Fetch a standing that an officer's body recorded."""
    found = sa.select(Standing).where(Standing.id == standing_id, Standing.body_id.in_(viewer.bodies(Role.OFFICER)))
    return db.session.scalars(found.options(joinedload(Standing.body))).one()


def area_of(body: Body) -> Area | None:
    """Give the area of a body, as every list, check and picture sees it."""
    return areas_of([body]).get(body.id)


def areas_of(bodies: Iterable[Body]) -> dict[int, Area]:
    """Give the area of each body, where we know it: with the standings it recorded, and every name of its bodies.

    The names take one statement, however many bodies there are.
    """
    found = {body: area for body in bodies if (area := area_called(body.area))}
    names = _names({key for area in found.values() for key in area.keys})
    return {body.id: replace(area.knowing(names), stored=_recorded(body)) for body, area in found.items()}


def _names(keys: Collection[str]) -> Collection[Collection[str]]:
    """Fetch all names of every organisation that bears one of these."""
    if not keys:
        return ()
    bears = sa.select(OrganisationName.organisation_id).where(OrganisationName.key.in_(keys))
    asked = sa.select(OrganisationName.organisation_id, OrganisationName.name).order_by(OrganisationName.id)
    found: dict[int, list[str]] = defaultdict(list)
    for organisation_id, name in db.session.execute(asked.where(OrganisationName.organisation_id.in_(bears))):
        found[organisation_id].append(name)
    return found.values()


def _recorded(body: Body) -> tuple[StandingException, ...]:
    return tuple(_exception(row) for row in body.standings)


def _exception(row: Standing) -> StandingException:
    is_one = row.is_responsible_authority
    return StandingException(row.organisation, is_one, row.from_on, row.until_on, row.basis)


def providers(body: Body) -> Sequence[AreaBody]:
    """List the providers of probation services of the area of a body, past and present."""
    area = area_called(body.area)
    return [each for each in area.bodies if each.type == PROBATION] if area else []


@dataclass(frozen=True)
class Owed:
    """A span in which an organisation owes the duty of section 5 in the area of a partnership."""

    body: Body
    standing: StandingOf

    def citation(self, on: date) -> str:
        """Give the source of the rule as it stands on a day."""
        rule = rules()[self.standing.rule]
        version = rule.on(on)
        return version.citation if version else rule.citation


def of_organisation(organisation: Organisation) -> list[Owed]:
    """List when an organisation was, or is, a responsible authority, for each partnership of an area we know."""
    asked = sa.select(Body).where(Body.kind == BodyKind.STRATEGY_GROUP, Body.area.is_not(None)).order_by(Body.name)
    bodies = db.session.scalars(asked.options(selectinload(Body.standings)))
    return [Owed(body, standing) for body in bodies for standing in _of(organisation, body)]


def _of(organisation: Organisation, body: Body) -> list[StandingOf]:
    area = area_called(body.area)
    names = (organisation.name, *(row.name for row in organisation.names))
    bodies = area.bodies if area else ()
    exactly = {each.name for each in bodies if organisation_key(each.name) == organisation_key(organisation.name)}
    called = exactly or {each.name for each in bodies if any(each.is_called(name) for name in names)}
    return [row for row in standings(area, _recorded(body)) if row.organisation in called] if area and called else []
