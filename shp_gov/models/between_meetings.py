"""What happens between meetings: decisions taken and ratified later, and answers awaited from others."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.models.base import Base
from shp_gov.models.body import Body
from shp_gov.models.decision import Decision
from shp_gov.models.organisation import Organisation


class Ratification(StrEnum):
    """What a meeting said to a decision taken before it."""

    WAITS = "waits"
    RATIFIED = "ratified"
    NOT_RATIFIED = "not ratified"


class InterimDecision(Base):
    """A decision taken between meetings: by whom, by what right, and the decision of the meeting that ratified it."""

    __tablename__ = "interim_decision"
    __table_args__ = (
        sa.CheckConstraint("(state = 'waits') = (decision_id IS NULL)", name="answered_by_a_decision"),
        sa.CheckConstraint("NOT is_exempt OR public_title IS NOT NULL", name="exempt_with_a_public_title"),
    )

    body_id: Mapped[int] = mapped_column(sa.ForeignKey("body.id"), index=True)
    taken_on: Mapped[date]
    words: Mapped[str]
    taken_by: Mapped[str]
    authority: Mapped[str]
    reasons: Mapped[str]
    is_exempt: Mapped[bool] = mapped_column(default=False)
    exempt_paragraph: Mapped[str | None]
    public_title: Mapped[str | None]
    state: Mapped[Ratification] = mapped_column(default=Ratification.WAITS)
    decision_id: Mapped[int | None] = mapped_column(sa.ForeignKey("decision.id"))

    body: Mapped[Body] = relationship()
    decision: Mapped[Decision | None] = relationship()


class Referral(Base):
    """Something referred to another body or organisation, and the answer that is awaited. Exempt as its decision."""

    __tablename__ = "referral"
    __table_args__ = (
        sa.CheckConstraint("answered_on IS NULL OR answered_on >= sent_on", name="answered_after_it_was_sent"),
    )

    body_id: Mapped[int] = mapped_column(sa.ForeignKey("body.id"), index=True)
    decision_id: Mapped[int] = mapped_column(sa.ForeignKey("decision.id"), index=True)
    to_body_id: Mapped[int | None] = mapped_column(sa.ForeignKey("body.id"), index=True)
    to_organisation_id: Mapped[int | None] = mapped_column(sa.ForeignKey("organisation.id"))
    asked: Mapped[str]
    sent_on: Mapped[date]
    due_on: Mapped[date | None]
    answered_on: Mapped[date | None]
    answer: Mapped[str | None]

    body: Mapped[Body] = relationship(foreign_keys=[body_id])
    decision: Mapped[Decision] = relationship()
    to_body: Mapped[Body | None] = relationship(foreign_keys=[to_body_id])
    to_organisation: Mapped[Organisation | None] = relationship()
