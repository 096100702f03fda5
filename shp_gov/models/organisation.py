"""A council, police force, fire authority, NHS body, charity or other organisation, by all its names."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.models.base import Base, Provenance


class Organisation(Base):
    """An organisation. What it is in law is dated and may change; others may follow it when it ends."""

    __tablename__ = "organisation"

    name: Mapped[str]
    named_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    provenance: Mapped[Provenance] = mapped_column(default=Provenance.RECORDED)

    names: Mapped[list[OrganisationName]] = relationship(
        back_populates="organisation", order_by="OrganisationName.name"
    )
    types: Mapped[list[OrganisationType]] = relationship(
        back_populates="organisation", order_by="OrganisationType.from_on, OrganisationType.id"
    )
    successors: Mapped[list[Organisation]] = relationship(
        secondary="succession",
        primaryjoin="Organisation.id == Succession.before_id",
        secondaryjoin="Organisation.id == Succession.after_id",
        order_by="Organisation.name",
        back_populates="predecessors",
    )
    predecessors: Mapped[list[Organisation]] = relationship(
        secondary="succession",
        primaryjoin="Organisation.id == Succession.after_id",
        secondaryjoin="Organisation.id == Succession.before_id",
        order_by="Organisation.name",
        back_populates="successors",
    )


class OrganisationName(Base):
    """A name that an organisation goes by. One spelling means one organisation."""

    __tablename__ = "organisation_name"

    organisation_id: Mapped[int] = mapped_column(sa.ForeignKey("organisation.id"), index=True)
    key: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    from_on: Mapped[date | None]
    until_on: Mapped[date | None]

    organisation: Mapped[Organisation] = relationship(back_populates="names")


class OrganisationType(Base):
    """What an organisation is in law, from one day to another: "clinical commissioning group"."""

    __tablename__ = "organisation_type"
    __table_args__ = (sa.CheckConstraint("until_on IS NULL OR until_on >= from_on", name="ends_after_it_starts"),)

    organisation_id: Mapped[int] = mapped_column(sa.ForeignKey("organisation.id"), index=True)
    statutory_type: Mapped[str]
    from_on: Mapped[date | None]
    until_on: Mapped[date | None]

    organisation: Mapped[Organisation] = relationship(back_populates="types")

    def overlaps(self, from_on: date | None, until_on: date | None) -> bool:
        """Tell whether this shares a day with another span."""
        begins_before_its_end = until_on is None or self.from_on is None or self.from_on <= until_on
        return begins_before_its_end and (self.until_on is None or from_on is None or from_on <= self.until_on)


class Succession(Base):
    """One organisation has the place of another: a probation trust had two successors, and they had one."""

    __tablename__ = "succession"
    __table_args__ = (
        sa.UniqueConstraint("before_id", "after_id"),
        sa.CheckConstraint("before_id <> after_id", name="not_its_own_successor"),
    )

    before_id: Mapped[int] = mapped_column(sa.ForeignKey("organisation.id"))
    after_id: Mapped[int] = mapped_column(sa.ForeignKey("organisation.id"), index=True)
