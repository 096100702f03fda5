"""Which rows of the whole record hold a row of one table: asked of the tables themselves, so that none is forgotten."""

from collections.abc import Collection, Iterator
from typing import Any

import sqlalchemy as sa

from shp_gov.models import Base, Provenance


def to(model: type[Base]) -> Iterator[sa.Column[Any]]:
    """Give every column of the record that holds rows of this table."""
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            if any(key.column.table is model.__table__ for key in column.foreign_keys):
                yield column


def is_held(row: Base, *, unless: Collection[type[Base]] = ()) -> sa.Exists:
    """Ask whether anything that somebody did by hand holds a row, or a table that papers do not fill.

    Rows of the tables of `unless` never count: papers fill those too, and do not say which rows are theirs.
    """
    left_out = {model.__tablename__ for model in unless}
    held = [column for column in to(type(row)) if column.table.name not in left_out]
    asked = [sa.select(sa.literal(1)).where(column == row.id, *by_hand(column)) for column in held]
    return sa.exists(sa.union_all(*asked).subquery().select())


def by_hand(column: sa.Column[Any]) -> list[sa.ColumnElement[bool]]:
    """Leave out, where a table tells them apart, rows that papers filled in or that were worked out."""
    provenance = column.table.columns.get("provenance")
    return [] if provenance is None else [provenance == Provenance.RECORDED]
