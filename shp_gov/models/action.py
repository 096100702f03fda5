"""Something the body asked to be done, and everything that happened to it."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.domain.workflows import FINISHED, WITH_THE_OWNER, ActionState
from shp_gov.models.base import Base, Provenance, exactly_one
from shp_gov.models.body import Body
from shp_gov.models.decision import Decision
from shp_gov.models.document import Document
from shp_gov.models.meeting import Meeting
from shp_gov.models.organisation import Organisation
from shp_gov.models.seat import Seat
from shp_gov.models.user import User


class Action(Base):
    """What is to be done, who owns it, by when, and how far it has come. Overdue and blocked are worked out."""

    __tablename__ = "action"
    __table_args__ = (
        sa.UniqueConstraint("body_id", "number"),
        sa.CheckConstraint("number >= 1", name="number_from_one"),
        sa.CheckConstraint(exactly_one("seat_id", "organisation_id", "owner_body_id"), name="one_lead"),
        sa.CheckConstraint("(state = 'closed') = (closed_at_id IS NOT NULL)", name="closed_at_a_meeting"),
        sa.CheckConstraint(
            "(state = 'not proceeding') = (dropped_by_id IS NOT NULL)", name="not_proceeding_by_a_decision"
        ),
        sa.CheckConstraint("waits_for_id IS NULL OR waits_for_id <> id", name="waits_for_another"),
        sa.Index("ix_action_body_id_state_due_on", "body_id", "state", "due_on", "id"),
        sa.Index("ix_action_body_id_due_on", "body_id", "due_on", "id"),
    )

    body_id: Mapped[int] = mapped_column(sa.ForeignKey("body.id"))
    number: Mapped[int]
    decision_id: Mapped[int] = mapped_column(sa.ForeignKey("decision.id"), index=True)
    what: Mapped[str]
    seat_id: Mapped[int | None] = mapped_column(sa.ForeignKey("seat.id"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(sa.ForeignKey("organisation.id"), index=True)
    owner_body_id: Mapped[int | None] = mapped_column(sa.ForeignKey("body.id"), index=True)
    due_on: Mapped[date | None]
    is_due_by_next_meeting: Mapped[bool] = mapped_column(default=False)
    state: Mapped[ActionState] = mapped_column(default=ActionState.OPEN)
    is_exempt: Mapped[bool] = mapped_column(default=False)
    waits_for_id: Mapped[int | None] = mapped_column(sa.ForeignKey("action.id"))
    assigned_on: Mapped[date]
    closed_at_id: Mapped[int | None] = mapped_column(sa.ForeignKey("meeting.id"), index=True)
    dropped_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("decision.id"))
    provenance: Mapped[Provenance] = mapped_column(default=Provenance.RECORDED)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    body: Mapped[Body] = relationship(foreign_keys=[body_id])
    decision: Mapped[Decision] = relationship(back_populates="actions", foreign_keys=[decision_id])
    seat: Mapped[Seat | None] = relationship()
    organisation: Mapped[Organisation | None] = relationship()
    owner_body: Mapped[Body | None] = relationship(foreign_keys=[owner_body_id])
    waits_for: Mapped[Action | None] = relationship(remote_side="Action.id", foreign_keys=[waits_for_id])
    closed_at: Mapped[Meeting | None] = relationship()
    dropped_by: Mapped[Decision | None] = relationship(foreign_keys=[dropped_by_id])
    history: Mapped[list[ActionEvent]] = relationship(back_populates="action", order_by="ActionEvent.id.desc()")
    evidence: Mapped[list[Evidence]] = relationship(back_populates="action", order_by="Evidence.id")
    supporters: Mapped[list[ActionSupporter]] = relationship(back_populates="action", order_by="ActionSupporter.id")

    @property
    def owner(self) -> Seat | Organisation | Body:
        """Give the seat, organisation or body that leads."""
        lead = self.seat or self.organisation or self.owner_body
        assert lead is not None, "the database allows no action without a lead"
        return lead

    def needs_owner(self, on: date) -> bool:
        """Tell whether it is with a seat that has ended, so that nobody answers for it any more."""
        return self.state in WITH_THE_OWNER and self.seat is not None and self.seat.has_ended(on)

    @property
    def owner_title(self) -> str:
        """Name the lead as the action log prints it."""
        return self.owner.title if isinstance(self.owner, Seat) else self.owner.name

    @property
    def is_finished(self) -> bool:
        """Tell whether nothing more is asked of anybody."""
        return self.state in FINISHED


class ActionSupporter(Base):
    """Somebody who helps the lead: a seat, an organisation or a body."""

    __tablename__ = "action_supporter"
    __table_args__ = (
        sa.CheckConstraint(exactly_one("seat_id", "organisation_id", "supporting_body_id"), name="one_supporter"),
        sa.UniqueConstraint("action_id", "seat_id"),
        sa.UniqueConstraint("action_id", "organisation_id"),
        sa.UniqueConstraint("action_id", "supporting_body_id"),
    )

    action_id: Mapped[int] = mapped_column(sa.ForeignKey("action.id"))
    seat_id: Mapped[int | None] = mapped_column(sa.ForeignKey("seat.id"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(sa.ForeignKey("organisation.id"))
    supporting_body_id: Mapped[int | None] = mapped_column(sa.ForeignKey("body.id"))

    action: Mapped[Action] = relationship(back_populates="supporters")
    seat: Mapped[Seat | None] = relationship()
    organisation: Mapped[Organisation | None] = relationship()
    supporting_body: Mapped[Body | None] = relationship()

    @property
    def title(self) -> str:
        """Name who helps."""
        helper = self.organisation or self.supporting_body
        return self.seat.title if self.seat else helper.name if helper else ""


class Happening(StrEnum):
    """What can happen to an action."""

    ASSIGNED = "assigned"
    STARTED = "started"
    NOTE = "note"
    COMPLETION_PROPOSED = "completion proposed"
    RETURNED = "returned"
    VERIFIED = "verified"
    CLOSED = "closed"
    NOT_PROCEEDING = "not proceeding"
    REOPENED = "reopened"
    OWNER_CHANGED = "owner changed"
    DUE_DATE_CHANGED = "due date changed"
    WAITS = "waits for another action"
    HANDED_OVER = "handed over"


class ActionEvent(Base):
    """One thing that happened to an action: when, by whom, in whose hands it was, and why."""

    __tablename__ = "action_event"

    action_id: Mapped[int] = mapped_column(sa.ForeignKey("action.id"), index=True)
    happening: Mapped[Happening]
    at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("user.id"))
    by_name: Mapped[str]
    holder_name: Mapped[str | None]
    note: Mapped[str | None]
    facts: Mapped[dict[str, Any]] = mapped_column(default=dict)

    action: Mapped[Action] = relationship(back_populates="history")
    by: Mapped[User | None] = relationship()


class Evidence(Base):
    """What an owner shows to say that an action is done: a file, or a note."""

    __tablename__ = "evidence"
    __table_args__ = (sa.CheckConstraint("document_id IS NOT NULL OR note IS NOT NULL", name="a_file_or_a_note"),)

    action_id: Mapped[int] = mapped_column(sa.ForeignKey("action.id"), index=True)
    event_id: Mapped[int] = mapped_column(sa.ForeignKey("action_event.id"), index=True)
    document_id: Mapped[int | None] = mapped_column(sa.ForeignKey("document.id"))
    note: Mapped[str | None]

    action: Mapped[Action] = relationship(back_populates="evidence")
    event: Mapped[ActionEvent] = relationship()
    document: Mapped[Document | None] = relationship()
