"""The register by hand: organisations, people, seats and offices that no paper was read for."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import guards
from shp_gov.domain.errors import DomainError
from shp_gov.domain.names import organisation_key
from shp_gov.domain.register.listing import seat_key
from shp_gov.domain.words import long_day
from shp_gov.models import (
    Body,
    Decision,
    Office,
    OfficeKind,
    Organisation,
    OrganisationName,
    OrganisationType,
    Person,
    PersonPost,
    Provenance,
    Seat,
    SeatCategory,
)
from shp_gov.notifications import outbox


class AlreadyRegistered(DomainError):
    """The register has this already."""


class OfficeTaken(DomainError):
    """Somebody holds this office on that day."""


def add_organisation(
    name: str, *, actor: Actor, also: Sequence[str] = (), statutory_type: str | None = None
) -> Organisation:
    """Add an organisation with every name it goes by."""
    names = {organisation_key(each): each for each in (*also, name)}
    taken = sa.select(OrganisationName).where(OrganisationName.key.in_(names))
    if known := db.session.scalars(taken).first():
        raise AlreadyRegistered(f"{known.name} is in the register already, as {known.organisation.name}.")
    types = [OrganisationType(statutory_type=statutory_type)] if statutory_type else []
    rows = [OrganisationName(key=key, name=each) for key, each in names.items()]
    organisation = Organisation(name=name, names=rows, types=types)
    db.session.add(organisation)
    audit.record("organisation.added", organisation, actor=actor, name=name)
    return organisation


def add_person(
    name: str,
    *,
    actor: Actor,
    post: str | None = None,
    organisation: Organisation | None = None,
    email: str | None = None,
) -> Person:
    """Add somebody who sits on, attends or serves a body."""
    posts = [PersonPost(post=post, organisation=organisation)] if post or organisation else []
    person = Person(name=name, email=email, posts=posts)
    db.session.add(person)
    audit.record("person.added", person, actor=actor, words={"name": name})
    return person


def add_seat(
    body: Body,
    *,
    post: str,
    category: SeatCategory,
    actor: Actor,
    organisation: Organisation | None = None,
    places: int = 1,
    is_elected: bool = False,
    active_from: date | None = None,
) -> Seat:
    """Add a designated post to a body, after those it has."""
    key = seat_key(post, [name.name for name in organisation.names] if organisation else [])
    _require_no_such_seat(body, key, post, on=active_from or date.min)
    there = sa.select(sa.func.count()).select_from(Seat).where(Seat.body_id == body.id)
    seat = Seat(
        body=body,
        key=free_key(body, key),
        post=post,
        organisation=organisation,
        category=category,
        position=db.session.scalar(there) or 0,
        places=places,
        is_elected=is_elected,
        active_from=active_from,
    )
    db.session.add(seat)
    audit.record("seat.added", seat, actor=actor, body_id=body.id, title=seat.title, category=category)
    return seat


def _require_no_such_seat(body: Body, key: str, post: str, *, on: date) -> None:
    goes_on = sa.or_(Seat.active_until.is_(None), Seat.active_until >= on)
    there = sa.select(Seat.id).where(Seat.body_id == body.id, Seat.key == key, goes_on)
    if db.session.scalar(there) is not None:
        raise AlreadyRegistered(f"{body.name} has the seat {post} already.")


def free_key(body: Body, key: str) -> str:
    """Give a seat a key of its own: one of the same name that ended before is another seat."""
    taken = set(db.session.scalars(sa.select(Seat.key).where(Seat.body_id == body.id, Seat.key.startswith(key))))
    tries = (key, *(f"{key} {number}" for number in range(2, len(taken) + 3)))
    return next(each for each in tries if each not in taken)


def elect(
    person: Person,
    kind: OfficeKind,
    *,
    body: Body,
    from_on: date,
    actor: Actor,
    until_on: date | None = None,
    basis: str | None = None,
    decision: Decision | None = None,
) -> Office:
    """Put somebody into an office of a body from a day on."""
    if until_on is not None and until_on < from_on:
        raise OfficeTaken("The last day of a term of office must not be before its first.")
    guards.require_near(from_on, today=clock.today())
    require_free(kind, body, from_on, until_on)
    office = Office(body_id=body.id, person=person, kind=kind, from_on=from_on, until_on=until_on, basis=basis)
    office.decision = decision
    db.session.add(office)
    days: dict[str, Any] = {"from_on": from_on, "until_on": until_on}
    audit.record("office.taken", office, actor=actor, body_id=body.id, kind=kind, words={"basis": basis}, **days)
    outbox.office_taken(office)
    return office


def require_free(kind: OfficeKind, body: Body, from_on: date, until_on: date | None) -> None:
    """Let one person hold an office, whoever asks at the same moment."""
    take_offices(body.id)
    held = sa.select(Office).where(Office.body_id == body.id, Office.kind == kind)
    held = held.where(sa.or_(Office.until_on.is_(None), Office.until_on >= from_on))
    if until_on is not None:
        held = held.where(Office.from_on <= until_on)
    if taken := db.session.scalars(held).first():
        raise OfficeTaken(f"{taken.person.name} is {kind} of {body.name}. End that term of office first.")


def take_offices(body_id: int, *terms: Office) -> None:
    """Let nobody else change who holds an office of a body before this transaction ends, and read these terms anew."""
    db.session.flush()
    db.session.execute(sa.select(Body.id).where(Body.id == body_id).with_for_update())
    for term in terms:
        db.session.refresh(term, [attribute.key for attribute in sa.inspect(Office).column_attrs])


def leave_office(office: Office, *, last_day: date, actor: Actor, because: str | None = None) -> None:
    """End a term of office after its last day."""
    if last_day < office.from_on:
        raise OfficeTaken("The last day of a term of office must not be before its first.")
    if office.until_on is not None and office.until_on <= last_day:
        raise OfficeTaken(f"This term of office ends on {long_day(office.until_on)} already.")
    if office.ended_because is None:
        office.agreed_until_on = office.until_on
    office.until_on, office.provenance, office.ended_because = last_day, Provenance.RECORDED, because
    said = {"because": because}
    audit.record("office.left", office, actor=actor, body_id=office.body_id, words=said, until_on=last_day)
    outbox.office_left(office)
