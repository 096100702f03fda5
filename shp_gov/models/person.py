"""A person, the names a body knows them by, and their posts through time."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shp_gov.models.base import Base, Provenance
from shp_gov.models.organisation import Organisation, title_on


class Person(Base):
    """Someone who sits on, attends or serves a body."""

    __tablename__ = "person"

    name: Mapped[str]
    named_on: Mapped[date | None]
    email: Mapped[str | None]
    phone: Mapped[str | None]
    provenance: Mapped[Provenance] = mapped_column(default=Provenance.RECORDED)

    known_as: Mapped[list[KnownAs]] = relationship(back_populates="person")
    posts: Mapped[list[PersonPost]] = relationship(
        back_populates="person", cascade="all, delete-orphan", order_by="PersonPost.from_on, PersonPost.id"
    )

    def post_on(self, on: date) -> PersonPost | None:
        """Give the post that somebody had on a day; what was recorded by hand before what papers printed."""
        covering = [post for post in self.posts if post.covers(on) and not post.is_only_a_name]
        return max(covering, key=lambda post: post.weight, default=None)

    def name_on(self, on: date) -> str:
        """Give the name, with its rank or title, that somebody had on a day."""
        named = [post for post in self.posts if post.covers(on) and post.name]
        newest = max(named, key=lambda post: post.weight, default=None)
        return (newest.name if newest else None) or self.name


class PersonPost(Base):
    """Somebody's rank, post and organisation, from one day to another. No first day: as far back as is known."""

    __tablename__ = "person_post"
    __table_args__ = (
        sa.CheckConstraint("until_on IS NULL OR from_on IS NULL OR until_on >= from_on", name="ends_after_it_starts"),
    )

    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id"), index=True)
    from_on: Mapped[date | None]
    until_on: Mapped[date | None]
    name: Mapped[str | None]
    post: Mapped[str | None]
    organisation_id: Mapped[int | None] = mapped_column(sa.ForeignKey("organisation.id"), index=True)
    basis: Mapped[str | None]
    body_id: Mapped[int | None] = mapped_column(sa.ForeignKey("body.id"), index=True)
    provenance: Mapped[Provenance] = mapped_column(default=Provenance.RECORDED)

    person: Mapped[Person] = relationship(back_populates="posts")
    organisation: Mapped[Organisation | None] = relationship()

    def covers(self, on: date) -> bool:
        """Tell whether a day lies within this post."""
        return (self.from_on is None or self.from_on <= on) and (self.until_on is None or on <= self.until_on)

    @property
    def is_only_a_name(self) -> bool:
        """Tell whether this keeps a rank of long ago, and says nothing of a post."""
        return self.from_on is None and not (self.post or self.organisation_id or self.organisation)

    @property
    def weight(self) -> tuple[bool, date, int]:
        """Put what was recorded by hand after what papers printed, and the newest last."""
        return (self.provenance is Provenance.RECORDED, self.from_on or date.min, self.id or 0)

    @property
    def title(self) -> str:
        """Name the post and its organisation, as a list of members does."""
        organisation = self.organisation.name if self.organisation else None
        return ", ".join(words for words in (self.post, organisation) if words)

    def title_on(self, on: date) -> str:
        """Name the post, and its organisation as it was called on a day."""
        return title_on(self.post, self.organisation, on)


class KnownAs(Base):
    """A name by which one body knows a person. Within a body a name means one person; an officer may settle whom."""

    __tablename__ = "known_as"
    __table_args__ = (sa.UniqueConstraint("body_id", "key"),)

    body_id: Mapped[int] = mapped_column(sa.ForeignKey("body.id"))
    person_id: Mapped[int] = mapped_column(sa.ForeignKey("person.id"), index=True)
    key: Mapped[str]
    name: Mapped[str]
    is_settled: Mapped[bool] = mapped_column(default=False)

    person: Mapped[Person] = relationship(back_populates="known_as")
