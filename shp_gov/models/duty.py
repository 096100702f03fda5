"""What was done about a duty of the governance calendar, and the meeting that will deal with it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.models.base import Base, Provenance, exactly_one
from shp_gov.models.body import Body
from shp_gov.models.decision import Decision
from shp_gov.models.document import Document
from shp_gov.models.meeting import Meeting


class DutyEntry(Base):
    """One thing an officer recorded about a duty: that it was done, with what it asks to know, or that it was not.

    A duty may have several in one year: two public meetings. What was withdrawn stays, with the reason.
    """

    __tablename__ = "duty_entry"
    __table_args__ = (
        sa.Index("ix_duty_entry_body_id_duty_year", "body_id", "duty", "year"),
        sa.CheckConstraint("(withdrawn_at IS NULL) = (withdrawn_because IS NULL)", name="withdrawn_with_a_reason"),
    )

    body_id: Mapped[int] = mapped_column(sa.ForeignKey("body.id"))
    duty: Mapped[str]
    year: Mapped[date | None]
    entered: Mapped[dict[str, Any]] = mapped_column(default=dict)
    is_done: Mapped[bool] = mapped_column(default=True)
    until_on: Mapped[date | None]
    decision_id: Mapped[int | None] = mapped_column(sa.ForeignKey("decision.id"), index=True)
    meeting_id: Mapped[int | None] = mapped_column(sa.ForeignKey("meeting.id"), index=True)
    document_id: Mapped[int | None] = mapped_column(sa.ForeignKey("document.id"))
    note: Mapped[str | None]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str]
    withdrawn_at: Mapped[datetime | None]
    withdrawn_because: Mapped[str | None]
    provenance: Mapped[Provenance] = mapped_column(default=Provenance.RECORDED)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    body: Mapped[Body] = relationship()
    decision: Mapped[Decision | None] = relationship()
    meeting: Mapped[Meeting | None] = relationship()
    document: Mapped[Document | None] = relationship()


class DutyPlan(Base):
    """The meeting at which a duty of a year, or the report of a group due in a month, will be dealt with."""

    __tablename__ = "duty_plan"
    __table_args__ = (
        sa.CheckConstraint(exactly_one("duty", "report_of"), name="one_subject"),
        sa.UniqueConstraint("body_id", "duty", "year"),
        sa.UniqueConstraint("body_id", "report_of", "year"),
    )

    body_id: Mapped[int] = mapped_column(sa.ForeignKey("body.id"))
    duty: Mapped[str | None]
    report_of: Mapped[str | None]
    year: Mapped[date]
    meeting_id: Mapped[int] = mapped_column(sa.ForeignKey("meeting.id"), index=True)

    body: Mapped[Body] = relationship()
    meeting: Mapped[Meeting] = relationship()
