"""A standing interest of somebody who belongs to a body, besides what they declare at its meetings."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.models.base import Base
from shp_gov.models.body import Body
from shp_gov.models.person import Person


class InterestKind(StrEnum):
    """What sort of interest it is, as registers of members have it."""

    EMPLOYMENT = "employment, office or trade"
    SPONSORSHIP = "sponsorship"
    CONTRACT = "contract"
    LAND = "land"
    LICENCE = "licence to occupy land"
    TENANCY = "corporate tenancy"
    SECURITIES = "securities"
    MEMBERSHIP = "membership or trusteeship"
    GIFT = "gift or hospitality"
    OTHER = "other interest"


class RegisteredInterest(Base):
    """What somebody has an interest in, from one day to another. The details of a sensitive one are not published."""

    __tablename__ = "registered_interest"
    __table_args__ = (sa.CheckConstraint("until_on IS NULL OR until_on >= from_on", name="ends_after_it_starts"),)

    body_id: Mapped[int] = mapped_column(sa.ForeignKey("body.id"), index=True)
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id"), index=True)
    kind: Mapped[InterestKind]
    words: Mapped[str]
    from_on: Mapped[date]
    until_on: Mapped[date | None]
    is_sensitive: Mapped[bool] = mapped_column(default=False)

    body: Mapped[Body] = relationship()
    person: Mapped[Person] = relationship()
