"""What a body recorded of the standing of its providers, and its area with that in it."""

from collections.abc import Sequence
from dataclasses import replace

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov.database import db
from shp_gov.domain.areas import PROBATION, Area, AreaBody, area_called
from shp_gov.domain.areas.standing import StandingException
from shp_gov.domain.permissions import Role, Viewer
from shp_gov.models import Body, Standing


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
