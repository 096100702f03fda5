"""A council, police force, fire authority, NHS body, charity or other organisation, by all its names."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.models.base import Base, Provenance


class Organisation(Base):
    """An organisation. What it is in law is dated and may change; its successor follows it."""

    __tablename__ = "organisation"
    __table_args__ = (sa.CheckConstraint("successor_id IS NULL OR successor_id <> id", name="not_its_own_successor"),)

    name: Mapped[str]
    named_on: Mapped[date | None]
    successor_id: Mapped[int | None] = mapped_column(sa.ForeignKey("organisation.id"))
    provenance: Mapped[Provenance] = mapped_column(default=Provenance.RECORDED)

    names: Mapped[list[OrganisationName]] = relationship(
        back_populates="organisation", order_by="OrganisationName.name"
    )
    types: Mapped[list[OrganisationType]] = relationship(back_populates="organisation")


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
