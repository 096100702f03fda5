"""One item of an agenda."""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.models.base import Base, Provenance
from shp_gov.models.body import Body
from shp_gov.models.meeting import Meeting
from shp_gov.models.seat import Seat


class ItemPurpose(StrEnum):
    """What the meeting is asked to do with an item."""

    DECISION = "for decision"
    DISCUSSION = "for discussion"
    INFORMATION = "for information"
    NOT_STATED = "not stated"


class ItemKind(StrEnum):
    """What sort of item it is: business, or one that every meeting has."""

    BUSINESS = "business"
    APOLOGIES = "apologies"
    DECLARATIONS = "declarations"
    MINUTES = "minutes"
    ACTION_LOG = "action log"
    BETWEEN_MEETINGS = "decisions between meetings"
    URGENT_BUSINESS = "urgent business"
    EXCLUSION = "exclusion of the public"
    PRESENTATION = "presentation"


class ItemOrigin(StrEnum):
    """Where an item came from."""

    WRITTEN = "written here"
    STANDING = "standing item"
    LAST_AGENDA = "last agenda"
    CARRIED = "carried here by itself"
    FORWARD_PLAN = "forward plan"
    DEFERRED = "deferred"
    OFFERED = "offered"
    PRINTED = "printed"


class ItemOutcome(StrEnum):
    """What came of an item at its meeting."""

    DECIDED = "decided"
    NOTED = "noted"
    DISCUSSED = "discussed"
    NOTHING_RAISED = "nothing raised"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"
    NOT_REACHED = "not reached"


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
    kind: Mapped[ItemKind] = mapped_column(default=ItemKind.BUSINESS)
    origin: Mapped[ItemOrigin] = mapped_column(default=ItemOrigin.PRINTED)
    seat_id: Mapped[int | None] = mapped_column(sa.ForeignKey("seat.id"))
    minutes_allowed: Mapped[int | None]
    needs_report: Mapped[bool] = mapped_column(default=False)
    public_interest_reason: Mapped[str | None]
    confirms_meeting_id: Mapped[int | None] = mapped_column(sa.ForeignKey("meeting.id"))
    forward_plan_entry_id: Mapped[int | None] = mapped_column(
        sa.ForeignKey("forward_plan_entry.id", use_alter=True), index=True
    )
    in_supplement: Mapped[int | None]
    withdrawn_because: Mapped[str | None]
    outcome: Mapped[ItemOutcome | None]
    outcome_words: Mapped[str | None]
    started_at: Mapped[time | None]
    ended_at: Mapped[time | None]
    provenance: Mapped[Provenance] = mapped_column(default=Provenance.RECORDED)

    meeting: Mapped[Meeting] = relationship(back_populates="agenda_items", foreign_keys=[meeting_id])
    confirms_meeting: Mapped[Meeting | None] = relationship(foreign_keys=[confirms_meeting_id])
    seat: Mapped[Seat | None] = relationship()

    @property
    def body(self) -> Body:
        """Give the body on whose agenda it is."""
        return self.meeting.body

    @property
    def body_id(self) -> int:
        """Give the number of the body on whose agenda it is."""
        return self.meeting.body_id
