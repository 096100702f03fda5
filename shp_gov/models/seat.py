"""A designated post on a body. Appointments and actions belong to it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.models.base import Base, Provenance
from shp_gov.models.body import Body
from shp_gov.models.organisation import Organisation, title_on

if TYPE_CHECKING:
    from shp_gov.models.appointment import Appointment


class SeatCategory(StrEnum):
    """By what right a seat is on the body."""

    RESPONSIBLE_AUTHORITY = "responsible authority"
    OTHER = "other"
    CO_OPTED = "co-opted"
    ADVISER = "adviser"
    NOT_STATED = "not stated"


class Seat(Base):
    """A designated post, such as "District Manager, Seaborough Fire Authority"."""

    __tablename__ = "seat"
    __table_args__ = (
        sa.UniqueConstraint("body_id", "key"),
        sa.CheckConstraint("places >= 1", name="at_least_one_place"),
        sa.CheckConstraint(
            "active_until IS NULL OR active_from IS NULL OR active_until >= active_from", name="ends_after_it_starts"
        ),
    )

    body_id: Mapped[int] = mapped_column(sa.ForeignKey("body.id"))
    key: Mapped[str]
    post: Mapped[str | None]
    organisation_id: Mapped[int | None] = mapped_column(sa.ForeignKey("organisation.id"), index=True)
    category: Mapped[SeatCategory] = mapped_column(default=SeatCategory.NOT_STATED)
    position: Mapped[int] = mapped_column(default=0)
    places: Mapped[int] = mapped_column(default=1)
    is_voting: Mapped[bool | None]
    is_elected: Mapped[bool] = mapped_column(default=False)
    worded_on: Mapped[date | None]
    active_from: Mapped[date | None]
    active_until: Mapped[date | None]
    provenance: Mapped[Provenance] = mapped_column(default=Provenance.RECORDED)

    body: Mapped[Body] = relationship()
    organisation: Mapped[Organisation | None] = relationship()
    appointments: Mapped[list[Appointment]] = relationship(back_populates="seat", order_by="Appointment.from_on")

    def has_ended(self, on: date) -> bool:
        """Tell whether there is no such seat any more on a day."""
        return self.active_until is not None and self.active_until < on

    @property
    def title(self) -> str:
        """Name the post and its organisation, as a list of members does."""
        organisation = self.organisation.name if self.organisation else None
        return ", ".join(words for words in (self.post, organisation) if words)

    def title_on(self, on: date) -> str:
        """Name the post, and its organisation as it was called on a day."""
        return title_on(self.post, self.organisation, on)
