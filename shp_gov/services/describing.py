"""How each person is shown: by the fullest newest name, and the post and organisation of the newest list."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.domain.register.identity import fullest
from shp_gov.models import Organisation, Person, Provenance
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
    def order(self) -> tuple[bool, date, str, str]:
        """Put lists of members before minutes, and the newest last."""
        return (self.is_of_a_list, self.on, self.post or "", self.organisation.name if self.organisation else "")


def describe(lines: Printed, names: Names, *, actor: Actor) -> None:
    """Show people as the newest papers do. Whoever was entered by hand stays as they are."""
    for person, said in _lines_of(lines, names).items():
        if person.provenance is Provenance.IMPORTED:
            _rename(person, said, actor=actor)
            _place(person, said)


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


def _place(person: Person, said: list[Line]) -> None:
    placed = [line for line in said if line.post or line.organisation]
    newest = max(placed, key=lambda line: line.order, default=None)
    person.post = newest.post if newest else None
    person.organisation = newest.organisation if newest else None
