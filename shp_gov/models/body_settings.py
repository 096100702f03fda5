"""What a body always does: its standing items, the days by which each stage is done, its own words for papers."""

from __future__ import annotations

from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.domain.back_plan import Stage
from shp_gov.models.agenda_item import ItemKind, ItemPurpose
from shp_gov.models.base import Base
from shp_gov.models.body import Body


class StandingItem(Base):
    """An item that every agenda of a body has."""

    __tablename__ = "standing_item"
    __table_args__ = (sa.UniqueConstraint("body_id", "position"),)

    body_id: Mapped[int] = mapped_column(sa.ForeignKey("body.id"))
    position: Mapped[int]
    kind: Mapped[ItemKind] = mapped_column(default=ItemKind.BUSINESS)
    section: Mapped[str | None]
    title: Mapped[str]
    presenter: Mapped[str | None]
    purpose: Mapped[ItemPurpose] = mapped_column(default=ItemPurpose.NOT_STATED)
    minutes_allowed: Mapped[int | None]

    body: Mapped[Body] = relationship()


class BackPlanStep(Base):
    """By when a stage is done: so many working days before a meeting (negative) or after it."""

    __tablename__ = "back_plan_step"
    __table_args__ = (sa.UniqueConstraint("body_id", "stage"),)

    body_id: Mapped[int] = mapped_column(sa.ForeignKey("body.id"))
    stage: Mapped[Stage]
    working_days: Mapped[int]

    body: Mapped[Body] = relationship()


class HouseTextKey(StrEnum):
    """Where a body's own words are printed."""

    ADMISSION = "admission of the public"
    QUESTIONS = "questions from the public"
    CONTACT = "contact"
    SUBSTITUTION = "substitution rule"
    EXCLUSION = "exclusion resolution"
    OPENING = "opening words of the chair"


class HouseText(Base):
    """A body's own words for one place of its papers."""

    __tablename__ = "house_text"
    __table_args__ = (sa.UniqueConstraint("body_id", "key"),)

    body_id: Mapped[int] = mapped_column(sa.ForeignKey("body.id"))
    key: Mapped[HouseTextKey]
    words: Mapped[str]

    body: Mapped[Body] = relationship()
