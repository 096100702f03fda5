"""One numbered resolution of a minute."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.domain import numbering
from shp_gov.models.base import Base, Provenance
from shp_gov.models.minute import Minute
from shp_gov.models.report import Recommendation

if TYPE_CHECKING:
    from shp_gov.models.action import Action
    from shp_gov.models.proposed_action import ProposedAction
    from shp_gov.models.vote import Dissent


class DecisionKind(StrEnum):
    """What a decision asks for."""

    NOTED = "noted"
    APPROVED = "approved"
    ACTION = "action"
    REFERRAL = "referral"
    APPOINTMENT = "appointment"
    DEFERRAL = "deferral"
    FORWARD_PLAN = "forward plan"
    CLOSURE = "closure of an action"


class Agreement(StrEnum):
    """How a decision was agreed."""

    CONSENSUS = "consensus"
    NO_DISSENT = "no dissent"
    VOTE = "vote"
    NOT_STATED = "not stated"


class Decision(Base):
    """One numbered resolution of a minute. It is exempt when its minute is."""

    __tablename__ = "decision"
    __table_args__ = (
        sa.UniqueConstraint("minute_id", "ordinal"),
        sa.CheckConstraint("ordinal >= 1", name="ordinal_from_one"),
        sa.Index("ix_decision_body_id_on", "body_id", "on", "id"),
        sa.Index("ix_decision_on", "on", "id"),
    )

    body_id: Mapped[int] = mapped_column(sa.ForeignKey("body.id"))
    on: Mapped[date]
    minute_id: Mapped[int] = mapped_column(sa.ForeignKey("minute.id"))
    ordinal: Mapped[int]
    words: Mapped[str]
    kind: Mapped[DecisionKind] = mapped_column(default=DecisionKind.NOTED)
    agreement: Mapped[Agreement] = mapped_column(default=Agreement.NOT_STATED)
    reasons: Mapped[str | None]
    line: Mapped[int | None]
    recommendation_id: Mapped[int | None] = mapped_column(sa.ForeignKey("recommendation.id"))
    supersedes_id: Mapped[int | None] = mapped_column(sa.ForeignKey("decision.id"))
    provenance: Mapped[Provenance] = mapped_column(default=Provenance.RECORDED)

    minute: Mapped[Minute] = relationship(back_populates="decisions")
    recommendation: Mapped[Recommendation | None] = relationship()
    actions: Mapped[list[Action]] = relationship(
        back_populates="decision", foreign_keys="Action.decision_id", order_by="Action.number"
    )
    dissents: Mapped[list[Dissent]] = relationship(viewonly=True, order_by="Dissent.id")
    proposals: Mapped[list[ProposedAction]] = relationship(back_populates="decision", order_by="ProposedAction.ordinal")

    @property
    def reference(self) -> str:
        """Name the decision: "61 (ii) of 2017/18"."""
        minute = self.minute
        year = minute.municipal_year
        return numbering.decision_reference(
            minute.number, self.ordinal, year, position=minute.position, on=None if minute.number else self.on
        )

    @property
    def numeral(self) -> str:
        """Number the decision within its minute: "(ii)"."""
        return f"({numbering.roman(self.ordinal)})"
