"""Meetings of the past while they are entered by hand, and the later ones that may have approved their minutes."""

from collections.abc import Sequence

import sqlalchemy as sa

from shp_gov.database import db
from shp_gov.domain.workflows import UNDER_WAY_OR_OVER
from shp_gov.models import Meeting

MOST = 24


def later(meeting: Meeting) -> Sequence[Meeting]:
    """List the meetings of the body that were held after this one, soonest first."""
    found = sa.select(Meeting).where(Meeting.body_id == meeting.body_id, Meeting.on > meeting.on)
    found = found.where(Meeting.state.in_(UNDER_WAY_OR_OVER)).order_by(Meeting.on, Meeting.id).limit(MOST)
    return db.session.scalars(found).all()
