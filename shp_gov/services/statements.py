"""What a pack states in passing: kept with its line, for the checks."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.models import Body, Import, Statement
from shp_gov.queries import imports as queries


def note(pack: Import, body: Body, *, on: date, lines: Sequence[Mapping[str, Any]], actor: Actor) -> None:
    """Keep what a pack states, once for each day, whichever file it came in."""
    if not lines or queries.statements_on(body, on):
        return
    db.session.add_all(Statement(import_id=pack.id, body_id=body.id, on=on, **line) for line in lines)
    audit.record("statements.noted", pack, actor=actor, body_id=body.id, on=on, statements=len(lines))
