"""The schema and its migrations: which one the code needs, which one the database has."""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext

ROOT = Path(__file__).resolve().parents[1]
NEWEST = (ROOT / "migrations" / "HEAD").read_text().strip()


def version(connection: sa.Connection) -> str | None:
    """Tell which migration a database stands at; `None` where it is empty."""
    return MigrationContext.configure(connection).get_current_revision()


def move(connection: sa.Connection, to: str = "head") -> None:
    """Bring a database up to a migration, in the caller's transaction."""
    command.upgrade(_config(connection), to)


def move_back(connection: sa.Connection, to: str = "base") -> None:
    """Bring a database down to a migration, in the caller's transaction."""
    command.downgrade(_config(connection), to)


def _config(connection: sa.Connection) -> Config:
    config = Config(toml_file=ROOT / "pyproject.toml")
    config.attributes["connection"] = connection
    return config
