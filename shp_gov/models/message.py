"""The outbox: what must be said to whom. A row that was sent is the proof of notice."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.models.base import Base, exactly_one
from shp_gov.models.person import Person
from shp_gov.models.user import User


class Message(Base):
    """One message to one person about one thing. Facts only: the words are made when it is sent.

    It goes to somebody in the register, or to an account that is nobody there, such as an officer's. Whoever sends
    it first puts `try_after` into the future, so that no second process takes it meanwhile.
    """

    __tablename__ = "message"
    __table_args__ = (
        sa.UniqueConstraint("recipient_id", "event", "subject_type", "subject_id", "due"),
        sa.UniqueConstraint("user_id", "event", "subject_type", "subject_id", "due"),
        sa.CheckConstraint(exactly_one("recipient_id", "user_id"), name="one_recipient"),
        sa.Index("ix_message_sent_at_settled", "is_settled", "id"),
    )

    recipient_id: Mapped[int | None] = mapped_column(sa.ForeignKey("person.id"))
    user_id: Mapped[int | None] = mapped_column(sa.ForeignKey("user.id"))
    event: Mapped[str]
    subject_type: Mapped[str]
    subject_id: Mapped[int]
    due: Mapped[str] = mapped_column(default="")
    facts: Mapped[dict[str, Any]] = mapped_column(default=dict)
    created_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    try_after: Mapped[datetime | None]
    is_settled: Mapped[bool] = mapped_column(default=False)
    sent_at: Mapped[datetime | None]
    sent_to: Mapped[str | None]
    outcome: Mapped[str | None]

    recipient: Mapped[Person | None] = relationship()
    user: Mapped[User | None] = relationship()
