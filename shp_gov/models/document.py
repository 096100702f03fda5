"""A stored file, known by its hash, and what it holds without showing it."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.models.base import Base


class Document(Base):
    """A file as somebody gave it to us. Its bytes are in the storage folder under its hash."""

    __tablename__ = "document"
    __table_args__ = (sa.CheckConstraint("size >= 0", name="size_not_negative"),)

    sha256: Mapped[str] = mapped_column(index=True)
    filename: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    is_exempt: Mapped[bool] = mapped_column(default=False)
    stored_at: Mapped[datetime]
    stored_by: Mapped[str]
    inspected_at: Mapped[datetime | None]
    cleaned_from_id: Mapped[int | None] = mapped_column(sa.ForeignKey("document.id"))

    hidden: Mapped[list[HiddenContent]] = relationship(order_by="HiddenContent.position")


class HiddenContent(Base):
    """Something that a file holds and does not show: a comment, a tracked change, an earlier version, its author."""

    __tablename__ = "hidden_content"
    __table_args__ = (
        sa.UniqueConstraint("document_id", "position"),
        sa.CheckConstraint("accepted_at IS NULL OR accepted_because IS NOT NULL", name="accepted_for_a_reason"),
    )

    document_id: Mapped[int] = mapped_column(sa.ForeignKey("document.id"))
    position: Mapped[int]
    kind: Mapped[str]
    where: Mapped[str | None]
    words: Mapped[str | None]
    accepted_at: Mapped[datetime | None]
    accepted_by: Mapped[str | None]
    accepted_because: Mapped[str | None]
