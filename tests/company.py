"""Everybody who has to do with a meeting, what everything is called, and a meeting on its way with them."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from shp_gov.audit import Actor
from shp_gov.models import AgendaItem, Body, Meeting, Minute, Person, User
from shp_gov.queries import agendas, minuting
from tests import factories as make


@dataclass(frozen=True)
class Words:
    """What people, posts and items are called."""

    names: tuple[str, ...] = ("Councillor Ruth Adeyemi", "Daniel Marsh", "Carl Whitby", "Grace Holloway")
    posts: tuple[str, ...] = (
        "Leader of the Council",
        "Chief Superintendent",
        "District Manager",
        "Director of Neighbourhoods",
    )
    open: str = "Harbour lighting"
    private: str = "Quayside Homes Ltd"
    late: str = "A grant for lamps"
    put_off: str = "CCTV at Fish Quay"


@dataclass
class Company:
    """Everybody who has to do with a meeting; the same people at each stage."""

    words: Words = field(default_factory=Words)

    @cached_property
    def people(self) -> list[Person]:
        """Give the members: the chair, one who comes, one who does not, and the author of the reports."""
        return [make.a_person(name) for name in self.words.names]

    @cached_property
    def users(self) -> dict[str, User]:
        """Give their accounts."""
        chair, member, _, author = self.people
        return {
            "officer": make.a_user("Helen Ashby"),
            "second officer": make.a_user("Owen Grant"),
            "chair": make.a_user(chair.name, person=chair),
            "member": make.a_user(member.name, person=member),
            "author": make.a_user(author.name, person=author),
            "officer elsewhere": make.an_officer(body=make.a_body("Fish Quay Board")),
        }

    def actor(self, who: str) -> Actor:
        """Let one of them act."""
        user = self.users[who]
        return Actor(user.name, user.id)


@dataclass
class Course:
    """A partnership and its meeting on its way; `next` is the meeting after it."""

    company: Company
    body: Body
    on: date
    today: date
    steps: int = 0
    meeting: Meeting = field(init=False)
    next: Meeting = field(init=False)

    @property
    def words(self) -> Words:
        """Give what everything is called."""
        return self.company.words

    @property
    def officer(self) -> Actor:
        """Let the officer act."""
        return self.company.actor("officer")

    @property
    def second(self) -> Actor:
        """Let the second officer act."""
        return self.company.actor("second officer")

    @property
    def chair(self) -> Actor:
        """Let the chair act."""
        return self.company.actor("chair")

    def item(self, title: str) -> AgendaItem:
        """Find an item of the agenda."""
        return next(each for each in agendas.items(self.meeting) if each.title == title)

    def minute(self, title: str) -> Minute:
        """Find the minute of an item."""
        return next(each for each in minuting.minutes_of(self.meeting) if each.title == title)
