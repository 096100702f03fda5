"""Every save of a minute: nothing that was saved is ever overwritten."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.models.base import Base
from shp_gov.models.body import Body
from shp_gov.models.minute import Minute


class MinuteRevision(Base):
    """One save. A clash was saved on top of an older version than the newest: it is kept beside it until settled."""

    __tablename__ = "minute_revision"
    __table_args__ = (
        sa.UniqueConstraint("minute_id", "number"),
        sa.CheckConstraint("number >= 1", name="number_from_one"),
        sa.CheckConstraint("based_on < number", name="based_on_an_earlier_one"),
    )

    minute_id: Mapped[int] = mapped_column(sa.ForeignKey("minute.id"))
    number: Mapped[int]
    based_on: Mapped[int]
    words: Mapped[dict[str, Any]] = mapped_column(default=dict)
    is_clash: Mapped[bool] = mapped_column(default=False)
    settled_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("minute_revision.id"))
    made_at: Mapped[datetime]
    made_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("user.id"))
    made_by: Mapped[str]

    minute: Mapped[Minute] = relationship()
    settled_by: Mapped[MinuteRevision | None] = relationship(remote_side="MinuteRevision.id")

    @property
    def body(self) -> Body:
        """Give the body whose minute it is."""
        return self.minute.meeting.body

    @property
    def body_id(self) -> int:
        """Give the number of that body."""
        return self.minute.meeting.body_id
