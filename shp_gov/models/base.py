"""What every table shares: a number, names for its constraints, words for its enumerations, moments in UTC."""

from datetime import UTC, datetime
from enum import Enum, StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Moment(sa.TypeDecorator[datetime]):
    """A moment, kept in UTC on every database."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a moment without its zone; store UTC."""
        if value is not None and value.tzinfo is None:
            raise ValueError("A moment needs its time zone.")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the moment back with its zone."""
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


def _words(enum: type[Enum]) -> list[str]:
    return [str(member.value) for member in enum]


class Base(DeclarativeBase):
    """A row with a number of its own."""

    metadata = sa.MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {
        str: sa.Text(),
        datetime: Moment(),
        dict[str, Any]: sa.JSON(),
        StrEnum: sa.Enum(StrEnum, native_enum=False, length=40, create_constraint=True, values_callable=_words),
    }

    id: Mapped[int] = mapped_column(primary_key=True)


def _never_use_a_number_twice(table: sa.Table, metadata: sa.MetaData) -> None:
    """Keep the number of a row that is gone for good: the audit trail goes on speaking of it."""
    table.kwargs["sqlite_autoincrement"] = True


event.listen(sa.Table, "after_parent_attach", _never_use_a_number_twice)


class Provenance(StrEnum):
    """How a row came to be here."""

    RECORDED = "recorded"
    IMPORTED = "imported"
    DERIVED = "derived from sightings"


def exactly_one(*columns: str) -> str:
    """Write the SQL condition that just one of these columns is filled in."""
    return " + ".join(f"(CASE WHEN {column} IS NULL THEN 0 ELSE 1 END)" for column in columns) + " = 1"
