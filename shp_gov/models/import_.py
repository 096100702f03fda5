"""A pack that was read: the file, what we read in it, the corrections made and the questions left open."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.domain.workflows import ImportState
from shp_gov.models.base import Base
from shp_gov.models.body import Body
from shp_gov.models.document import Document
from shp_gov.models.user import User


class Import(Base):
    """One published pack. The same file is the same import; a correction outlives every later reading."""

    __tablename__ = "import"

    sha256: Mapped[str] = mapped_column(unique=True)
    document_id: Mapped[int] = mapped_column(sa.ForeignKey("document.id"))
    body_id: Mapped[int | None] = mapped_column(sa.ForeignKey("body.id"), index=True)
    state: Mapped[ImportState] = mapped_column(default=ImportState.READ)
    reading: Mapped[dict[str, Any]]
    lines_sha256: Mapped[str | None]
    read_at: Mapped[datetime]
    read_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("user.id"), index=True)
    read_by: Mapped[str]
    accepted_at: Mapped[datetime | None]
    accepted_by: Mapped[str | None]
    undone_at: Mapped[datetime | None]
    undone_by: Mapped[str | None]
    undone_because: Mapped[str | None]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    document: Mapped[Document] = relationship()
    body: Mapped[Body | None] = relationship()
    reader: Mapped[User | None] = relationship()
    corrections: Mapped[list[Correction]] = relationship(back_populates="pack", order_by="Correction.id")
    questions: Mapped[list[Question]] = relationship(back_populates="pack", order_by="Question.id")


class Correction(Base):
    """What an officer put in place of something that was read. The place is its path in the reading."""

    __tablename__ = "correction"
    __table_args__ = (sa.UniqueConstraint("import_id", "path"),)

    import_id: Mapped[int] = mapped_column(sa.ForeignKey("import.id"))
    path: Mapped[str]
    was: Mapped[str | None]
    value: Mapped[str | None]
    made_at: Mapped[datetime]
    made_by: Mapped[str]

    pack: Mapped[Import] = relationship(back_populates="corrections")


class QuestionKind(StrEnum):
    """What could not be matched."""

    PERSON = "person"
    ORGANISATION = "organisation"


class Question(Base):
    """Somebody, or an organisation, that may or may not be one we know. Left open until an officer answers."""

    __tablename__ = "question"
    __table_args__ = (sa.UniqueConstraint("import_id", "kind", "printed", "about"),)

    import_id: Mapped[int] = mapped_column(sa.ForeignKey("import.id"))
    kind: Mapped[QuestionKind]
    printed: Mapped[str]
    about: Mapped[str]
    sentence: Mapped[str]
    line: Mapped[int | None]
    answer: Mapped[str | None]
    answered_at: Mapped[datetime | None]
    answered_by: Mapped[str | None]

    pack: Mapped[Import] = relationship(back_populates="questions")

    @property
    def body_id(self) -> int | None:
        """Tell whose pack raised it."""
        return self.pack.body_id
