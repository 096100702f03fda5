"""What a member answers before a meeting: coming, joining remotely, or apologies and who stands in."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.models.base import Base
from shp_gov.models.meeting import Meeting
from shp_gov.models.person import Person
from shp_gov.models.seat import Seat


class Answer(StrEnum):
    """Whether somebody comes."""

    ATTENDING = "attending"
    REMOTE = "joining remotely"
    APOLOGIES = "apologies"


class Reply(Base):
    """One member's answer for one meeting; a later answer takes its place."""

    __tablename__ = "reply"
    __table_args__ = (
        sa.UniqueConstraint("meeting_id", "person_id"),
        sa.CheckConstraint("substitute_id IS NULL OR answer = 'apologies'", name="a_substitute_with_apologies"),
        sa.CheckConstraint("substitute_id IS NULL OR substitute_id <> person_id", name="not_their_own_substitute"),
    )

    meeting_id: Mapped[int] = mapped_column(sa.ForeignKey("meeting.id"))
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id"), index=True)
    seat_id: Mapped[int | None] = mapped_column(sa.ForeignKey("seat.id"))
    answer: Mapped[Answer]
    substitute_id: Mapped[int | None] = mapped_column(sa.ForeignKey("person.id"))
    has_no_interest: Mapped[bool | None]
    replied_at: Mapped[datetime]
    replied_by: Mapped[str]

    meeting: Mapped[Meeting] = relationship()
    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    substitute: Mapped[Person | None] = relationship(foreign_keys=[substitute_id])
    seat: Mapped[Seat | None] = relationship()
