"""Terms of reference: the version in force on a day. A new version never re-judges an old meeting."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from shp_gov.database import db
from shp_gov.models import Body, TermsState, TermsVersion


def in_force(body: Body, *, on: date) -> TermsVersion | None:
    """Find the adopted version in force on a day: the newest that began on or before it."""
    begun = sa.select(TermsVersion).where(
        TermsVersion.body_id == body.id, TermsVersion.state == TermsState.ADOPTED, TermsVersion.in_force_from <= on
    )
    return db.session.scalars(begun.order_by(TermsVersion.in_force_from.desc()).limit(1)).one_or_none()


def in_force_in_full(body: Body, *, on: date) -> TermsVersion | None:
    """Find the version in force on a day, with its sections, seats, offices and sub-groups."""
    version = in_force(body, on=on)
    return in_full(version.id) if version else None


def in_full(version_id: int) -> TermsVersion:
    """Fetch a version with everything it says, in six statements."""
    whole = sa.select(TermsVersion).where(TermsVersion.id == version_id)
    whole = whole.options(
        joinedload(TermsVersion.body),
        selectinload(TermsVersion.sections),
        selectinload(TermsVersion.seats),
        selectinload(TermsVersion.offices),
        selectinload(TermsVersion.sub_groups),
    )
    return db.session.scalars(whole).one()
