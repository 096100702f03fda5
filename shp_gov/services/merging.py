"""Making two rows one, and two again: every row of the record that holds the one, whatever table it is in."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

import sqlalchemy as sa

from shp_gov.database import db
from shp_gov.models import Base
from shp_gov.queries import links

QUIETLY = {"synchronize_session": False}
Place = list[Any]


@dataclass
class Kept:
    """What it takes to make one row two again."""

    row: dict[str, Any]
    moved: list[Place] = field(default_factory=list)
    same: list[Any] = field(default_factory=list)
    own: list[Place] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """Give it as it is stored."""
        return {"row": self.row, "moved": self.moved, "same": self.same, "own": self.own}


def move(one: Base, into: Base) -> Kept:
    """Give every row that holds the one to the other, unless the other has one that says the same."""
    db.session.flush()
    kept = Kept(_dump(_row(one.__table__, one.id)))
    for column in links.to(type(one)):
        kept.own += [[column.table.name, column.name, number] for number in _holding(column, into.id)]
        for number in _holding(column, one.id):
            _move(column, number, into.id, kept)
    db.session.expire_all()
    return kept


def _holding(column: sa.Column[Any], number: int) -> Sequence[int]:
    return db.session.scalars(sa.select(column.table.c.id).where(column == number).order_by(column.table.c.id)).all()


def _row(table: Any, number: int) -> Mapping[str, Any]:
    return dict(db.session.execute(sa.select(table).where(table.c.id == number)).mappings().one())


def _move(column: sa.Column[Any], number: int, into: int, kept: Kept) -> None:
    table = column.table
    row = {**_row(table, number), column.name: into}
    if _says_the_same(table, row) or _is_its_own(table, column, row):
        kept.same.append([table.name, column.name, _dump(_row(table, number))])
        db.session.execute(sa.delete(table).where(table.c.id == number), execution_options=QUIETLY)
        return
    kept.moved.append([table.name, column.name, number])
    changed = sa.update(table).where(table.c.id == number).values({column.name: into})
    db.session.execute(changed, execution_options=QUIETLY)


def _says_the_same(table: Any, row: Mapping[str, Any]) -> bool:
    """Tell whether a row would be there twice."""
    return any(
        db.session.scalar(
            sa.select(table.c.id).where(table.c.id != row["id"], *(each == row[each.name] for each in unique.columns))
        )
        is not None
        for unique in table.constraints
        if isinstance(unique, sa.UniqueConstraint)
    )


def _is_its_own(table: Any, column: sa.Column[Any], row: Mapping[str, Any]) -> bool:
    """Tell whether a row would tie somebody, or an organisation, to itself."""
    (key,) = column.foreign_keys
    others = [
        other
        for other in table.columns
        if other is not column and any(each.column is key.column for each in other.foreign_keys)
    ]
    return table.name == "succession" and any(row[other.name] == row[column.name] for other in others)


def _dump(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, date | datetime | time) else value for name, value in row.items()
    }


def bring_back(model: type[Base], kept: Mapping[str, Any], now: Base) -> int:
    """Make the row that went again, and give back to it what is still the other's. Give its number."""
    number: int = kept["row"]["id"]
    _insert(model.__table__, kept["row"])
    tables = Base.metadata.tables
    for name, column, at in kept["moved"]:
        table = tables[name]
        held = sa.update(table).where(table.c.id == at, table.c[column] == now.id)
        db.session.execute(held.values({column: number}), execution_options=QUIETLY)
    for name, _, row in kept["same"]:
        if _can_return(tables[name], row):
            _insert(tables[name], row)
    db.session.expire_all()
    return number


def _insert(table: Any, row: Mapping[str, Any]) -> None:
    db.session.execute(sa.insert(table).values(_loaded(table, row)))


def _loaded(table: Any, row: Mapping[str, Any]) -> dict[str, Any]:
    readers = {sa.Date: date.fromisoformat, sa.Time: time.fromisoformat, sa.DateTime: datetime.fromisoformat}
    return {name: _read(table.c[name], value, readers) for name, value in row.items() if name in table.c}


def _read(column: sa.Column[Any], value: Any, readers: Mapping[Any, Any]) -> Any:
    plain = getattr(column.type, "impl", column.type)
    read = next((reader for kind, reader in readers.items() if isinstance(plain, kind)), None)
    return read(value) if read and isinstance(value, str) else value


def _can_return(table: Any, row: Mapping[str, Any]) -> bool:
    """Tell whether what a row rests on is still there, and nothing took its place."""
    there = all(
        row.get(column.name) is None or _is_there(key.column, row[column.name])
        for column in table.columns
        for key in column.foreign_keys
    )
    taken = db.session.scalar(sa.select(table.c.id).where(table.c.id == row["id"])) is not None
    return there and not taken and not _says_the_same(table, _loaded(table, row))


def _is_there(column: sa.Column[Any], number: int) -> bool:
    return db.session.scalar(sa.select(column).where(column == number)) is not None


def since(kept: Mapping[str, Any], now: Base) -> dict[str, int]:
    """Count, by table, what somebody added by hand since the merge: nobody can tell which of the two it is of."""
    known = {tuple(place) for place in (*kept["moved"], *kept["own"])}
    found: dict[str, int] = defaultdict(int)
    for column, number in _by_hand(now):
        if (column.table.name, column.name, number) not in known:
            found[column.table.name] += 1
    return dict(found)


def _by_hand(row: Base) -> Iterator[tuple[sa.Column[Any], int]]:
    for column in links.to(type(row)):
        if column.table.name != "merge":
            asked = sa.select(column.table.c.id).where(column == row.id, *links.by_hand(column))
            yield from ((column, number) for number in db.session.scalars(asked))
