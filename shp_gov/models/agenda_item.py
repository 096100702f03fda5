"""One item of an agenda."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.models.base import Base, Provenance
from shp_gov.models.meeting import Meeting


class ItemPurpose(StrEnum):
    """What the meeting is asked to do with an item."""

    DECISION = "for decision"
    DISCUSSION = "for discussion"
    INFORMATION = "for information"
    NOT_STATED = "not stated"


class AgendaItem(Base):
    """One item, in its order, under its section."""

    __tablename__ = "agenda_item"
    __table_args__ = (
        sa.UniqueConstraint("meeting_id", "position"),
        sa.CheckConstraint("position >= 1", name="position_from_one"),
    )

    meeting_id: Mapped[int] = mapped_column(sa.ForeignKey("meeting.id"))
    position: Mapped[int]
    number: Mapped[str | None]
    section: Mapped[str | None]
    title: Mapped[str]
    public_title: Mapped[str | None]
    presenter: Mapped[str | None]
    purpose: Mapped[ItemPurpose] = mapped_column(default=ItemPurpose.NOT_STATED)
    is_exempt: Mapped[bool] = mapped_column(default=False)
    exempt_paragraph: Mapped[str | None]
    is_urgent: Mapped[bool] = mapped_column(default=False)
    urgency_reason: Mapped[str | None]
    added_on: Mapped[date | None]
    provenance: Mapped[Provenance] = mapped_column(default=Provenance.RECORDED)

    meeting: Mapped[Meeting] = relationship(back_populates="agenda_items")
