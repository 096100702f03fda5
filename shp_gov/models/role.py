"""A role that an account holds in a body, from one day to another."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.domain.permissions import Role
from shp_gov.models.base import Base

if TYPE_CHECKING:
    from shp_gov.models.body import Body
    from shp_gov.models.user import User


class RoleHeld(Base):
    """What one account is to one body, and when. Terms may overlap or leave gaps.

    Cover is a role too: it is another account's, lent for some days.
    """

    __tablename__ = "role_held"
    __table_args__ = (
        sa.CheckConstraint("until_on IS NULL OR until_on >= from_on", name="ends_after_it_starts"),
        sa.UniqueConstraint("user_id", "body_id", "role", "from_on"),
    )

    user_id: Mapped[int] = mapped_column(sa.ForeignKey("user.id"))
    body_id: Mapped[int] = mapped_column(sa.ForeignKey("body.id"), index=True)
    role: Mapped[Role]
    from_on: Mapped[date]
    until_on: Mapped[date | None]
    meeting_id: Mapped[int | None] = mapped_column(sa.ForeignKey("meeting.id"))
    covers_for_id: Mapped[int | None] = mapped_column(sa.ForeignKey("user.id"), index=True)

    user: Mapped[User] = relationship(back_populates="roles", foreign_keys=[user_id])
    covers_for: Mapped[User | None] = relationship(foreign_keys=[covers_for_id])
    body: Mapped[Body] = relationship()

    def covers(self, on: date) -> bool:
        """Tell whether this day lies within the role."""
        return self.from_on <= on and (self.until_on is None or on <= self.until_on)
