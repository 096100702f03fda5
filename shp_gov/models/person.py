"""A person, and the names a body knows them by."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.models.base import Base, Provenance
from shp_gov.models.organisation import Organisation


class Person(Base):
    """Someone who sits on, attends or serves a body."""

    __tablename__ = "person"

    name: Mapped[str]
    named_on: Mapped[date | None]
    post: Mapped[str | None]
    organisation_id: Mapped[int | None] = mapped_column(sa.ForeignKey("organisation.id"), index=True)
    email: Mapped[str | None]
    phone: Mapped[str | None]
    provenance: Mapped[Provenance] = mapped_column(default=Provenance.RECORDED)

    organisation: Mapped[Organisation | None] = relationship()
    known_as: Mapped[list[KnownAs]] = relationship(back_populates="person")


class KnownAs(Base):
    """A name by which one body knows a person. Within a body a name means one person; an officer may settle whom."""

    __tablename__ = "known_as"
    __table_args__ = (sa.UniqueConstraint("body_id", "key"),)

    body_id: Mapped[int] = mapped_column(sa.ForeignKey("body.id"))
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id"), index=True)
    key: Mapped[str]
    name: Mapped[str]
    is_settled: Mapped[bool] = mapped_column(default=False)

    person: Mapped[Person] = relationship(back_populates="known_as")
