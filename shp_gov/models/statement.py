"""What a pack states in passing, on the day of its meeting, for a check to look at."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from shp_gov.domain.statements import StatementKind
from shp_gov.models.base import Base


class Statement(Base):
    """One thing stated: how many responsible authorities there are, or a sub-group without a settled chair."""

    __tablename__ = "statement"
    __table_args__ = (sa.Index("ix_statement_body_id_on", "body_id", "on"),)

    import_id: Mapped[int] = mapped_column(sa.ForeignKey("import.id"), index=True)
    body_id: Mapped[int] = mapped_column(sa.ForeignKey("body.id"))
    on: Mapped[date]
    kind: Mapped[StatementKind]
    about: Mapped[str]
    words: Mapped[str]
    value: Mapped[str | None]
    line: Mapped[int | None]
