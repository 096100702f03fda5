"""A stored file, known by its hash."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

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
