"""What an officer settled about a rule for one body: that its source is right, or that it is switched off."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.models.base import Base
from shp_gov.models.body import Body

OFF = sa.text("kind = 'switched off' AND until_on IS NULL")


class SettingKind(StrEnum):
    """What was settled about a rule."""

    CONFIRMED = "source confirmed"
    SWITCHED_OFF = "switched off"


class RuleSetting(Base):
    """A rule of the rulebook for one body, from one day to another, with who settled it and why."""

    __tablename__ = "rule_setting"
    __table_args__ = (
        sa.UniqueConstraint("body_id", "rule", "kind", "from_on"),
        sa.CheckConstraint("until_on IS NULL OR until_on >= from_on", name="ends_after_it_starts"),
        sa.CheckConstraint("(until_on IS NULL) = (ended_at IS NULL)", name="an_end_says_when"),
        sa.Index("uq_rule_setting_off_once", "body_id", "rule", unique=True, sqlite_where=OFF, postgresql_where=OFF),
    )

    body_id: Mapped[int] = mapped_column(sa.ForeignKey("body.id"))
    rule: Mapped[str]
    kind: Mapped[SettingKind]
    from_on: Mapped[date]
    until_on: Mapped[date | None]
    note: Mapped[str]
    by: Mapped[str]
    at: Mapped[datetime]
    ended_note: Mapped[str | None]
    ended_by: Mapped[str | None]
    ended_at: Mapped[datetime | None]

    body: Mapped[Body] = relationship(back_populates="rule_settings")

    def covers(self, day: date) -> bool:
        """Tell whether this holds on a day."""
        return self.from_on <= day and (self.until_on is None or day <= self.until_on)
