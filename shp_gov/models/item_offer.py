"""A call for items, and what people offered."""

from __future__ import annotations

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.domain.workflows import OfferState
from shp_gov.models.agenda_item import ItemPurpose
from shp_gov.models.base import Base
from shp_gov.models.body import Body
from shp_gov.models.forward_plan import ForwardPlanEntry
from shp_gov.models.meeting import Meeting
from shp_gov.models.person import Person


class CallForItems(Base):
    """Members were asked what should come to a meeting."""

    __tablename__ = "call_for_items"

    meeting_id: Mapped[int] = mapped_column(sa.ForeignKey("meeting.id"), unique=True)
    reply_by: Mapped[date]
    words: Mapped[str | None]
    asked: Mapped[int]
    sent_at: Mapped[datetime]
    sent_by: Mapped[str]

    meeting: Mapped[Meeting] = relationship()


class ItemOffer(Base):
    """An item that somebody offers to a meeting; without a title they have nothing to offer."""

    __tablename__ = "item_offer"

    meeting_id: Mapped[int] = mapped_column(sa.ForeignKey("meeting.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(sa.ForeignKey("person.id"), index=True)
    offered_by: Mapped[str]
    title: Mapped[str | None]
    about: Mapped[str | None]
    purpose: Mapped[ItemPurpose] = mapped_column(default=ItemPurpose.NOT_STATED)
    is_exempt: Mapped[bool] = mapped_column(default=False)
    state: Mapped[OfferState] = mapped_column(default=OfferState.OFFERED)
    answer: Mapped[str | None]
    forward_plan_entry_id: Mapped[int | None] = mapped_column(sa.ForeignKey("forward_plan_entry.id"))
    offered_at: Mapped[datetime]

    meeting: Mapped[Meeting] = relationship()
    person: Mapped[Person | None] = relationship()
    forward_plan_entry: Mapped[ForwardPlanEntry | None] = relationship()

    @property
    def body(self) -> Body:
        """Give the body to which it is offered."""
        return self.meeting.body

    @property
    def body_id(self) -> int:
        """Give the number of the body to which it is offered."""
        return self.meeting.body_id
