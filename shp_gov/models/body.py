"""A partnership, board or group, and the years it counts its minutes by."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.domain.clear_days import Basis
from shp_gov.models.base import Base, Provenance

if TYPE_CHECKING:
    from shp_gov.models.rule_setting import RuleSetting
    from shp_gov.models.standing import Standing


class BodyKind(StrEnum):
    """What sort of body it is."""

    STRATEGY_GROUP = "strategy group"
    SUB_GROUP = "sub-group"
    TASK_AND_FINISH_GROUP = "task and finish group"
    LOCAL_PARTNERSHIP_BOARD = "local partnership board"
    COMMITTEE = "committee"


class AccessRegime(StrEnum):
    """By what right the access to information rules apply to its meetings."""

    STATUTORY_COMMITTEE = "statutory committee"
    ADOPTED = "adopted"
    NONE = "none"


class MinuteNumbering(StrEnum):
    """When the numbers of a body's minutes start again at 1."""

    EACH_YEAR = "each municipal year"
    NEVER = "never"


class Body(Base):
    """A partnership, board or group that meets."""

    __tablename__ = "body"
    __table_args__ = (sa.CheckConstraint("parent_id IS NULL OR parent_id <> id", name="not_its_own_parent"),)

    slug: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    kind: Mapped[BodyKind] = mapped_column(default=BodyKind.STRATEGY_GROUP)
    access_regime: Mapped[AccessRegime] = mapped_column(default=AccessRegime.ADOPTED)
    clear_days_basis: Mapped[Basis | None]
    papers_count_as_is: Mapped[bool] = mapped_column(default=False)
    area: Mapped[str | None]
    parent_id: Mapped[int | None] = mapped_column(sa.ForeignKey("body.id"), index=True)
    colour: Mapped[str] = mapped_column(default="teal")
    minute_numbering: Mapped[MinuteNumbering] = mapped_column(default=MinuteNumbering.EACH_YEAR)
    always_checks_twice: Mapped[bool] = mapped_column(default=False)
    active_from: Mapped[date | None]
    active_until: Mapped[date | None]
    provenance: Mapped[Provenance] = mapped_column(default=Provenance.RECORDED)

    parent: Mapped[Body | None] = relationship(back_populates="sub_groups", remote_side="Body.id")
    sub_groups: Mapped[list[Body]] = relationship(back_populates="parent", order_by="Body.name")
    rule_settings: Mapped[list[RuleSetting]] = relationship(
        back_populates="body", order_by="(RuleSetting.from_on.desc(), RuleSetting.id.desc())"
    )
    standings: Mapped[list[Standing]] = relationship(
        back_populates="body", cascade="all, delete-orphan", order_by="(Standing.from_on.desc(), Standing.id)"
    )
    years: Mapped[list[MunicipalYear]] = relationship(back_populates="body", order_by="MunicipalYear.starts_on")


class MunicipalYear(Base):
    """The day a body's minutes start again at 1, where it is known."""

    __tablename__ = "municipal_year"
    __table_args__ = (sa.UniqueConstraint("body_id", "starts_on"),)

    body_id: Mapped[int] = mapped_column(sa.ForeignKey("body.id"))
    starts_on: Mapped[date]

    body: Mapped[Body] = relationship(back_populates="years")
