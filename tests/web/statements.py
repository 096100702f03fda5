"""Count the SQL statements of a request."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event

from shp_gov.database import db


@contextmanager
def counted() -> Iterator[list[str]]:
    """Collect the statements that are sent within; savepoints are the tests' own."""
    sent: list[str] = []

    def note(connection, cursor, statement, *rest):
        if not statement.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "PRAGMA")):
            sent.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
