"""The partnerships that the machine works on: each with three members, two officers, a chair and a private matter."""

import re
from dataclasses import dataclass
from datetime import date

from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.permissions import Role
from shp_gov.domain.quorum import AtLeast, Quorum, as_plain
from shp_gov.models import Body, Person, Seat, User
from tests import factories as make
from tests.terms import terms_in_force

POSTS = ("Director of Neighbourhoods", "Chief Superintendent", "District Manager")
NAMES = ("Grace Holloway", "Daniel Marsh", "Carl Whitby")
TOKEN = re.compile(r"quern\d+x")


@dataclass(frozen=True)
class Group:
    """One partnership, by the numbers of its rows: they outlive every transaction."""

    body_id: int
    people: tuple[int, ...]
    seats: tuple[int, ...]
    officers: tuple[int, int]
    chair: int
    member: int
    stranger: int
    quorum: int | None

    def officer(self, nth: int = 0) -> Actor:
        """Let one of the two officers act."""
        user = db.session.get_one(User, self.officers[nth % 2])
        return Actor(user.name, user.id)

    def chairing(self) -> Actor:
        """Let the chair act."""
        user = db.session.get_one(User, self.chair)
        return Actor(user.name, user.id)

    @property
    def body(self) -> Body:
        """Give the body."""
        return db.session.get_one(Body, self.body_id)

    def person(self, nth: int) -> Person:
        """Give one of its members."""
        return db.session.get_one(Person, self.people[nth % len(self.people)])

    def seat(self, nth: int) -> Seat:
        """Give one of its seats."""
        return db.session.get_one(Seat, self.seats[nth % len(self.seats)])


def tokens(text: str) -> set[str]:
    """List the words that are planted in a text."""
    return set(TOKEN.findall(text))


def a_group(*, quorum: int | None) -> Group:
    """Make a partnership with everybody it needs."""
    body = make.a_body()
    people = [make.a_person(name, email=f"{name.split()[0].lower()}@seaborough.example") for name in NAMES]
    seats = [
        make.a_seat(body=body, held_by=person, post=post, position=place)
        for place, (person, post) in enumerate(zip(people, POSTS, strict=True))
    ]
    if quorum is not None:
        terms_in_force(body, from_on=date(2026, 1, 1), quorum=as_plain(Quorum(AtLeast(quorum))))
    make.a_chair_in_office(people[0], body=body)
    chair = make.a_user(people[0].name, person=people[0])
    make._kept(make.RoleHeld(user=chair, body=body, role=Role.CHAIR, from_on=make.LONG_AGO))
    first, second = make.an_officer(body=body), make.an_officer(body=body)
    second.name = "Owen Grant"
    return Group(
        body_id=body.id,
        people=tuple(person.id for person in people),
        seats=tuple(seat.id for seat in seats),
        officers=(first.id, second.id),
        chair=chair.id,
        member=make.a_user(people[1].name, person=people[1]).id,
        stranger=make.an_officer(body=make.a_body("Safer Northshire Partnership")).id,
        quorum=quorum,
    )
