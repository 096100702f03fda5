"""The minutes of a meeting as they stood when they were sent, agreed, published, approved or corrected."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.domain.workflows import SuggestionState
from shp_gov.models.base import Base
from shp_gov.models.meeting import Meeting
from shp_gov.models.minute import Minute


class MinutesVersionKind(StrEnum):
    """Why a version of the minutes was kept."""

    FOR_THE_CHAIR = "for the chair"
    DRAFT_PUBLISHED = "draft published"
    APPROVED = "approved"
    CORRECTED = "corrected"


class MinutesVersion(Base):
    """Minutes as they stood: what they said, and the hash of that. A version never changes."""

    __tablename__ = "minutes_version"
    __table_args__ = (
        sa.UniqueConstraint("meeting_id", "number"),
        sa.CheckConstraint("number >= 1", name="number_from_one"),
        sa.CheckConstraint("kind <> 'corrected' OR what_changed IS NOT NULL", name="a_correction_says_what_changed"),
    )

    meeting_id: Mapped[int] = mapped_column(sa.ForeignKey("meeting.id"))
    number: Mapped[int]
    kind: Mapped[MinutesVersionKind]
    contents: Mapped[dict[str, Any]] = mapped_column(default=dict)
    sha256: Mapped[str]
    what_changed: Mapped[str | None]
    at_meeting_id: Mapped[int | None] = mapped_column(sa.ForeignKey("meeting.id"))
    agreed_at: Mapped[datetime | None]
    agreed_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("user.id"))
    agreed_by: Mapped[str | None]
    made_at: Mapped[datetime]
    made_by: Mapped[str]

    meeting: Mapped[Meeting] = relationship(foreign_keys=[meeting_id])
    at_meeting: Mapped[Meeting | None] = relationship(foreign_keys=[at_meeting_id])

    @property
    def body_id(self) -> int:
        """Give the number of the body whose minutes they are."""
        return self.meeting.body_id


class Signature(Base):
    """The minutes signed: the name that was typed, the office, the day, and the hash of what was signed."""

    __tablename__ = "signature"

    version_id: Mapped[int] = mapped_column(sa.ForeignKey("minutes_version.id"), unique=True)
    name: Mapped[str]
    office: Mapped[str]
    signed_on: Mapped[date]
    sha256: Mapped[str]
    signed_at: Mapped[datetime]
    signed_by_id: Mapped[int] = mapped_column(sa.ForeignKey("user.id"))

    version: Mapped[MinutesVersion] = relationship()


class Suggestion(Base):
    """A change to draft minutes that the chair suggests, for an officer to accept or refuse."""

    __tablename__ = "suggestion"
    __table_args__ = (sa.CheckConstraint("state <> 'refused' OR answer IS NOT NULL", name="refused_for_a_reason"),)

    meeting_id: Mapped[int] = mapped_column(sa.ForeignKey("meeting.id"), index=True)
    minute_id: Mapped[int | None] = mapped_column(sa.ForeignKey("minute.id"))
    field: Mapped[str]
    words_before: Mapped[str | None]
    words_after: Mapped[str | None]
    comment: Mapped[str | None]
    state: Mapped[SuggestionState] = mapped_column(default=SuggestionState.OPEN)
    answer: Mapped[str | None]
    answered_at: Mapped[datetime | None]
    made_at: Mapped[datetime]
    made_by: Mapped[str]

    meeting: Mapped[Meeting] = relationship()
    minute: Mapped[Minute | None] = relationship()

    @property
    def body_id(self) -> int:
        """Give the number of the body whose minutes it is about."""
        return self.meeting.body_id


class MinutesCorrection(Base):
    """A correction to published minutes, as a later meeting made it."""

    __tablename__ = "minutes_correction"

    meeting_id: Mapped[int] = mapped_column(sa.ForeignKey("meeting.id"), index=True)
    at_meeting_id: Mapped[int] = mapped_column(sa.ForeignKey("meeting.id"), index=True)
    minute_id: Mapped[int | None] = mapped_column(sa.ForeignKey("minute.id"))
    field: Mapped[str]
    words_before: Mapped[str | None]
    words_after: Mapped[str | None]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str]

    meeting: Mapped[Meeting] = relationship(foreign_keys=[meeting_id])
    at_meeting: Mapped[Meeting] = relationship(foreign_keys=[at_meeting_id])
    minute: Mapped[Minute | None] = relationship()

    @property
    def body_id(self) -> int:
        """Give the number of the body whose minutes are corrected."""
        return self.at_meeting.body_id


class DecisionList(Base):
    """What a meeting decided, sent to the chair the same evening; and whether the chair says that it is right."""

    __tablename__ = "decision_list"
    __table_args__ = (
        sa.CheckConstraint("answered_at IS NOT NULL OR correction IS NULL", name="corrected_in_an_answer"),
    )

    meeting_id: Mapped[int] = mapped_column(sa.ForeignKey("meeting.id"), index=True)
    sent_at: Mapped[datetime]
    sent_by: Mapped[str]
    sha256: Mapped[str]
    answered_at: Mapped[datetime | None]
    answered_by: Mapped[str | None]
    correction: Mapped[str | None]

    meeting: Mapped[Meeting] = relationship()

    @property
    def body_id(self) -> int:
        """Give the number of the body that decided."""
        return self.meeting.body_id
