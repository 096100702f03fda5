"""People: known by name within a body, never guessed into one another, merged when an officer says they are one."""

from collections import defaultdict
from collections.abc import Collection, Mapping

import sqlalchemy as sa

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.register.identity import Meant, fullest, name_key, who_is_who
from shp_gov.models import (
    Body,
    KnownAs,
    Person,
    Provenance,
)
from shp_gov.queries import printed as queries
from shp_gov.queries.printed import Printed


class People:
    """Whom each printed name of a body means."""

    def __init__(self, meant: Mapping[str, Meant], by_key: Mapping[str, Person]) -> None:
        self.meant = meant
        self.by_key = by_key

    def of(self, printed: str | None) -> Person | None:
        """Find the person a name means; nobody while that is a question."""
        meaning = self.meant.get(name_key(printed)) if printed else None
        return self.by_key.get(meaning.person) if meaning and meaning.person else None

    def may_be(self, printed: str | None) -> list[Person]:
        """List those a name may mean while that is a question."""
        meaning = self.meant.get(name_key(printed)) if printed else None
        return [self.by_key[key] for key in meaning.candidates if key in self.by_key] if meaning else []


def identify(body: Body, lines: Printed, *, actor: Actor) -> People:
    """Say whom every printed name means, add who is new, and tie each line to its person."""
    known = {row.key: row for row in lines.known_as}
    before = {row.person for row in lines.known_as}
    relied_on = queries.relied_on(body)
    settled = {row.key: row.person_id for row in lines.known_as if row.is_settled or row.person_id in relied_on}
    meant = who_is_who(lines.mentions(), settled)
    by_key = _founders(body, meant, known, lines, actor=actor)
    _keep_names(body, meant, known, by_key, lines)
    people = People(meant, by_key)
    _tie(lines, people)
    _withdraw(before - set(by_key.values()), actor=actor)
    return people


def known_as(body: Body, name: str) -> KnownAs | None:
    """Find the name by which a body knows somebody."""
    found = sa.select(KnownAs).where(KnownAs.body_id == body.id, KnownAs.key == name_key(name))
    return db.session.scalars(found).one_or_none()


def introduce(body: Body, person: Person, *, name: str | None = None) -> None:
    """Tell a body that it knows this person by this name, because somebody said so."""
    name = name or person.name
    row = known_as(body, name) or KnownAs(body_id=body.id, key=name_key(name), name=name)
    row.person, row.is_settled = person, True
    db.session.add(row)
    db.session.flush()


def _founders(
    body: Body, meant: Mapping[str, Meant], known: Mapping[str, KnownAs], lines: Printed, *, actor: Actor
) -> dict[str, Person]:
    groups: dict[str, list[str]] = defaultdict(list)
    for key, meaning in meant.items():
        if meaning.person is not None:
            groups[meaning.person].append(key)
    taken: set[int] = set()
    found: dict[str, Person] = {}
    for founder, keys in groups.items():
        rows = [known[key] for key in (founder, *sorted(keys)) if key in known]
        person = next((row.person for row in rows if row.person_id not in taken), None)
        found[founder] = person or add(body, founder, lines, actor=actor)
        taken.add(found[founder].id)
    return found


def add(body: Body, key: str, lines: Printed, *, actor: Actor) -> Person:
    """Add somebody whom the papers of a body name for the first time."""
    on, name = fullest([(line.on, line.printed) for line in lines.mentions() if name_key(line.printed) == key])
    person = Person(name=name, named_on=on, provenance=Provenance.IMPORTED)
    db.session.add(person)
    audit.record("person.added", person, actor=actor, body_id=body.id, words={"name": name})
    return person


def _keep_names(
    body: Body,
    meant: Mapping[str, Meant],
    known: Mapping[str, KnownAs],
    by_key: Mapping[str, Person],
    lines: Printed,
) -> None:
    names = {name_key(line.printed): line.printed for line in sorted(lines.mentions(), key=lambda line: line.on)}
    for key, row in known.items():
        if key not in meant or meant[key].person is None:
            db.session.delete(row)
    for key, meaning in meant.items():
        if meaning.person is not None:
            _keep_name(body, known.get(key), key, names[key], by_key[meaning.person])
    db.session.flush()


def _keep_name(body: Body, row: KnownAs | None, key: str, name: str, person: Person) -> None:
    if row is None:
        db.session.add(KnownAs(body_id=body.id, key=key, name=name, person=person))
    elif row.person is not person:
        row.person = person


def _tie(lines: Printed, people: People) -> None:
    for sighting in lines.sightings:
        sighting.person = people.of(sighting.name_printed)
    taken: set[tuple[int, str, int]] = set()
    for line in lines.attendances:
        person = people.of(line.name_printed) if line.provenance is Provenance.IMPORTED else line.person
        place = (line.meeting_id, line.capacity, person.id) if person else None
        line.person = person if place not in taken else None
        taken |= {place} if place else set()
        if line.for_printed:
            line.for_person = people.of(line.for_printed)
    db.session.flush()


def _withdraw(unnamed: Collection[Person], *, actor: Actor) -> None:
    """Take out people who were added for a name that turned out to be a question, or another's."""
    for person in sorted(unnamed, key=lambda each: each.id):
        if person.provenance is Provenance.IMPORTED and not queries.is_known(person):
            for row in queries.worked_out_for(person):
                db.session.delete(row)
            for interest in queries.interests_of(person):
                interest.person = None
            audit.record("person.withdrawn", person, actor=actor, words={"name": person.name})
            db.session.delete(person)
    db.session.flush()
