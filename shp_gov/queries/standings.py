"""What a body recorded of the standing of its providers, and its area with that in it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov.database import db
from shp_gov.domain.areas import PROBATION, Area, AreaBody, area_called
from shp_gov.domain.areas.standing import Standing as StandingOf
from shp_gov.domain.areas.standing import StandingException, standings
from shp_gov.domain.names import organisation_key
from shp_gov.domain.permissions import Role, Viewer
from shp_gov.domain.rulebook import rules
from shp_gov.models import Body, BodyKind, Organisation, Standing


def get(standing_id: int, *, viewer: Viewer) -> Standing:
    """Fetch a standing that an officer's body recorded."""
    found = sa.select(Standing).where(Standing.id == standing_id, Standing.body_id.in_(viewer.bodies(Role.OFFICER)))
    return db.session.scalars(found.options(joinedload(Standing.body))).one()


def of_body(body: Body) -> Sequence[Standing]:
    """List what a body recorded, newest first."""
    found = sa.select(Standing).where(Standing.body_id == body.id)
    return db.session.scalars(found.order_by(Standing.from_on.desc(), Standing.id)).all()


def area_of(body: Body) -> Area | None:
    """Give the area of a body with what the body recorded of the standing of its providers."""
    area = area_called(body.area)
    return replace(area, stored=tuple(_exception(row) for row in of_body(body))) if area else None


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
    recorded = defaultdict(list)
    for row in db.session.scalars(sa.select(Standing)):
        recorded[row.body_id].append(_exception(row))
    return [
        Owed(body, standing)
        for body in db.session.scalars(asked)
        for standing in _of(organisation, body, recorded[body.id])
    ]


def _of(organisation: Organisation, body: Body, recorded: Sequence[StandingException]) -> list[StandingOf]:
    area = area_called(body.area)
    names = (organisation.name, *(row.name for row in organisation.names))
    bodies = area.bodies if area else ()
    exactly = {each.name for each in bodies if organisation_key(each.name) == organisation_key(organisation.name)}
    called = exactly or {each.name for each in bodies if any(each.is_called(name) for name in names)}
    return [row for row in standings(area, recorded) if row.organisation in called] if area and called else []
