"""What the packs of the last twelve months state in passing about the authorities."""

from collections.abc import Iterator
from itertools import groupby

import sqlalchemy as sa

from shp_gov.database import db
from shp_gov.domain.checks.stated import NumbersStated, NumberStated
from shp_gov.domain.statements import StatementKind
from shp_gov.models import Statement
from shp_gov.queries.compliance.as_at import AsAt


def gather(as_at: AsAt) -> Iterator[NumbersStated]:
    """Gather the numbers of responsible authorities stated on each day looked back on."""
    asked = sa.select(Statement).where(Statement.body_id == as_at.body.id, Statement.on > as_at.since)
    asked = asked.where(Statement.on <= as_at.on, Statement.kind == StatementKind.NUMBER_OF_AUTHORITIES)
    rows = db.session.scalars(asked.order_by(Statement.on, Statement.line, Statement.id)).all()
    for day, lines in groupby(rows, key=lambda row: row.on):
        yield NumbersStated(as_at.body.name, day, tuple(map(_stated, lines)), as_at.area)


def _stated(row: Statement) -> NumberStated:
    return NumberStated(row.words, tuple(int(each) for each in (row.value or "").split(",") if each), row.line)
