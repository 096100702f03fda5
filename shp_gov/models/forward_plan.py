"""The forward plan: what must come to which meeting or month, and why."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.domain.workflows import PlanState
from shp_gov.models.agenda_item import AgendaItem, ItemPurpose
from shp_gov.models.base import Base
from shp_gov.models.body import Body
from shp_gov.models.decision import Decision
from shp_gov.models.meeting import Meeting
from shp_gov.models.seat import Seat


class PlanOrigin(StrEnum):
    """Why something is on the forward plan."""

    DECISION = "decision"
    DEFERRED = "deferred at a meeting"
    NOT_READY = "not ready for its meeting"
    SUB_GROUP = "report of a sub-group"
    OFFERED = "offered"
    WRITTEN = "written here"


class ForwardPlanEntry(Base):
    """One thing that must come: to a meeting, by a month, or some day (the pool of what was put off)."""

    __tablename__ = "forward_plan_entry"
    __table_args__ = (
        sa.CheckConstraint("state <> 'dropped' OR dropped_because IS NOT NULL", name="dropped_for_a_reason"),
        sa.CheckConstraint("NOT is_exempt OR public_title IS NOT NULL", name="exempt_with_a_public_title"),
        sa.UniqueConstraint("sub_group_id", "month", "body_id"),
        sa.Index("ix_forward_plan_entry_body_id_state", "body_id", "state", "id"),
    )

    body_id: Mapped[int] = mapped_column(sa.ForeignKey("body.id"))
    title: Mapped[str]
    public_title: Mapped[str | None]
    about: Mapped[str | None]
    is_exempt: Mapped[bool] = mapped_column(default=False)
    exempt_paragraph: Mapped[str | None]
    public_interest_reason: Mapped[str | None]
    purpose: Mapped[ItemPurpose] = mapped_column(default=ItemPurpose.NOT_STATED)
    presenter: Mapped[str | None]
    seat_id: Mapped[int | None] = mapped_column(sa.ForeignKey("seat.id"))
    origin: Mapped[PlanOrigin] = mapped_column(default=PlanOrigin.WRITTEN)
    decision_id: Mapped[int | None] = mapped_column(sa.ForeignKey("decision.id"), index=True)
    from_item_id: Mapped[int | None] = mapped_column(sa.ForeignKey("agenda_item.id"))
    sub_group_id: Mapped[int | None] = mapped_column(sa.ForeignKey("body.id"))
    meeting_id: Mapped[int | None] = mapped_column(sa.ForeignKey("meeting.id"), index=True)
    month: Mapped[date | None]
    state: Mapped[PlanState] = mapped_column(default=PlanState.PLANNED)
    dropped_because: Mapped[str | None]

    body: Mapped[Body] = relationship(foreign_keys=[body_id])
    sub_group: Mapped[Body | None] = relationship(foreign_keys=[sub_group_id])
    meeting: Mapped[Meeting | None] = relationship()
    seat: Mapped[Seat | None] = relationship()
    decision: Mapped[Decision | None] = relationship()
    from_item: Mapped[AgendaItem | None] = relationship(foreign_keys=[from_item_id])
