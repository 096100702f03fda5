"""What the words of a decision seem to ask, for an officer to answer."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.domain.workflows import ProposalState
from shp_gov.models.action import Action
from shp_gov.models.base import Base
from shp_gov.models.decision import Decision, DecisionKind
from shp_gov.models.organisation import Organisation
from shp_gov.models.seat import Seat


class ProposedAction(Base):
    """A suggestion: what to do, who seems meant, by when. A dismissal is remembered."""

    __tablename__ = "proposed_action"
    __table_args__ = (
        sa.UniqueConstraint("decision_id", "ordinal"),
        sa.CheckConstraint("(state = 'confirmed') = (action_id IS NOT NULL)", name="confirmed_by_an_action"),
        sa.Index("ix_proposed_action_body_id_state", "body_id", "state", "id"),
    )

    body_id: Mapped[int] = mapped_column(sa.ForeignKey("body.id"))
    decision_id: Mapped[int] = mapped_column(sa.ForeignKey("decision.id"))
    ordinal: Mapped[int]
    kind: Mapped[DecisionKind]
    what: Mapped[str]
    owner_hint: Mapped[str | None]
    due_hint: Mapped[str | None]
    seat_id: Mapped[int | None] = mapped_column(sa.ForeignKey("seat.id"))
    organisation_id: Mapped[int | None] = mapped_column(sa.ForeignKey("organisation.id"))
    due_on: Mapped[date | None]
    is_due_by_next_meeting: Mapped[bool] = mapped_column(default=False)
    state: Mapped[ProposalState] = mapped_column(default=ProposalState.PROPOSED)
    reason: Mapped[str | None]
    action_id: Mapped[int | None] = mapped_column(sa.ForeignKey("action.id"))

    decision: Mapped[Decision] = relationship(back_populates="proposals")
    seat: Mapped[Seat | None] = relationship()
    organisation: Mapped[Organisation | None] = relationship()
    action: Mapped[Action | None] = relationship()
