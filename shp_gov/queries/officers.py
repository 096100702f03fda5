"""Officers and chairs of a body, as at a day."""

from collections.abc import Sequence
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov.database import db
from shp_gov.domain.permissions import Role
from shp_gov.models import RoleHeld, User


def of_body(body_id: int, *, on: date) -> Sequence[User]:
    """List the accounts that are officers of a body on a day, by name."""
    return _holding(Role.OFFICER, body_id, on)


def chairs_of_body(body_id: int, *, on: date) -> Sequence[User]:
    """List the accounts that chair a body on a day, deputies with them, by name."""
    return _holding(Role.CHAIR, body_id, on)


def _holding(role: Role, body_id: int, on: date) -> Sequence[User]:
    held = sa.select(RoleHeld.user_id).where(RoleHeld.body_id == body_id, RoleHeld.role == role)
    held = held.where(RoleHeld.from_on <= on, sa.or_(RoleHeld.until_on.is_(None), RoleHeld.until_on >= on))
    accounts = sa.select(User).where(User.id.in_(held), User.is_enabled).options(joinedload(User.person))
    return db.session.scalars(accounts.order_by(User.name, User.id)).all()
