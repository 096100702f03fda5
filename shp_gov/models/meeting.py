"""A meeting of a body: when and where, what stage it has reached, and its minutes."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.domain.checks.facts_of_access import Recording
from shp_gov.domain.workflows import CALLED_OFF, UNDER_WAY_OR_OVER, MeetingState, MinutesState
from shp_gov.models.base import Base, Provenance
from shp_gov.models.body import Body

if TYPE_CHECKING:
    from shp_gov.models.agenda_item import AgendaItem
    from shp_gov.models.attendance import Attendance
    from shp_gov.models.minute import Minute


class MeetingMode(StrEnum):
    """How people attend."""

    IN_PERSON = "in person"
    REMOTE = "remote"
    HYBRID = "hybrid"


class Meeting(Base):
    """One meeting. Its minutes have a state of their own, empty while there are none."""

    __tablename__ = "meeting"
    __table_args__ = (
        sa.UniqueConstraint("body_id", "on", "starts_at"),
        sa.CheckConstraint(
            "ended_at IS NULL OR started_at IS NULL OR ended_at >= started_at", name="ends_after_it_starts"
        ),
        sa.CheckConstraint('noticed_on IS NULL OR noticed_on <= "on"', name="noticed_by_its_day"),
        sa.CheckConstraint('agenda_published_on IS NULL OR agenda_published_on <= "on"', name="published_by_its_day"),
        sa.CheckConstraint('convened_on IS NULL OR convened_on <= "on"', name="convened_by_its_day"),
    )

    body_id: Mapped[int] = mapped_column(sa.ForeignKey("body.id"))
    on: Mapped[date]
    starts_at: Mapped[time | None]
    started_at: Mapped[time | None]
    ended_at: Mapped[time | None]
    ends_at: Mapped[time | None]
    venue: Mapped[str | None]
    joining: Mapped[str | None]
    mode: Mapped[MeetingMode] = mapped_column(default=MeetingMode.IN_PERSON)
    state: Mapped[MeetingState] = mapped_column(default=MeetingState.SCHEDULED)
    reason: Mapped[str | None]
    noticed_on: Mapped[date | None]
    agenda_published_on: Mapped[date | None]
    convened_on: Mapped[date | None]
    link_published_at: Mapped[datetime | None]
    recording: Mapped[Recording | None]
    is_open_record_coherent: Mapped[bool | None]
    minutes_state: Mapped[MinutesState | None]
    entered_on: Mapped[date | None]
    confirms_minutes_of: Mapped[date | None]
    postponed_to_id: Mapped[int | None] = mapped_column(sa.ForeignKey("meeting.id"))
    minutes_approved_at_id: Mapped[int | None] = mapped_column(sa.ForeignKey("meeting.id"))
    next_on: Mapped[date | None]
    next_starts_at: Mapped[time | None]
    next_venue: Mapped[str | None]
    provenance: Mapped[Provenance] = mapped_column(default=Provenance.RECORDED)

    body: Mapped[Body] = relationship()
    minutes_approved_at: Mapped[Meeting | None] = relationship(
        remote_side="Meeting.id", foreign_keys=[minutes_approved_at_id]
    )
    postponed_to: Mapped[Meeting | None] = relationship(remote_side="Meeting.id", foreign_keys=[postponed_to_id])
    agenda_items: Mapped[list[AgendaItem]] = relationship(
        back_populates="meeting", order_by="AgendaItem.position", foreign_keys="AgendaItem.meeting_id"
    )
    attendances: Mapped[list[Attendance]] = relationship(back_populates="meeting", order_by="Attendance.position")
    minutes: Mapped[list[Minute]] = relationship(back_populates="meeting", order_by="Minute.position")

    @hybrid_property
    def took_place(self) -> bool:
        """Tell whether it was held, by its state or its minutes. One that is only called counts for nothing yet."""
        is_recorded = self.state in UNDER_WAY_OR_OVER or self.minutes_state is not None
        return is_recorded and self.state not in CALLED_OFF

    @took_place.inplace.expression
    @classmethod
    def _took_place(cls) -> sa.ColumnElement[bool]:
        is_recorded = sa.or_(cls.state.in_(UNDER_WAY_OR_OVER), cls.minutes_state.is_not(None))
        return sa.and_(is_recorded, cls.state.not_in(CALLED_OFF))
