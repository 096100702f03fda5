"""The register of interests of a body, as at a day."""

from collections.abc import Sequence
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload

from shp_gov.database import db
from shp_gov.domain.permissions import Role, Viewer
from shp_gov.models import Body, Person, RegisteredInterest


def register(body: Body, *, on: date) -> Sequence[RegisteredInterest]:
    """List the interests that hold on a day, by name."""
    held = sa.select(RegisteredInterest).join(RegisteredInterest.person).where(RegisteredInterest.body_id == body.id)
    ends = sa.or_(RegisteredInterest.until_on.is_(None), RegisteredInterest.until_on >= on)
    held = held.where(RegisteredInterest.from_on <= on, ends).options(contains_eager(RegisteredInterest.person))
    by_name = held.order_by(Person.name, Person.id, RegisteredInterest.from_on, RegisteredInterest.id)
    return db.session.scalars(by_name).all()


def get(interest_id: int, *, viewer: Viewer) -> RegisteredInterest:
    """Fetch an interest that an officer of its body may end."""
    found = sa.select(RegisteredInterest).where(RegisteredInterest.id == interest_id)
    found = found.where(RegisteredInterest.body_id.in_(viewer.bodies(Role.OFFICER)))
    whole = (joinedload(RegisteredInterest.body), joinedload(RegisteredInterest.person))
    return db.session.scalars(found.options(*whole)).one()
