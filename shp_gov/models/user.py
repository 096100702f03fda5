"""An account: who may sign in."""

from datetime import datetime

import sqlalchemy as sa
from flask_login import UserMixin
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.models.base import Base
from shp_gov.models.person import Person
from shp_gov.models.role import RoleHeld


class User(UserMixin, Base):
    """Someone who may sign in. Changing the epoch ends every session they have."""

    __tablename__ = "user"
    __table_args__ = (sa.CheckConstraint("email = lower(email)", name="email_in_lower_case"),)

    email: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    password_hash: Mapped[str]
    is_enabled: Mapped[bool] = mapped_column(default=True)
    is_administrator: Mapped[bool] = mapped_column(default=False)
    epoch: Mapped[int] = mapped_column(default=1)
    person_id: Mapped[int | None] = mapped_column(sa.ForeignKey("person.id"), index=True)
    last_signed_in_at: Mapped[datetime | None]

    person: Mapped[Person | None] = relationship()
    roles: Mapped[list[RoleHeld]] = relationship(
        back_populates="user", foreign_keys=RoleHeld.user_id, order_by=RoleHeld.from_on
    )

    @property
    def is_active(self) -> bool:
        """Tell Flask-Login whether this account may be used."""
        return self.is_enabled

    def get_id(self) -> str:
        """Give the session the account and its epoch, so that a new epoch ends old sessions."""
        return f"{self.id}.{self.epoch}"


class SignInAttempt(Base):
    """A sign-in that failed, kept to slow down guessing."""

    __tablename__ = "sign_in_attempt"
    __table_args__ = (sa.Index("ix_sign_in_attempt_key_failed_at", "key", "failed_at"),)

    key: Mapped[str]
    failed_at: Mapped[datetime]
