"""A declaration of interest at a meeting."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.models.base import Base, Provenance
from shp_gov.models.meeting import Meeting
from shp_gov.models.person import Person


class Interest(Base):
    """What someone declared, on which item, and whether they left."""

    __tablename__ = "interest"
    __table_args__ = (sa.UniqueConstraint("meeting_id", "position"),)

    meeting_id: Mapped[int] = mapped_column(sa.ForeignKey("meeting.id"))
    position: Mapped[int]
    person_id: Mapped[int | None] = mapped_column(sa.ForeignKey("person.id"), index=True)
    agenda_item_id: Mapped[int | None] = mapped_column(sa.ForeignKey("agenda_item.id"))
    minute_id: Mapped[int | None] = mapped_column(sa.ForeignKey("minute.id"), index=True)
    words: Mapped[str]
    left_the_meeting: Mapped[bool | None]
    is_ahead: Mapped[bool] = mapped_column(default=False)
    provenance: Mapped[Provenance] = mapped_column(default=Provenance.RECORDED)

    meeting: Mapped[Meeting] = relationship()
    person: Mapped[Person | None] = relationship()
