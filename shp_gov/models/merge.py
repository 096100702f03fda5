"""Two rows of one person, or of one organisation, made one; with what it takes to make them two again."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.models.base import Base, exactly_one
from shp_gov.models.body import Body
from shp_gov.models.organisation import Organisation
from shp_gov.models.person import Person


class Merge(Base):
    """Who became part of whom. `kept` holds the row that went, each row that moved, and those that said the same."""

    __tablename__ = "merge"
    __table_args__ = (sa.CheckConstraint(exactly_one("person_id", "organisation_id"), name="of_one_kind"),)

    person_id: Mapped[int | None] = mapped_column(sa.ForeignKey("person.id"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(sa.ForeignKey("organisation.id"), index=True)
    body_id: Mapped[int | None] = mapped_column(sa.ForeignKey("body.id"), index=True)
    one: Mapped[str]
    into: Mapped[str]
    kept: Mapped[dict[str, Any]]
    merged_at: Mapped[datetime]
    merged_by: Mapped[str]
    taken_apart_at: Mapped[datetime | None]
    taken_apart_by: Mapped[str | None]

    body: Mapped[Body | None] = relationship()
    person: Mapped[Person | None] = relationship()
    organisation: Mapped[Organisation | None] = relationship()
