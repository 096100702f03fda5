"""A report to a meeting, with what it recommends."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.domain.workflows import ReportState
from shp_gov.models.agenda_item import AgendaItem
from shp_gov.models.base import Base, Provenance
from shp_gov.models.document import Document
from shp_gov.models.meeting import Meeting
from shp_gov.models.person import Person


class ReportSource(StrEnum):
    """How a report came to us."""

    FORM = "written here"
    WORD = "Word file"
    PDF = "PDF file"
    SPOKEN = "spoken report"


class Ruling(StrEnum):
    """What a meeting made of a recommendation."""

    AGREED = "agreed"
    AMENDED = "amended"
    REFUSED = "refused"


class ClearanceOf(StrEnum):
    """Who must clear a report before it goes out."""

    LEGAL = "legal"
    FINANCE = "finance"
    MONITORING_OFFICER = "monitoring officer"


class Report(Base):
    """A report: whose it is, what it is about, what it recommends and who can answer for it.

    `version` counts what was submitted, `edits` every save, so that two people who write at once notice it.
    """

    __tablename__ = "report"
    __table_args__ = (sa.UniqueConstraint("meeting_id", "position"),)

    meeting_id: Mapped[int] = mapped_column(sa.ForeignKey("meeting.id"))
    agenda_item_id: Mapped[int | None] = mapped_column(sa.ForeignKey("agenda_item.id"), index=True)
    forward_plan_entry_id: Mapped[int | None] = mapped_column(
        sa.ForeignKey("forward_plan_entry.id", use_alter=True), index=True
    )
    position: Mapped[int]
    report_of: Mapped[str | None]
    subject: Mapped[str]
    is_exempt: Mapped[bool] = mapped_column(default=False)
    is_marked: Mapped[bool | None]
    background_papers: Mapped[str | None]
    state: Mapped[ReportState] = mapped_column(default=ReportState.READY)
    source: Mapped[ReportSource | None]
    author_id: Mapped[int | None] = mapped_column(sa.ForeignKey("person.id"), index=True)
    asked_for: Mapped[str | None]
    requested_on: Mapped[date | None]
    due_on: Mapped[date | None]
    submitted_at: Mapped[datetime | None]
    returned_because: Mapped[str | None]
    document_id: Mapped[int | None] = mapped_column(sa.ForeignKey("document.id"))
    version: Mapped[int] = mapped_column(default=0)
    edits: Mapped[int] = mapped_column(default=0)
    published_at: Mapped[datetime | None]
    provenance: Mapped[Provenance] = mapped_column(default=Provenance.RECORDED)

    meeting: Mapped[Meeting] = relationship()
    agenda_item: Mapped[AgendaItem | None] = relationship()
    author: Mapped[Person | None] = relationship()
    document: Mapped[Document | None] = relationship()
    sections: Mapped[list[ReportSection]] = relationship(order_by="ReportSection.position")
    clearances: Mapped[list[Clearance]] = relationship(back_populates="report", order_by="Clearance.id")
    recommendations: Mapped[list[Recommendation]] = relationship(order_by="Recommendation.ordinal")
    appendices: Mapped[list[Appendix]] = relationship(order_by="Appendix.position")
    contact_officers: Mapped[list[ContactOfficer]] = relationship(order_by="ContactOfficer.position")

    @property
    def is_private(self) -> bool:
        """Tell whether it is not for publication: by itself, or because its item is not."""
        return self.is_exempt or (self.agenda_item is not None and self.agenda_item.is_exempt)


class Recommendation(Base):
    """One numbered recommendation of a report."""

    __tablename__ = "recommendation"
    __table_args__ = (sa.UniqueConstraint("report_id", "ordinal"),)

    report_id: Mapped[int] = mapped_column(sa.ForeignKey("report.id"))
    ordinal: Mapped[int]
    words: Mapped[str]
    is_confirmed: Mapped[bool] = mapped_column(default=True)
    ruling: Mapped[Ruling | None]
    ruled_words: Mapped[str | None]


class Appendix(Base):
    """A paper that a report says it has with it."""

    __tablename__ = "appendix"
    __table_args__ = (sa.UniqueConstraint("report_id", "position"),)

    report_id: Mapped[int] = mapped_column(sa.ForeignKey("report.id"))
    position: Mapped[int]
    title: Mapped[str]
    is_exempt: Mapped[bool] = mapped_column(default=False)
    exempt_paragraph: Mapped[str | None]
    public_interest_reason: Mapped[str | None]
    document_id: Mapped[int | None] = mapped_column(sa.ForeignKey("document.id"))

    document: Mapped[Document | None] = relationship()


class ContactOfficer(Base):
    """Someone whom a report names to answer questions about it."""

    __tablename__ = "contact_officer"
    __table_args__ = (sa.UniqueConstraint("report_id", "position"),)

    report_id: Mapped[int] = mapped_column(sa.ForeignKey("report.id"))
    position: Mapped[int]
    name: Mapped[str]
    email: Mapped[str | None]
    phone: Mapped[str | None]


class ReportSection(Base):
    """The words under one heading of a report, such as its purpose or its legal considerations."""

    __tablename__ = "report_section"
    __table_args__ = (sa.UniqueConstraint("report_id", "key"),)

    report_id: Mapped[int] = mapped_column(sa.ForeignKey("report.id"))
    position: Mapped[int]
    key: Mapped[str]
    words: Mapped[str]


class Clearance(Base):
    """Somebody must clear a report, and did, or said why not."""

    __tablename__ = "clearance"
    __table_args__ = (
        sa.UniqueConstraint("report_id", "of"),
        sa.CheckConstraint("given_on IS NULL OR refused_because IS NULL", name="given_or_refused"),
    )

    report_id: Mapped[int] = mapped_column(sa.ForeignKey("report.id"))
    of: Mapped[ClearanceOf]
    asked_on: Mapped[date]
    due_on: Mapped[date | None]
    given_on: Mapped[date | None]
    given_by: Mapped[str | None]
    refused_because: Mapped[str | None]

    report: Mapped[Report] = relationship(back_populates="clearances")


class ReportVersion(Base):
    """A report as it was submitted or changed: every version is kept."""

    __tablename__ = "report_version"
    __table_args__ = (sa.UniqueConstraint("report_id", "number"),)

    report_id: Mapped[int] = mapped_column(sa.ForeignKey("report.id"))
    number: Mapped[int]
    contents: Mapped[dict[str, Any]] = mapped_column(default=dict)
    sha256: Mapped[str]
    document_id: Mapped[int | None] = mapped_column(sa.ForeignKey("document.id"))
    note: Mapped[str | None]
    made_at: Mapped[datetime]
    made_by: Mapped[str]

    report: Mapped[Report] = relationship()
    document: Mapped[Document | None] = relationship()
