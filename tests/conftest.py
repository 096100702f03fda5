"""The app on a fresh database, a client that forgets what was not committed, and a way to sign in."""

import gc
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask, g
from flask.testing import FlaskClient
from hypothesis import HealthCheck, settings

from config import Settings
from shp_gov import schema
from shp_gov.app import create_app
from shp_gov.database import db, make_engine
from shp_gov.models import User
from tests.databases import a_database

settings.register_profile("on a busy machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("on a busy machine")
# Tests make many rows that are soon gone: to look for circles among them as often as usual takes a fifth of the time.
gc.set_threshold(50_000, 20, 100)
THIS_MACHINE = frozenset({"127.0.0.1", "::1", "localhost"})


@pytest.fixture(autouse=True, scope="session")
def _stay_on_this_machine() -> Iterator[None]:
    """Let no test reach another machine: no message is ever sent by mistake."""
    connect = socket.socket.connect

    def connect_here(self, address):
        if isinstance(address, tuple) and address[0] not in THIS_MACHINE:
            self.close()
            raise AssertionError(f"A test tried to reach {address[0]}.")
        return connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect_here)
        yield


class Client(FlaskClient):
    """A browser. As in life, what a request did not commit is lost, and each request finds out anew who asks."""

    def open(self, *args, **kwargs):
        """Send a request. What the test made before it stands."""
        db.session.commit()
        for name in ("viewer", "_login_user", "csrf_token", "_csrf_token"):
            g.pop(name, None)
        response = super().open(*args, **kwargs)
        db.session.rollback()
        return response


@pytest.fixture(scope="session")
def database_url(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> str:
    """Give the address of a database that is up to date and has nothing in it."""
    url = a_database(tmp_path_factory.mktemp("db"), worker_id)
    engine = make_engine(url)
    with engine.begin() as connection:
        schema.move(connection)
    engine.dispose()
    return url


@pytest.fixture(scope="session")
def _app(database_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    storage: Path = tmp_path_factory.mktemp("files")
    app = create_app(Settings(database_url=database_url, storage=storage, secret_key="tests only " * 4))
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    app.test_client_class = Client
    app.extensions["database"] = (db.engine, db.make)
    yield app
    app.extensions["database"][0].dispose()


@pytest.fixture
def app(_app: Flask) -> Iterator[Flask]:
    """Give the app, on its own database whatever app a test made since, in a transaction that is undone afterwards."""
    db.engine, db.make = _app.extensions["database"]
    with db.engine.connect() as connection, _app.app_context():
        outer = connection.begin()
        db.make.configure(bind=connection, join_transaction_mode="create_savepoint")
        yield _app
        db.session.close()
        g.pop("db_session")
        outer.rollback()
        db.make.configure(bind=db.engine, join_transaction_mode="conditional_savepoint")


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Give a browser that nobody has signed in with."""
    return app.test_client()


@pytest.fixture
def sign_in(client: FlaskClient):
    """Sign somebody in without asking for a password."""

    def as_(user: User) -> FlaskClient:
        db.session.commit()
        with client.session_transaction() as session:
            session["_user_id"] = user.get_id()
            session["_fresh"] = True
        return client

    return as_
