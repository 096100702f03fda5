"""Versions of an agenda and its supplements, what was said of them, and who has read the pack."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.domain.workflows import AgendaState
from shp_gov.models.agenda_item import AgendaItem
from shp_gov.models.base import Base
from shp_gov.models.body import Body
from shp_gov.models.document import Document
from shp_gov.models.meeting import Meeting
from shp_gov.models.user import User


class AgendaKind(StrEnum):
    """Whether a version is the agenda itself, or comes after it."""

    AGENDA = "agenda"
    SUPPLEMENT = "supplement"


class AgendaVersion(Base):
    """An agenda as it stood when it was sent, agreed, checked or published; a supplement is a version of its own.

    `contents` is what it said, `sha256` the hash of that; `pages` says on which pages of the pack each report is.
    """

    __tablename__ = "agenda_version"
    __table_args__ = (
        sa.UniqueConstraint("meeting_id", "number"),
        sa.CheckConstraint("number >= 1", name="number_from_one"),
        sa.CheckConstraint("kind <> 'supplement' OR reason IS NOT NULL", name="a_supplement_has_a_reason"),
        sa.CheckConstraint("(state = 'published') = (published_at IS NOT NULL)", name="published_at_a_moment"),
        sa.CheckConstraint("checked_by_id IS NULL OR checked_by_id <> made_by_id", name="checked_by_somebody_else"),
    )

    meeting_id: Mapped[int] = mapped_column(sa.ForeignKey("meeting.id"))
    number: Mapped[int]
    kind: Mapped[AgendaKind] = mapped_column(default=AgendaKind.AGENDA)
    state: Mapped[AgendaState] = mapped_column(default=AgendaState.DRAFT)
    reason: Mapped[str | None]
    contents: Mapped[dict[str, Any]] = mapped_column(default=dict)
    sha256: Mapped[str]
    made_at: Mapped[datetime]
    made_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("user.id"))
    made_by: Mapped[str]
    agreed_at: Mapped[datetime | None]
    agreed_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("user.id"))
    check_asked_of_id: Mapped[int | None] = mapped_column(sa.ForeignKey("user.id"))
    checked_at: Mapped[datetime | None]
    checked_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("user.id"))
    check_note: Mapped[str | None]
    published_at: Mapped[datetime | None]
    published_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("user.id"))
    public_document_id: Mapped[int | None] = mapped_column(sa.ForeignKey("document.id"))
    restricted_document_id: Mapped[int | None] = mapped_column(sa.ForeignKey("document.id"))
    pages: Mapped[dict[str, Any]] = mapped_column(default=dict)

    meeting: Mapped[Meeting] = relationship()
    agreed_by: Mapped[User | None] = relationship(foreign_keys=[agreed_by_id])
    check_asked_of: Mapped[User | None] = relationship(foreign_keys=[check_asked_of_id])
    checked_by: Mapped[User | None] = relationship(foreign_keys=[checked_by_id])
    published_by: Mapped[User | None] = relationship(foreign_keys=[published_by_id])
    public_document: Mapped[Document | None] = relationship(foreign_keys=[public_document_id])
    restricted_document: Mapped[Document | None] = relationship(foreign_keys=[restricted_document_id])
    remarks: Mapped[list[AgendaRemark]] = relationship(back_populates="version", order_by="AgendaRemark.id")

    @property
    def body(self) -> Body:
        """Give the body whose agenda it is."""
        return self.meeting.body

    @property
    def body_id(self) -> int:
        """Give the number of the body whose agenda it is."""
        return self.meeting.body_id


class AgendaRemark(Base):
    """What the chair says of a draft agenda, or of one item of it."""

    __tablename__ = "agenda_remark"

    version_id: Mapped[int] = mapped_column(sa.ForeignKey("agenda_version.id"), index=True)
    agenda_item_id: Mapped[int | None] = mapped_column(sa.ForeignKey("agenda_item.id"))
    words: Mapped[str]
    made_at: Mapped[datetime]
    made_by: Mapped[str]
    answered_at: Mapped[datetime | None]

    version: Mapped[AgendaVersion] = relationship(back_populates="remarks")
    agenda_item: Mapped[AgendaItem | None] = relationship()


class PackRead(Base):
    """Somebody said that they have read a version of a pack; what is published later is new to them."""

    __tablename__ = "pack_read"
    __table_args__ = (sa.UniqueConstraint("user_id", "version_id"),)

    user_id: Mapped[int] = mapped_column(sa.ForeignKey("user.id"))
    version_id: Mapped[int] = mapped_column(sa.ForeignKey("agenda_version.id"), index=True)
    read_at: Mapped[datetime]
