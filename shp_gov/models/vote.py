"""A vote at a meeting: counts, or names; and who dissented from a decision."""

from __future__ import annotations

from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.models.base import Base
from shp_gov.models.decision import Decision
from shp_gov.models.minute import Minute
from shp_gov.models.person import Person
from shp_gov.models.report import Recommendation


class Cast(StrEnum):
    """How somebody voted."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"


class Vote(Base):
    """A vote on a motion. With names the counts are those of the names."""

    __tablename__ = "vote"
    __table_args__ = (
        sa.CheckConstraint("votes_for >= 0 AND votes_against >= 0 AND abstentions >= 0", name="counts_from_nought"),
    )

    minute_id: Mapped[int] = mapped_column(sa.ForeignKey("minute.id"), index=True)
    decision_id: Mapped[int | None] = mapped_column(sa.ForeignKey("decision.id"), unique=True)
    recommendation_id: Mapped[int | None] = mapped_column(sa.ForeignKey("recommendation.id"))
    motion: Mapped[str]
    votes_for: Mapped[int]
    votes_against: Mapped[int]
    abstentions: Mapped[int] = mapped_column(default=0)
    is_named: Mapped[bool] = mapped_column(default=False)
    is_carried: Mapped[bool]

    minute: Mapped[Minute] = relationship()
    decision: Mapped[Decision | None] = relationship()
    recommendation: Mapped[Recommendation | None] = relationship()
    names: Mapped[list[VoteCast]] = relationship(back_populates="vote", order_by="VoteCast.id")


class VoteCast(Base):
    """How one person voted."""

    __tablename__ = "vote_cast"
    __table_args__ = (sa.UniqueConstraint("vote_id", "person_id"),)

    vote_id: Mapped[int] = mapped_column(sa.ForeignKey("vote.id"))
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id"), index=True)
    cast: Mapped[Cast]

    vote: Mapped[Vote] = relationship(back_populates="names")
    person: Mapped[Person] = relationship()


class Dissent(Base):
    """Somebody asked that it be recorded that they did not agree with a decision."""

    __tablename__ = "dissent"
    __table_args__ = (sa.UniqueConstraint("decision_id", "person_id"),)

    decision_id: Mapped[int] = mapped_column(sa.ForeignKey("decision.id"))
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id"), index=True)
    words: Mapped[str | None]
    may_vote: Mapped[bool] = mapped_column(default=True)

    decision: Mapped[Decision] = relationship()
    person: Mapped[Person] = relationship()
