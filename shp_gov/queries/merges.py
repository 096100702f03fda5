"""Merges that were made, what stands in the way of one, and who may be the same."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from shp_gov.database import db
from shp_gov.domain.areas import area_called
from shp_gov.domain.names import organisation_key, person_name, same_person
from shp_gov.domain.permissions import Role, Viewer
from shp_gov.domain.register.identity import one_letter_apart
from shp_gov.models import (
    Attendance,
    Body,
    Capacity,
    KnownAs,
    Meeting,
    Merge,
    Organisation,
    OrganisationName,
    Person,
    Seat,
    User,
)

THERE = (Capacity.PRESENT, Capacity.SUBSTITUTE, Capacity.ALSO_PRESENT, Capacity.OFFICER)
MOST = 20
LONG_NAME, FEWEST_WORDS = 5, 3


@dataclass(frozen=True)
class Pair:
    """Two that may be one, and why we think so."""

    one: Person | Organisation
    other: Person | Organisation
    why: str


def get(merge_id: int, *, viewer: Viewer) -> Merge:
    """Fetch a merge that an officer may take apart: of one of their bodies, or of an organisation."""
    found = sa.select(Merge).where(Merge.id == merge_id, is_for(viewer))
    return db.session.scalars(found).one()


def is_for(viewer: Viewer) -> sa.ColumnElement[bool]:
    """Tell, in SQL, whether a merge exists for an officer."""
    return sa.or_(Merge.body_id.is_(None), Merge.body_id.in_(viewer.bodies(Role.OFFICER)))


def listing(body: Body) -> Sequence[Merge]:
    """List the newest merges of the people of a body, and of organisations."""
    made = sa.select(Merge).where(Merge.taken_apart_at.is_(None))
    made = made.where(sa.or_(Merge.body_id == body.id, Merge.organisation_id.is_not(None)))
    return db.session.scalars(made.order_by(Merge.id.desc()).limit(MOST)).all()


def both_at(one: Person, other: Person) -> Meeting | None:
    """Find a meeting at which two people both were."""
    first, second = aliased(Attendance), aliased(Attendance)
    found = sa.select(Meeting).join(first, first.meeting_id == Meeting.id).join(second, second.meeting_id == Meeting.id)
    found = found.where(first.person_id == one.id, second.person_id == other.id)
    found = found.where(first.capacity.in_(THERE), second.capacity.in_(THERE))
    return db.session.scalars(found.order_by(Meeting.on).limit(1)).one_or_none()


def accounts(person: Person) -> Sequence[User]:
    """List the accounts of a person."""
    return db.session.scalars(sa.select(User).where(User.person_id == person.id)).all()


def bodies_of(*merged: Person | Organisation) -> Sequence[Body]:
    """List the bodies whose register names any of these."""
    numbers = [each.id for each in merged]
    if isinstance(merged[0], Person):
        held = sa.select(KnownAs.body_id).where(KnownAs.person_id.in_(numbers))
    else:
        held = sa.select(Seat.body_id).where(Seat.organisation_id.in_(numbers))
    return db.session.scalars(sa.select(Body).where(Body.id.in_(held)).order_by(Body.id)).all()


def bodies_after(merge: Merge) -> Sequence[Body]:
    """List the bodies whose register names either of those that were one."""
    model: type[Person] | type[Organisation] = Person if merge.person_id else Organisation
    numbers = (merge.person_id or merge.organisation_id, merge.kept["row"]["id"])
    return bodies_of(*db.session.scalars(sa.select(model).where(model.id.in_(numbers))))


def people(body: Body) -> Sequence[Person]:
    """List the people a body knows, by name."""
    known = sa.select(KnownAs.person_id).where(KnownAs.body_id == body.id)
    return db.session.scalars(sa.select(Person).where(Person.id.in_(known)).order_by(Person.name, Person.id)).all()


def person(body: Body, person_id: int) -> Person | None:
    """Find somebody whom a body knows."""
    return next((each for each in people(body) if each.id == person_id), None)


def alike_people(body: Body) -> list[Pair]:
    """Suggest people of a body who may be one: names that fit, or a letter apart."""
    by_family: dict[str, list[Person]] = defaultdict(list)
    by_first: dict[str, list[Person]] = defaultdict(list)
    for each in people(body):
        words = person_name(each.name).key.split()
        by_family[words[-1] if words else ""].append(each)
        by_first[words[0] if len(words) > 1 else f"only {each.id}"].append(each)
    return list(_people_alike(by_family, by_first))[:MOST]


def _people_alike(by_family: dict[str, list[Person]], by_first: dict[str, list[Person]]) -> Iterator[Pair]:
    for group in by_family.values():
        for one, other in combinations(group, 2):
            if same_person(one.name, other.name):
                yield Pair(one, other, "Their names fit.")
    for group in by_first.values():
        for one, other in combinations(group, 2):
            first, second = (person_name(each.name).key.split()[-1] for each in (one, other))
            if first != second and one_letter_apart(first, second, shortest=LONG_NAME):
                yield Pair(one, other, "Their names are a letter apart.")


def alike_organisations(body: Body) -> list[Pair]:
    """Suggest organisations that may be one: the same body of the area, or one word more in the name."""
    asked = sa.select(Organisation, OrganisationName.name).join(Organisation.names).order_by(OrganisationName.id)
    rows = [(organisation, name) for organisation, name in db.session.execute(asked)]
    return list(dict.fromkeys((*_of_the_area(body, rows), *_one_word_more(rows))))[:MOST]


def _of_the_area(body: Body, rows: Sequence[tuple[Organisation, str]]) -> Iterator[Pair]:
    area = area_called(body.area)
    if area is None:
        return
    called: dict[str, dict[int, Organisation]] = defaultdict(dict)
    for organisation, name in rows:
        for each in area.bodies:
            if each.is_called(name):
                called[each.name][organisation.id] = organisation
    for name, found in called.items():
        for one, other in combinations(found.values(), 2):
            yield Pair(one, other, f"Both are names of {name}, as the file of {area.name} has it.")


def _one_word_more(rows: Sequence[tuple[Organisation, str]]) -> Iterator[Pair]:
    by_words = {frozenset(organisation_key(name).split()): organisation for organisation, name in rows}
    for words, organisation in by_words.items():
        for word in words if len(words) > FEWEST_WORDS else ():
            shorter = by_words.get(words - {word})
            if shorter is not None and shorter is not organisation:
                yield Pair(shorter, organisation, f"One name has a word more: “{word}”.")
