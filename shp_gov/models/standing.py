"""What a partnership knows of the standing of a provider, where its arrangements decide and not the law."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.models.base import Base
from shp_gov.models.body import Body


class Standing(Base):
    """A provider is, or is not, a responsible authority from one day to another. The name is that of the area."""

    __tablename__ = "standing"
    __table_args__ = (sa.CheckConstraint("until_on IS NULL OR until_on >= from_on", name="ends_after_it_starts"),)

    body_id: Mapped[int] = mapped_column(sa.ForeignKey("body.id"), index=True)
    organisation: Mapped[str]
    is_responsible_authority: Mapped[bool]
    from_on: Mapped[date]
    until_on: Mapped[date | None]
    basis: Mapped[str]

    body: Mapped[Body] = relationship(back_populates="standings")
