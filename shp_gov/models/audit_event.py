"""The audit trail: who did what to what, when, in a chain of hashes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Mapped, Mapper, mapped_column, relationship

from shp_gov.models.base import Base


class AuditEvent(Base):
    """One act. Its line holds the hash of the line before; it is never changed or deleted."""

    __tablename__ = "audit_event"
    __table_args__ = (sa.Index("ix_audit_event_subject_type_subject_id", "subject_type", "subject_id"),)

    sequence: Mapped[int] = mapped_column(unique=True)
    at: Mapped[datetime]
    actor: Mapped[str]
    user_id: Mapped[int | None] = mapped_column(index=True)
    event: Mapped[str]
    subject_type: Mapped[str]
    subject_id: Mapped[int]
    body_id: Mapped[int | None] = mapped_column(index=True)
    facts: Mapped[dict[str, Any]]
    previous: Mapped[str]
    hash: Mapped[str]

    words: Mapped[list[AuditWords]] = relationship(order_by="AuditWords.field")


class AuditWords(Base):
    """Words that an act wrote. The chain holds only their salted hash, so that words may lawfully be removed."""

    __tablename__ = "audit_words"
    __table_args__ = (sa.UniqueConstraint("audit_event_id", "field"),)

    audit_event_id: Mapped[int] = mapped_column(sa.ForeignKey("audit_event.id"))
    field: Mapped[str]
    salt: Mapped[str]
    text: Mapped[str | None]
    hash: Mapped[str]


class AuditHead(Base):
    """The end of the chain: one row, locked by whoever adds to it."""

    __tablename__ = "audit_head"
    __table_args__ = (sa.CheckConstraint("id = 1", name="only_one"),)

    sequence: Mapped[int]
    hash: Mapped[str]


class AuditTrailIsFinal(RuntimeError):
    """Somebody tried to change the audit trail."""


def _refuse(mapper: Mapper[Any], connection: Connection, target: AuditEvent) -> None:
    raise AuditTrailIsFinal("A line of the audit trail is never changed or deleted.")


event.listen(AuditEvent, "before_update", _refuse)
event.listen(AuditEvent, "before_delete", _refuse)
