"""A council, police force, fire authority, NHS body, charity or other organisation, by all its names."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.ext.hybrid import hybrid_property
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
    dated_names: Mapped[list[OrganisationName]] = relationship(
        primaryjoin="and_(OrganisationName.organisation_id == Organisation.id, OrganisationName.is_dated)",
        viewonly=True,
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

    def name_on(self, on: date) -> str:
        """Give the name that it had on a day; the one it shows where none is dated."""
        borne = [row for row in self.dated_names if row.covers(on)]
        newest = max(borne, key=lambda row: row.from_on or date.min, default=None)
        return newest.name if newest else self.name


class OrganisationName(Base):
    """A name that an organisation goes by. One spelling means one organisation, though it may be borne twice."""

    __tablename__ = "organisation_name"
    __table_args__ = (
        sa.Index(
            "ix_organisation_name_one_open_key",
            "key",
            unique=True,
            sqlite_where=sa.text("until_on IS NULL"),
            postgresql_where=sa.text("until_on IS NULL"),
        ),
    )

    organisation_id: Mapped[int] = mapped_column(sa.ForeignKey("organisation.id"), index=True)
    key: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    from_on: Mapped[date | None]
    until_on: Mapped[date | None]

    organisation: Mapped[Organisation] = relationship(back_populates="names")

    @hybrid_property
    def is_dated(self) -> bool:
        """Tell whether it is known when the name was borne; it is not of a spelling that a paper printed."""
        return self.from_on is not None or self.until_on is not None

    @is_dated.inplace.expression
    @classmethod
    def _is_dated(cls) -> sa.ColumnElement[bool]:
        return sa.or_(cls.from_on.is_not(None), cls.until_on.is_not(None))

    def covers(self, on: date) -> bool:
        """Tell whether the name was borne on a day."""
        return (self.from_on is None or self.from_on <= on) and (self.until_on is None or on <= self.until_on)


def title_on(post: str | None, organisation: Organisation | None, on: date) -> str:
    """Name a post and its organisation as a list of members of a day does."""
    named = organisation.name_on(on) if organisation else None
    return ", ".join(words for words in (post, named) if words)


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
