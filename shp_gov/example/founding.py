"""The first day of the example: its organisations, people, accounts, bodies, seats and offices."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from typing import cast

from shp_gov.domain.clear_days import Basis
from shp_gov.domain.names import person_name
from shp_gov.domain.permissions import Role
from shp_gov.example import content, past
from shp_gov.example.acts import Act, Deed
from shp_gov.example.content import BodyPlan, PersonPlan, SeatPlan, Term
from shp_gov.example.days import moment
from shp_gov.example.world import World
from shp_gov.models import BodyKind, Office, OfficeKind, Person, SeatCategory
from shp_gov.services import accounts, appointments, bodies, by_hand, notice, people

PASSWORD = "a-safer-seaborough"  # noqa: S105  every account of the example has this one; nothing there is real
ADMINISTRATOR = "Pat Lowe"
FIRST_DAY = 900
LEFT = "Moved to another post."
CHAIRS = {"partnership": "adeyemi", "domestic-abuse": "okoro", "fish-quay": "holloway"}
PLAIN = {"ł": "l", "Ł": "L"}


def acts(world: World) -> Iterator[Act]:
    """List what happens first, and who takes and leaves a seat or an office later."""
    yield Act(moment(_ago(world, FIRST_DAY), 9), lambda: _people(world))
    for plan in content.bodies():
        yield Act(moment(world.founded_on(plan.key), 9, 30), _founding(world, plan))
        for seat in plan.seats:
            yield from _terms(world, plan, seat)
        for office, terms in plan.offices.items():
            yield from _offices(world, plan, OfficeKind(office), terms)
    yield from past.acts(world)


def _ago(world: World, days: int) -> date:
    return world.today - timedelta(days=days)


def _people(world: World) -> None:
    for plan in content.organisations():
        world.organisations[plan.key] = by_hand.add_organisation(
            plan.name, also=plan.also, statutory_type=plan.type, actor=world.system
        )
    for person in content.people():
        world.people[person.key] = _person(world, person)
        if person.account:
            world.users[person.key] = accounts.invite(
                email=address(person.name),
                name=person_name(person.name).plain,
                password=PASSWORD,
                actor=world.system,
                person=world.people[person.key],
            )
    accounts.invite(
        email=address(ADMINISTRATOR), name=ADMINISTRATOR, password=PASSWORD, actor=world.system, is_administrator=True
    )


def _person(world: World, plan: PersonPlan) -> Person:
    organisation = world.organisations[plan.organisation] if plan.organisation else None
    return by_hand.add_person(
        plan.name, post=plan.post, organisation=organisation, email=address(plan.name), actor=world.system
    )


def address(name: str) -> str:
    """Make an e-mail address of the example from a name: "helen.ashby@seaborough.example"."""
    plain = "".join(PLAIN.get(letter, letter) for letter in person_name(name).plain)
    letters = unicodedata.normalize("NFD", plain.lower()).encode("ascii", "ignore").decode()
    return f"{'.'.join(re.findall(r'[a-z]+', letters))}@seaborough.example"


def _founding(world: World, plan: BodyPlan) -> Deed:
    def found() -> None:
        parent = world.bodies[plan.parent] if plan.parent else None
        body = bodies.found(plan.name, kind=BodyKind(plan.kind), parent=parent, actor=world.system)
        world.bodies[plan.key] = body
        for seat in plan.seats:
            world.seats[seat.key] = by_hand.add_seat(
                body,
                post=seat.post,
                category=SeatCategory(seat.category),
                organisation=world.organisations[seat.organisation] if seat.organisation else None,
                places=seat.places,
                is_elected=seat.elected,
                actor=world.system,
            )
        _roles(world, plan)
        if plan.basis:
            notice.keep_rules(
                body, regime=body.access_regime, basis=Basis(plan.basis), as_is=False, actor=world.officer(plan.key)
            )

    return found


def _roles(world: World, plan: BodyPlan) -> None:
    body, since = world.bodies[plan.key], _ago(world, FIRST_DAY)
    held = [(plan.officer, Role.OFFICER), (CHAIRS[plan.key], Role.CHAIR)]
    for key, role in [*held, (plan.second, Role.OFFICER)] if plan.second else held:
        accounts.give_role(world.users[key], role, body=body, from_on=since, actor=world.system)
    for person in world.people.values():
        people.introduce(body, person)


def _terms(world: World, plan: BodyPlan, seat: SeatPlan) -> Iterator[Act]:
    for term in seat.terms:
        yield Act(moment(_ago(world, term.since), 11), _appointing(world, plan, seat, term))
        if term.until is not None:
            yield Act(moment(_ago(world, term.until), 16), _ending(world, plan, seat, term))


def _appointing(world: World, plan: BodyPlan, seat: SeatPlan, term: Term) -> Deed:
    def appoint() -> None:
        appointments.appoint(
            world.people[term.person],
            to=world.seats[seat.key],
            from_=_ago(world, term.since),
            until=_ago(world, -term.ends_in) if term.ends_in else None,
            basis=f"Letter of {_ago(world, term.since + 7):%-d %B %Y}",
            actor=world.officer(plan.key),
        )

    return appoint


def _ending(world: World, plan: BodyPlan, seat: SeatPlan, term: Term) -> Deed:
    def end() -> None:
        held = [each for each in world.seats[seat.key].appointments if each.person is world.people[term.person]]
        last_day = _ago(world, cast(int, term.until))
        appointments.end(held[0], last_day=last_day, because=LEFT, actor=world.officer(plan.key))

    return end


def _offices(world: World, plan: BodyPlan, kind: OfficeKind, terms: tuple[Term, ...]) -> Iterator[Act]:
    for term in terms:
        held: list[Office] = []
        yield Act(moment(_ago(world, term.since), 12), _electing(world, plan, kind, term, held))
        if term.until is not None:
            yield Act(moment(_ago(world, term.until), 17), _leaving(world, plan, term, held))


def _electing(world: World, plan: BodyPlan, kind: OfficeKind, term: Term, held: list[Office]) -> Deed:
    def elect() -> None:
        person, since = world.people[term.person], _ago(world, term.since)
        body = world.bodies[plan.key]
        held.append(by_hand.elect(person, kind, body=body, from_on=since, actor=world.officer(plan.key)))

    return elect


def _leaving(world: World, plan: BodyPlan, term: Term, held: list[Office]) -> Deed:
    def leave() -> None:
        last_day = _ago(world, cast(int, term.until))
        by_hand.leave_office(held[0], last_day=last_day, actor=world.officer(plan.key))

    return leave
