"""Everything the register says, in words, so that two registers can be compared whatever numbers their rows have."""

from typing import Any

import sqlalchemy as sa

from shp_gov.database import db
from shp_gov.models import (
    AgendaItem,
    Appointment,
    Attendance,
    Decision,
    Interest,
    Meeting,
    Minute,
    Office,
    Organisation,
    Person,
    PersonPost,
    ProposedAction,
    Question,
    Report,
    Seat,
)

WORKED_OUT = frozenset(["import_id", "answered_at"])
MODELS = (
    AgendaItem,
    Appointment,
    Attendance,
    Decision,
    Interest,
    Meeting,
    Minute,
    Office,
    Organisation,
    Person,
    PersonPost,
    ProposedAction,
    Question,
    Report,
    Seat,
)


def facts() -> dict[str, list[str]]:
    """Say everything, table by table, without the numbers of rows."""
    db.session.flush()
    db.session.expire_all()
    found = {model.__tablename__: sorted(map(_said, db.session.scalars(sa.select(model)))) for model in MODELS}
    names = db.session.scalars(sa.select(Organisation)).all()
    return found | {"names": sorted(f"{each.name}: {sorted(name.key for name in each.names)}" for each in names)}


def _said(row: Any) -> str:
    columns = {column.key: getattr(row, column.key) for column in sa.inspect(type(row)).columns}
    plain = {key: value for key, value in columns.items() if not key.endswith("id") and key not in WORKED_OUT}
    links = {
        link.key: _name(getattr(row, link.key)) for link in sa.inspect(type(row)).relationships if not link.uselist
    }
    return str(sorted({**plain, **links}.items(), key=lambda pair: pair[0]))


def _name(row: Any) -> str | None:
    for name in ("reference", "title", "name", "on", "subject"):
        if (value := getattr(row, name, None)) is not None:
            return str(value)
    return None if row is None else type(row).__name__
