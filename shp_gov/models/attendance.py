"""Who was at a meeting, or sent apologies, and as what."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.domain.coming_and_going import Outing, Stay
from shp_gov.models.base import Base, Provenance
from shp_gov.models.meeting import Meeting
from shp_gov.models.person import Person
from shp_gov.models.seat import Seat


class Capacity(StrEnum):
    """As what someone is in the attendance of a meeting."""

    PRESENT = "present"
    SUBSTITUTE = "substitute"
    APOLOGIES = "apologies"
    ABSENT = "absent"
    ALSO_PRESENT = "also present"
    OFFICER = "officer"


class ItemAbsence(Base):
    """Somebody was out of the room for one item, such as for an interest they declared."""

    __tablename__ = "item_absence"
    __table_args__ = (sa.UniqueConstraint("attendance_id", "agenda_item_id"),)

    attendance_id: Mapped[int] = mapped_column(sa.ForeignKey("attendance.id"))
    agenda_item_id: Mapped[int] = mapped_column(sa.ForeignKey("agenda_item.id"), index=True)
    reason: Mapped[str | None]

    attendance: Mapped[Attendance] = relationship(back_populates="absences")


class Attendance(Base):
    """One person at one meeting in one capacity. In two capacities is kept, and a check reports it.

    Who came at the start has no time of arriving, and who stayed to the end none of leaving. Who left and came back
    has both of these times in `times_out`.

    Somebody whose name fits two people is nobody yet: their line waits, as printed, for an officer's answer.
    """

    __tablename__ = "attendance"
    __table_args__ = (
        sa.UniqueConstraint("meeting_id", "person_id", "capacity"),
        sa.CheckConstraint("capacity = 'substitute' OR for_person_id IS NULL", name="only_a_substitute_is_for_someone"),
        sa.CheckConstraint(
            "left_at IS NULL OR arrived_at IS NULL OR left_at > arrived_at", name="leaves_after_arriving"
        ),
    )

    meeting_id: Mapped[int] = mapped_column(sa.ForeignKey("meeting.id"))
    position: Mapped[int]
    person_id: Mapped[int | None] = mapped_column(sa.ForeignKey("person.id"), index=True)
    capacity: Mapped[Capacity]
    is_in_the_chair: Mapped[bool] = mapped_column(default=False)
    is_remote: Mapped[bool] = mapped_column(default=False)
    arrived_at: Mapped[time | None]
    left_at: Mapped[time | None]
    times_out: Mapped[list[list[str]] | None] = mapped_column(sa.JSON(none_as_null=True))
    seat_id: Mapped[int | None] = mapped_column(sa.ForeignKey("seat.id"), index=True)
    for_person_id: Mapped[int | None] = mapped_column(sa.ForeignKey("person.id"))
    for_printed: Mapped[str | None]
    name_printed: Mapped[str]
    role_printed: Mapped[str | None]
    line: Mapped[int | None]
    provenance: Mapped[Provenance] = mapped_column(default=Provenance.RECORDED)

    meeting: Mapped[Meeting] = relationship(back_populates="attendances")
    person: Mapped[Person | None] = relationship(foreign_keys=[person_id])
    for_person: Mapped[Person | None] = relationship(foreign_keys=[for_person_id])
    seat: Mapped[Seat | None] = relationship()
    absences: Mapped[list[ItemAbsence]] = relationship(back_populates="attendance")

    @property
    def name(self) -> str:
        """Name the person, or whoever the minutes name while we do not know who that is."""
        return self.person.name if self.person else self.name_printed

    @property
    def stay(self) -> Stay:
        """Tell from when to when they were there, and how."""
        return Stay(self.arrived_at, self.left_at, self.is_remote, self.outings)

    @property
    def outings(self) -> tuple[Outing, ...]:
        """Tell when they left and came back, in order."""
        return tuple((time.fromisoformat(left), time.fromisoformat(back)) for left, back in self.times_out or ())

    @outings.setter
    def outings(self, outings: Iterable[Outing]) -> None:
        self.times_out = [[left.isoformat(), back.isoformat()] for left, back in outings] or None
