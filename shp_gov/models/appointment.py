"""A person in a seat, from one day to another."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.models.base import Base, Provenance
from shp_gov.models.person import Person
from shp_gov.models.seat import Seat


class Appointment(Base):
    """A person in a seat. Terms may overlap or leave gaps; a vacancy is a query, never a column."""

    __tablename__ = "appointment"
    __table_args__ = (
        sa.CheckConstraint("until_on IS NULL OR until_on >= from_on", name="ends_after_it_starts"),
        sa.UniqueConstraint("seat_id", "person_id", "from_on"),
        sa.Index("ix_appointment_seat_id_from_on_until_on", "seat_id", "from_on", "until_on"),
    )

    seat_id: Mapped[int] = mapped_column(sa.ForeignKey("seat.id"))
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id"), index=True)
    from_on: Mapped[date]
    until_on: Mapped[date | None]
    basis: Mapped[str | None]
    decision_id: Mapped[int | None] = mapped_column(sa.ForeignKey("decision.id"))
    provenance: Mapped[Provenance] = mapped_column(default=Provenance.RECORDED)

    seat: Mapped[Seat] = relationship(back_populates="appointments")
    person: Mapped[Person] = relationship()
