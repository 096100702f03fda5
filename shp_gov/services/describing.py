"""How each person is shown: by the fullest newest name, and in the post that the papers of the day print."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.domain.register.identity import fullest
from shp_gov.domain.register.posts import PostPrinted, PostSpell, posts_printed
from shp_gov.domain.words import day_words
from shp_gov.models import Body, Organisation, Person, PersonPost, Provenance
from shp_gov.queries.organisations import Names
from shp_gov.queries.printed import Printed


@dataclass(frozen=True)
class Line:
    """What one line says of a person."""

    on: date
    is_of_a_list: bool
    name: str
    post: str | None
    organisation: Organisation | None

    @property
    def printed(self) -> PostPrinted:
        """Give what it says of the post."""
        return PostPrinted(self.on, self.is_of_a_list, self.post, self.organisation.name if self.organisation else None)


def describe(body: Body, lines: Printed, names: Names, *, actor: Actor) -> None:
    """Show people as the papers of each day do. Whoever was entered by hand stays as they are."""
    for person, said in _lines_of(lines, names).items():
        if person.provenance is Provenance.IMPORTED:
            _rename(person, said, actor=actor)
            _place(body, person, [line for line in said if line.post or line.organisation])


def _lines_of(lines: Printed, names: Names) -> dict[Person, list[Line]]:
    said: dict[Person, list[Line]] = defaultdict(list)
    for row in lines.sightings:
        if row.person is not None:
            organisation = names.by_key(row.organisation_printed)
            said[row.person].append(Line(row.on, True, row.name_printed, row.post_printed, organisation))
    for line in lines.attendances:
        if line.person is not None:
            post, organisation = _role(line.role_printed, names)
            said[line.person].append(Line(line.meeting.on, False, line.name_printed, post, organisation))
        if line.for_person is not None and line.for_printed:
            said[line.for_person].append(Line(line.meeting.on, False, line.for_printed, None, None))
    return said


def _role(printed: str | None, names: Names) -> tuple[str | None, Organisation | None]:
    """Split a role printed in the minutes into its post and an organisation we know."""
    parts = (printed or "").split(", ")
    for start in range(len(parts)):
        if organisation := names.by_key(", ".join(parts[start:])):
            return ", ".join(parts[:start]) or None, organisation
    return printed, None


def _rename(person: Person, said: list[Line], *, actor: Actor) -> None:
    on, name = fullest([(line.on, line.name) for line in said])
    if person.name != name:
        audit.record("person.renamed", person, actor=actor, words={"was": person.name, "name": name})
    person.name, person.named_on = name, on


def _place(body: Body, person: Person, said: list[Line]) -> None:
    """Write down which posts the papers of a body give somebody. What was entered by hand stays beside them."""
    called = {line.organisation.name: line.organisation for line in said if line.organisation}
    held = [row for row in person.posts if row.provenance is Provenance.DERIVED and row.body_id == body.id]
    spells = posts_printed([line.printed for line in said])
    for row in held[len(spells) :]:
        person.posts.remove(row)
    for place, spell in enumerate(spells):
        row = held[place] if place < len(held) else _another(person, body)
        _fill(row, spell, called.get(spell.organisation or ""))


def _another(person: Person, body: Body) -> PersonPost:
    row = PersonPost(body_id=body.id, provenance=Provenance.DERIVED)
    person.posts.append(row)
    return row


def _fill(row: PersonPost, spell: PostSpell, organisation: Organisation | None) -> None:
    row.from_on, row.until_on, row.post, row.organisation = spell.from_on, spell.until_on, spell.post, organisation
    row.basis = f"As printed on {day_words(spell.said_on)}"
