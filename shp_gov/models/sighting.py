"""What a pack says of who belongs, on the day of its meeting."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.models.base import Base
from shp_gov.models.person import Person
from shp_gov.models.seat import Seat, SeatCategory


class Sighting(Base):
    """One line of the list of members in a pack: a person, or nobody, in a seat on that day."""

    __tablename__ = "sighting"
    __table_args__ = (sa.Index("ix_sighting_body_id_on", "body_id", "on"),)

    import_id: Mapped[int] = mapped_column(sa.ForeignKey("import.id"), index=True)
    body_id: Mapped[int] = mapped_column(sa.ForeignKey("body.id"))
    on: Mapped[date]
    seat_id: Mapped[int | None] = mapped_column(sa.ForeignKey("seat.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(sa.ForeignKey("person.id"), index=True)
    name_printed: Mapped[str]
    post_printed: Mapped[str | None]
    organisation_printed: Mapped[str | None]
    category: Mapped[SeatCategory] = mapped_column(default=SeatCategory.NOT_STATED)
    is_invited: Mapped[bool] = mapped_column(default=False)
    first_line: Mapped[int | None]
    last_line: Mapped[int | None]

    seat: Mapped[Seat | None] = relationship()
    person: Mapped[Person | None] = relationship()
