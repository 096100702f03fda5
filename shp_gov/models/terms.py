"""Terms of reference in versions: what a body has agreed about itself, each from a day on."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.models.base import Base, Provenance
from shp_gov.models.body import Body
from shp_gov.models.decision import Decision
from shp_gov.models.office import OfficeKind
from shp_gov.models.organisation import Organisation
from shp_gov.models.seat import Seat, SeatCategory


class TermsState(StrEnum):
    """Whether a version is still being written, or the body has agreed it."""

    DRAFT = "draft"
    ADOPTED = "adopted"


class Voting(StrEnum):
    """How a body agrees when it does not agree by itself."""

    CONSENSUS = "consensus"
    ONE_VOTE_A_SEAT = "one vote for each seat"
    ONE_VOTE_AN_ORGANISATION = "one vote for each organisation"


class TermsVersion(Base):
    """One version of the terms of reference. It never changes once adopted. None is always: the terms do not say."""

    __tablename__ = "terms_version"
    __table_args__ = (
        sa.UniqueConstraint("body_id", "number"),
        sa.UniqueConstraint("body_id", "in_force_from"),
        sa.Index(
            "ix_terms_version_one_draft",
            "body_id",
            unique=True,
            sqlite_where=sa.text("state = 'draft'"),
            postgresql_where=sa.text("state = 'draft'"),
        ),
        sa.CheckConstraint("number >= 1", name="number_from_one"),
        sa.CheckConstraint(
            "state = 'draft' OR (in_force_from IS NOT NULL AND (decision_id IS NOT NULL OR basis IS NOT NULL))",
            name="adopted_on_a_basis_from_a_day",
        ),
        sa.CheckConstraint("state = 'adopted' OR in_force_from IS NULL", name="a_draft_is_not_in_force"),
    )

    body_id: Mapped[int] = mapped_column(sa.ForeignKey("body.id"))
    number: Mapped[int]
    state: Mapped[TermsState] = mapped_column(default=TermsState.DRAFT)
    in_force_from: Mapped[date | None]
    decision_id: Mapped[int | None] = mapped_column(sa.ForeignKey("decision.id"))
    basis: Mapped[str | None]
    drafted_from_id: Mapped[int | None] = mapped_column(sa.ForeignKey("terms_version.id"))
    edits: Mapped[int] = mapped_column(default=0)
    provenance: Mapped[Provenance] = mapped_column(default=Provenance.RECORDED)

    quorum: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON(none_as_null=True))
    meetings_per_year: Mapped[int | None]
    max_gap_days: Mapped[int | None]
    notice_days: Mapped[int | None]
    review_months: Mapped[int | None]
    has_substitutes: Mapped[bool | None]
    substitute_notice_hours: Mapped[int | None]
    substitute_elected_for_elected: Mapped[bool | None]
    absences_to_review: Mapped[int | None]
    apologies_count_as_absence: Mapped[bool | None]
    elected_members: Mapped[int | None]
    new_members_agreed: Mapped[bool | None]
    voting: Mapped[Voting | None]
    chair_has_casting_vote: Mapped[bool | None]
    performance_months: Mapped[int | None]
    plan_years: Mapped[int | None]
    consultation_days: Mapped[int | None]

    body: Mapped[Body] = relationship()
    decision: Mapped[Decision | None] = relationship()
    drafted_from: Mapped[TermsVersion | None] = relationship(remote_side="TermsVersion.id")
    sections: Mapped[list[TermsSection]] = relationship(
        back_populates="version", order_by="TermsSection.position", cascade="all, delete-orphan"
    )
    seats: Mapped[list[TermsSeat]] = relationship(
        back_populates="version", order_by="TermsSeat.position", cascade="all, delete-orphan"
    )
    offices: Mapped[list[TermsOffice]] = relationship(
        back_populates="version", order_by="TermsOffice.id", cascade="all, delete-orphan"
    )
    sub_groups: Mapped[list[TermsSubGroup]] = relationship(
        back_populates="version", order_by="TermsSubGroup.position", cascade="all, delete-orphan"
    )

    @property
    def title(self) -> str:
        """Name the version as a citation does."""
        return f"Terms of reference version {self.number}"

    @property
    def is_draft(self) -> bool:
        """Tell whether it is still being written."""
        return self.state is TermsState.DRAFT


class OfAVersion:
    """What every part of a version knows: whose it is."""

    version: Mapped[TermsVersion]

    @property
    def body(self) -> Body:
        """Give the body whose terms these are."""
        return self.version.body

    @property
    def body_id(self) -> int:
        """Give the number of that body."""
        return self.version.body_id


class TermsSection(OfAVersion, Base):
    """One section: its heading and words, a paragraph on each line. Its key stays when it is re-worded or moved."""

    __tablename__ = "terms_section"
    __table_args__ = (sa.UniqueConstraint("version_id", "key"),)

    version_id: Mapped[int] = mapped_column(sa.ForeignKey("terms_version.id"))
    position: Mapped[int]
    key: Mapped[str]
    heading: Mapped[str]
    words: Mapped[str] = mapped_column(default="")

    version: Mapped[TermsVersion] = relationship(back_populates="sections")


class TermsSeat(OfAVersion, Base):
    """How a version words a seat. A seat that a draft adds is made when the draft is adopted."""

    __tablename__ = "terms_seat"
    __table_args__ = (
        sa.UniqueConstraint("version_id", "seat_id"),
        sa.Index("ix_terms_seat_seat_id", "seat_id"),
        sa.CheckConstraint("places >= 1", name="at_least_one_place"),
        sa.CheckConstraint("post IS NOT NULL OR organisation_words IS NOT NULL", name="has_a_name"),
    )

    version_id: Mapped[int] = mapped_column(sa.ForeignKey("terms_version.id"))
    seat_id: Mapped[int | None] = mapped_column(sa.ForeignKey("seat.id"))
    position: Mapped[int]
    post: Mapped[str | None]
    organisation_id: Mapped[int | None] = mapped_column(sa.ForeignKey("organisation.id"), index=True)
    organisation_words: Mapped[str | None]
    category: Mapped[SeatCategory] = mapped_column(default=SeatCategory.NOT_STATED)
    places: Mapped[int] = mapped_column(default=1)
    is_voting: Mapped[bool | None]
    is_elected: Mapped[bool] = mapped_column(default=False)
    appointed_by: Mapped[str | None]
    tag: Mapped[str | None]

    version: Mapped[TermsVersion] = relationship(back_populates="seats")
    seat: Mapped[Seat | None] = relationship()
    organisation: Mapped[Organisation | None] = relationship()

    @property
    def title(self) -> str:
        """Name the post and its organisation, in the words of this version."""
        return ", ".join(words for words in (self.post, self.organisation_words) if words)


class TermsOffice(OfAVersion, Base):
    """What a version asks of an office: who holds it, how often it is filled and from where."""

    __tablename__ = "terms_office"
    __table_args__ = (sa.UniqueConstraint("version_id", "kind"),)

    version_id: Mapped[int] = mapped_column(sa.ForeignKey("terms_version.id"))
    kind: Mapped[OfficeKind]
    held_by: Mapped[str | None]
    is_yearly: Mapped[bool | None]
    is_from_responsible_authority: Mapped[bool | None]
    is_from_another_organisation: Mapped[bool | None]
    barred_organisation_id: Mapped[int | None] = mapped_column(sa.ForeignKey("organisation.id"), index=True)
    barred_words: Mapped[str | None]

    version: Mapped[TermsVersion] = relationship(back_populates="offices")
    barred_organisation: Mapped[Organisation | None] = relationship()


class TermsSubGroup(OfAVersion, Base):
    """A group that a version names: who chairs it, in its words, and the months in which it reports."""

    __tablename__ = "terms_sub_group"
    __table_args__ = (
        sa.UniqueConstraint("version_id", "name"),
        sa.CheckConstraint("tolerance_days IS NULL OR tolerance_days >= 0", name="tolerance_from_nought"),
    )

    version_id: Mapped[int] = mapped_column(sa.ForeignKey("terms_version.id"))
    position: Mapped[int]
    name: Mapped[str]
    group_id: Mapped[int | None] = mapped_column(sa.ForeignKey("body.id"), index=True)
    chair_words: Mapped[str | None]
    months_due: Mapped[list[int]] = mapped_column(sa.JSON(), default=list)
    tolerance_days: Mapped[int | None]
    times_a_year: Mapped[int | None]

    version: Mapped[TermsVersion] = relationship(back_populates="sub_groups")
    group: Mapped[Body | None] = relationship()
