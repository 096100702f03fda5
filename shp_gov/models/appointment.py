"""A person in a seat, from one day to another; and whoever may take their place."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.models.base import Base, Provenance
from shp_gov.models.body import Body
from shp_gov.models.decision import Decision
from shp_gov.models.meeting import Meeting
from shp_gov.models.person import Person
from shp_gov.models.seat import Seat


class AppointmentKind(StrEnum):
    """By what right somebody is in a seat."""

    TERM = "term"
    HOLD_OVER = "hold-over"
    CO_OPTION = "co-option"


class Appointment(Base):
    """A person in a seat. Terms may overlap or leave gaps; a vacancy is a query, never a column.

    Holding over past a term is a row of its own, so the term keeps its days. A term that was ended keeps until when
    it was agreed, so that the end can be withdrawn.
    """

    __tablename__ = "appointment"
    __table_args__ = (
        sa.CheckConstraint("until_on IS NULL OR until_on >= from_on", name="ends_after_it_starts"),
        sa.CheckConstraint("kind <> 'hold-over' OR reason IS NOT NULL", name="held_over_for_a_reason"),
        sa.UniqueConstraint("seat_id", "person_id", "from_on"),
        sa.Index("ix_appointment_seat_id_from_on_until_on", "seat_id", "from_on", "until_on"),
    )

    seat_id: Mapped[int] = mapped_column(sa.ForeignKey("seat.id"))
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id"), index=True)
    kind: Mapped[AppointmentKind] = mapped_column(default=AppointmentKind.TERM)
    from_on: Mapped[date]
    until_on: Mapped[date | None]
    agreed_until_on: Mapped[date | None]
    basis: Mapped[str | None]
    reason: Mapped[str | None]
    ended_because: Mapped[str | None]
    decision_id: Mapped[int | None] = mapped_column(sa.ForeignKey("decision.id"))
    last_listed_on: Mapped[date | None]
    provenance: Mapped[Provenance] = mapped_column(default=Provenance.RECORDED)

    seat: Mapped[Seat] = relationship(back_populates="appointments")
    person: Mapped[Person] = relationship()
    decision: Mapped[Decision | None] = relationship()

    @property
    def body(self) -> Body:
        """Give the body of the seat."""
        return self.seat.body

    @property
    def body_id(self) -> int:
        """Give the number of that body."""
        return self.seat.body_id

    def covers(self, on: date) -> bool:
        """Tell whether a day lies within this appointment."""
        return self.from_on <= on and (self.until_on is None or on <= self.until_on)


class Substitution(Base):
    """Somebody named to stand in for a seat: in advance, from one day to another, or at one meeting."""

    __tablename__ = "substitution"
    __table_args__ = (
        sa.CheckConstraint("until_on IS NULL OR until_on >= from_on", name="ends_after_it_starts"),
        sa.UniqueConstraint("seat_id", "person_id", "from_on", "meeting_id"),
    )

    seat_id: Mapped[int] = mapped_column(sa.ForeignKey("seat.id"), index=True)
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id"), index=True)
    from_on: Mapped[date]
    until_on: Mapped[date | None]
    meeting_id: Mapped[int | None] = mapped_column(sa.ForeignKey("meeting.id"), index=True)
    basis: Mapped[str | None]
    ended_because: Mapped[str | None]
    provenance: Mapped[Provenance] = mapped_column(default=Provenance.RECORDED)

    seat: Mapped[Seat] = relationship()
    person: Mapped[Person] = relationship()
    meeting: Mapped[Meeting | None] = relationship()

    @property
    def body(self) -> Body:
        """Give the body of the seat."""
        return self.seat.body

    @property
    def body_id(self) -> int:
        """Give the number of that body."""
        return self.seat.body_id

    def covers(self, on: date) -> bool:
        """Tell whether a day lies within it."""
        return self.from_on <= on and (self.until_on is None or on <= self.until_on)
