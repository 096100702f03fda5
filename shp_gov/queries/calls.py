"""The call for items to a meeting, and what was offered, as the viewer may read it."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov.database import db
from shp_gov.domain.permissions import Role, Viewer
from shp_gov.domain.workflows import OfferState
from shp_gov.models import CallForItems, ItemOffer, Meeting


def call_of(meeting: Meeting) -> CallForItems | None:
    """Find the call for items to a meeting, if members were asked."""
    return db.session.scalars(sa.select(CallForItems).where(CallForItems.meeting_id == meeting.id)).one_or_none()


def offers(meeting: Meeting) -> Sequence[ItemOffer]:
    """List what was offered to a meeting, for those who build its agenda, and who has nothing."""
    found = sa.select(ItemOffer).where(ItemOffer.meeting_id == meeting.id)
    return db.session.scalars(found.order_by(ItemOffer.id)).all()


def waiting(meeting: Meeting) -> list[ItemOffer]:
    """List the offers that nobody answered yet."""
    return [each for each in offers(meeting) if each.state is OfferState.OFFERED and each.title]


def own(meeting: Meeting, *, viewer: Viewer) -> Sequence[ItemOffer]:
    """List what the viewer offered to a meeting."""
    if viewer.person_id is None:
        return []
    found = sa.select(ItemOffer).where(ItemOffer.meeting_id == meeting.id, ItemOffer.person_id == viewer.person_id)
    return db.session.scalars(found.order_by(ItemOffer.id)).all()


def get(meeting_id: int, offer_id: int, *, viewer: Viewer) -> ItemOffer:
    """Fetch an offer to this meeting, for an officer of its body."""
    found = sa.select(ItemOffer).join(ItemOffer.meeting).where(ItemOffer.id == offer_id, Meeting.id == meeting_id)
    found = found.where(Meeting.body_id.in_(viewer.bodies(Role.OFFICER)))
    return db.session.scalars(found.options(joinedload(ItemOffer.meeting).joinedload(Meeting.body))).one()
