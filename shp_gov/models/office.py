"""Chair, vice-chair or secretary, from one day to another."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.models.base import Base, Provenance
from shp_gov.models.body import Body
from shp_gov.models.decision import Decision
from shp_gov.models.person import Person


class OfficeKind(StrEnum):
    """Which office it is."""

    CHAIR = "chair"
    VICE_CHAIR = "vice-chair"
    SECRETARY = "secretary"


class Office(Base):
    """A person who chairs, deputises for the chair of or serves a body, and when."""

    __tablename__ = "office"
    __table_args__ = (
        sa.CheckConstraint("until_on IS NULL OR until_on >= from_on", name="ends_after_it_starts"),
        sa.UniqueConstraint("body_id", "kind", "person_id", "from_on"),
    )

    body_id: Mapped[int] = mapped_column(sa.ForeignKey("body.id"))
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id"), index=True)
    kind: Mapped[OfficeKind]
    from_on: Mapped[date]
    until_on: Mapped[date | None]
    agreed_until_on: Mapped[date | None]
    basis: Mapped[str | None]
    ended_because: Mapped[str | None]
    decision_id: Mapped[int | None] = mapped_column(sa.ForeignKey("decision.id"))
    provenance: Mapped[Provenance] = mapped_column(default=Provenance.RECORDED)

    body: Mapped[Body] = relationship()
    person: Mapped[Person] = relationship()
    decision: Mapped[Decision | None] = relationship()
