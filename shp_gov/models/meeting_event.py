"""What happens to a meeting: in the diary before it, and in the room while it goes on."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.domain.proceedings import RoomEvent
from shp_gov.models.agenda_item import AgendaItem
from shp_gov.models.base import Base
from shp_gov.models.meeting import Meeting


class DiaryChange(StrEnum):
    """What was done to a meeting in the diary."""

    MOVED = "moved"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class MeetingChange(Base):
    """A meeting that was moved, postponed or cancelled: what was so before, why, and who was told."""

    __tablename__ = "meeting_change"

    meeting_id: Mapped[int] = mapped_column(sa.ForeignKey("meeting.id"), index=True)
    change: Mapped[DiaryChange]
    on_before: Mapped[date]
    starts_before: Mapped[time | None]
    venue_before: Mapped[str | None]
    reason: Mapped[str]
    told: Mapped[int] = mapped_column(default=0)
    made_at: Mapped[datetime]
    made_by: Mapped[str]

    meeting: Mapped[Meeting] = relationship()


class MeetingEvent(Base):
    """Something that happened in the room at a time, in the order in which it happened."""

    __tablename__ = "meeting_event"
    __table_args__ = (sa.UniqueConstraint("meeting_id", "position"),)

    meeting_id: Mapped[int] = mapped_column(sa.ForeignKey("meeting.id"))
    position: Mapped[int]
    kind: Mapped[RoomEvent]
    at: Mapped[time]
    agenda_item_id: Mapped[int | None] = mapped_column(sa.ForeignKey("agenda_item.id"))
    words: Mapped[str | None]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str]

    meeting: Mapped[Meeting] = relationship()
    agenda_item: Mapped[AgendaItem | None] = relationship()
