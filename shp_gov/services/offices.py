"""Who chairs a body, worked out from who was in the chair at its meetings. What was recorded by hand stays."""

from collections.abc import Sequence
from datetime import date

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.register.chairing import Chairing, terms_in_the_chair
from shp_gov.models import Body, Office, OfficeKind, Provenance
from shp_gov.queries import printed as queries
from shp_gov.queries.printed import Printed


def derive(body: Body, lines: Printed, *, actor: Actor) -> None:
    """Work out the terms of the chairs of a body."""
    came = [line for line in lines.attendances if line.is_in_the_chair and line.person is not None]
    chaired = {line.meeting.on: line.person.id for line in came if line.person is not None}
    held = queries.chairs(body)
    recorded = [row for row in held if row.provenance is not Provenance.DERIVED]
    derived = {(row.person_id, row.from_on): row for row in held if row.provenance is Provenance.DERIVED}
    terms = [term for term in terms_in_the_chair(chaired) if not _is_recorded(term, recorded)]
    wanted = {(term.person, term.from_on): term for term in terms}
    for place in derived.keys() - wanted.keys():
        audit.record("office.withdrawn", derived[place], actor=actor, body_id=body.id, from_on=place[1])
        db.session.delete(derived[place])
    db.session.flush()
    for place, term in wanted.items():
        _hold(body, derived.get(place), term, actor=actor)


def _is_recorded(term: Chairing, recorded: Sequence[Office]) -> bool:
    """Tell whether somebody entered by hand who chaired in this term."""
    last = term.until_on or date.max
    return any(row.from_on <= last and (row.until_on or date.max) >= term.from_on for row in recorded)


def _hold(body: Body, row: Office | None, term: Chairing, *, actor: Actor) -> None:
    if row is not None and row.until_on == term.until_on:
        return
    row = row or Office(body_id=body.id, kind=OfficeKind.CHAIR, person_id=term.person, from_on=term.from_on)
    row.until_on, row.provenance = term.until_on, Provenance.DERIVED
    db.session.add(row)
    until = term.until_on.isoformat() if term.until_on else None
    audit.record("office.derived", row, actor=actor, body_id=body.id, from_on=term.from_on, until_on=until)
