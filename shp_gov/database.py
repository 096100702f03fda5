"""One engine; one session a request; on SQLite the settings that make it keep its word."""

import sqlite3
from time import monotonic, sleep
from typing import Any

import sqlalchemy as sa
from flask import Flask, g, has_request_context, request
from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.orm import Session, sessionmaker

READING = frozenset({"GET", "HEAD", "OPTIONS"})
PRAGMAS = ("busy_timeout=10000", "synchronous=FULL", "foreign_keys=ON")
PATIENCE = 10  # seconds


def make_engine(url: str) -> Engine:
    """Make an engine. On SQLite a transaction that writes says so at its start, and so never has to be undone."""
    engine = sa.create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_pragmas)
        event.listen(engine, "begin", _begin)
    return engine


def _set_pragmas(connection: Any, record: object) -> None:
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    _keep_a_write_ahead_log(connection)


def _keep_a_write_ahead_log(connection: Any) -> None:
    """Ask until it is granted: SQLite refuses at once when two who open a new file both ask, and does not wait."""
    until = monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            if monotonic() > until:
                raise
            sleep(0.01)
        else:
            return


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", True)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


class Database:
    """The session of this request or command."""

    engine: Engine
    make: sessionmaker[Session]

    def init_app(self, app: Flask, url: str) -> None:
        """Connect the app to its database and close the session when its work is done."""
        self.engine = make_engine(url)
        self.make = sessionmaker(self.engine)
        app.teardown_appcontext(self._close)

    @property
    def session(self) -> Session:
        """Give the one session of this request or command."""
        if "db_session" not in g:
            g.db_session = self.make()
            if has_request_context() and request.method in READING:
                g.db_session.connection(execution_options={"writes": False})
        session: Session = g.db_session
        return session

    def _close(self, error: BaseException | None) -> None:
        session = g.pop("db_session", None)
        if session is not None:
            session.close()


db = Database()
