"""A report to a meeting, with what it recommends."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.models.agenda_item import AgendaItem
from shp_gov.models.base import Base, Provenance
from shp_gov.models.meeting import Meeting


class Report(Base):
    """A report: whose it is, what it is about, what it recommends and who can answer for it."""

    __tablename__ = "report"
    __table_args__ = (sa.UniqueConstraint("meeting_id", "position"),)

    meeting_id: Mapped[int] = mapped_column(sa.ForeignKey("meeting.id"))
    agenda_item_id: Mapped[int | None] = mapped_column(sa.ForeignKey("agenda_item.id"), index=True)
    position: Mapped[int]
    report_of: Mapped[str | None]
    subject: Mapped[str]
    is_exempt: Mapped[bool] = mapped_column(default=False)
    is_marked: Mapped[bool | None]
    background_papers: Mapped[str | None]
    provenance: Mapped[Provenance] = mapped_column(default=Provenance.RECORDED)

    meeting: Mapped[Meeting] = relationship()
    agenda_item: Mapped[AgendaItem | None] = relationship()
    recommendations: Mapped[list[Recommendation]] = relationship(order_by="Recommendation.ordinal")
    appendices: Mapped[list[Appendix]] = relationship(order_by="Appendix.position")
    contact_officers: Mapped[list[ContactOfficer]] = relationship(order_by="ContactOfficer.position")


class Recommendation(Base):
    """One numbered recommendation of a report."""

    __tablename__ = "recommendation"
    __table_args__ = (sa.UniqueConstraint("report_id", "ordinal"),)

    report_id: Mapped[int] = mapped_column(sa.ForeignKey("report.id"))
    ordinal: Mapped[int]
    words: Mapped[str]


class Appendix(Base):
    """A paper that a report says it has with it."""

    __tablename__ = "appendix"
    __table_args__ = (sa.UniqueConstraint("report_id", "position"),)

    report_id: Mapped[int] = mapped_column(sa.ForeignKey("report.id"))
    position: Mapped[int]
    title: Mapped[str]


class ContactOfficer(Base):
    """Someone whom a report names to answer questions about it."""

    __tablename__ = "contact_officer"
    __table_args__ = (sa.UniqueConstraint("report_id", "position"),)

    report_id: Mapped[int] = mapped_column(sa.ForeignKey("report.id"))
    position: Mapped[int]
    name: Mapped[str]
    email: Mapped[str | None]
    phone: Mapped[str | None]
