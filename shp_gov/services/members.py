"""What a list of members says on its day: one sighting for each line."""

from collections.abc import Sequence
from datetime import date

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.models import Body, Import, Sighting
from shp_gov.queries import imports as queries
from shp_gov.services.filling import Entry, fill


def sight(pack: Import, body: Body, *, on: date, lines: Sequence[Entry], actor: Actor) -> None:
    """Enter the lines of a list of members, once for each day, whichever file it came in."""
    there = queries.sightings_on(body, on)
    if there:
        _correct([row for row in there if row.import_id == pack.id], lines, actor=actor)
        return
    for entry in lines:
        db.session.add(Sighting(import_id=pack.id, body_id=body.id, on=on, **entry.values))
    if lines:
        audit.record("members.listed", pack, actor=actor, body_id=body.id, on=on, lines=len(lines))


def _correct(rows: Sequence[Sighting], lines: Sequence[Entry], *, actor: Actor) -> None:
    for row, entry in zip(rows, lines, strict=False):
        if entry.corrected and (changed := fill(row, entry)):
            audit.record("members.corrected", row, actor=actor, body_id=row.body_id, fields=changed)
