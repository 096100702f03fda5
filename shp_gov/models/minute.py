"""One numbered minute of a meeting."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.domain import calendar, numbering
from shp_gov.models.agenda_item import AgendaItem
from shp_gov.models.base import Base, Provenance
from shp_gov.models.meeting import Meeting
from shp_gov.models.report import Recommendation, Report, Ruling

if TYPE_CHECKING:
    from shp_gov.models.decision import Decision
    from shp_gov.models.vote import Vote


class Minute(Base):
    """One minute: number as printed, position as found, words, and whether they are open or exempt."""

    __tablename__ = "minute"
    __table_args__ = (
        sa.UniqueConstraint("meeting_id", "position"),
        sa.CheckConstraint("position >= 1", name="position_from_one"),
        sa.CheckConstraint("number IS NULL OR number >= 1", name="number_from_one"),
    )

    meeting_id: Mapped[int] = mapped_column(sa.ForeignKey("meeting.id"))
    position: Mapped[int]
    number: Mapped[int | None]
    number_printed: Mapped[str | None]
    year_starts_on: Mapped[date]
    title: Mapped[str]
    public_title: Mapped[str | None]
    presenter: Mapped[str | None]
    purpose: Mapped[str | None]
    narrative: Mapped[str | None]
    urgent_ruling: Mapped[str | None]
    is_urgent: Mapped[bool] = mapped_column(default=False)
    is_exempt: Mapped[bool] = mapped_column(default=False)
    exempt_paragraph: Mapped[str | None]
    public_interest_reason: Mapped[str | None]
    public_summary: Mapped[str | None]
    is_confidential: Mapped[bool] = mapped_column(default=False)
    public_was_excluded: Mapped[bool | None]
    line: Mapped[int | None]
    version: Mapped[int] = mapped_column(default=0)
    agenda_item_id: Mapped[int | None] = mapped_column(sa.ForeignKey("agenda_item.id"))
    provenance: Mapped[Provenance] = mapped_column(default=Provenance.RECORDED)

    meeting: Mapped[Meeting] = relationship(back_populates="minutes")
    agenda_item: Mapped[AgendaItem | None] = relationship()
    decisions: Mapped[list[Decision]] = relationship(back_populates="minute", order_by="Decision.ordinal")
    votes: Mapped[list[Vote]] = relationship(viewonly=True, order_by="Vote.id")
    # Of a private report to an open item nothing is told but what was agreed.
    refused: Mapped[list[Recommendation]] = relationship(
        viewonly=True,
        secondary=Report.__table__,
        primaryjoin=lambda: sa.and_(
            Minute.agenda_item_id == Report.agenda_item_id, sa.or_(~Report.is_exempt, Minute.is_exempt)
        ),
        secondaryjoin=lambda: sa.and_(Report.id == Recommendation.report_id, Recommendation.ruling == Ruling.REFUSED),
        order_by=lambda: (Report.position, Recommendation.ordinal),
    )

    @property
    def municipal_year(self) -> str:
        """Name the year its number belongs to: "2017/18"."""
        return calendar.year_name(self.year_starts_on)

    @property
    def reference(self) -> str:
        """Name the minute: "61 of 2017/18"."""
        on = self.meeting.on if self.number is None else None
        return numbering.minute_reference(self.number, self.municipal_year, position=self.position, on=on)
