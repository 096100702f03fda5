"""The demo: a database of its own, loaded once, never mixed with anybody's record, never in production."""

import socket

import pytest
import sqlalchemy as sa
from argon2 import PasswordHasher
from click.testing import CliRunner

from shp_gov import audit, clock, schema
from shp_gov.audit import Actor
from shp_gov.cli import demo, serve
from shp_gov.cli.__main__ import main
from shp_gov.cli.opening import opened
from shp_gov.database import db
from shp_gov.example import founding, guests
from shp_gov.example.world import World
from shp_gov.models import Body, User
from shp_gov.services import passwords


@pytest.fixture
def served(monkeypatch, tmp_path):
    """Give the demo a folder of its own, and serve nothing: note what would have been served."""
    monkeypatch.delenv("SHP_GOV_DATABASE_URL", raising=False)
    monkeypatch.setattr(demo, "DATABASE", tmp_path / "demo.sqlite3")
    monkeypatch.setattr(demo, "FILES", tmp_path / "demo-files")
    asked = []
    monkeypatch.setattr(serve, "run", lambda settings, **options: asked.append((settings, options)))
    monkeypatch.setattr(passwords, "HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    return asked


@pytest.fixture
def loads(monkeypatch):
    """Load one body in place of the whole example, and count how often."""
    days = []

    def load(*, actor, on=None):
        body = Body(slug="safer-seaborough-partnership", name="Safer Seaborough Partnership")
        db.session.add(body)
        db.session.flush()
        days.append(clock.today())
        return World(today=clock.today(), system=actor, plans={}, bodies={"partnership": body})

    monkeypatch.setattr(demo.loading, "load", load)
    return days


def a_free_port():
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


def run(*words):
    return CliRunner().invoke(main, ["demo", "--port", str(a_free_port()), *words])


def test_the_demo_loads_the_whole_example_and_says_who_can_sign_in(served):
    result = run()

    assert result.exit_code == 0, result.output
    assert all(founding.address(guest.name) in result.output for guest in guests.GUESTS)
    assert founding.PASSWORD in result.output
    assert str(guests.PACK.relative_to(schema.ROOT)) in result.output
    settings, options = served[0]
    others = f"SHP_GOV_DATABASE_URL={settings.database_url} SHP_GOV_STORAGE={settings.storage} python3 -m shp_gov audit"
    assert others in result.output
    assert options["port"] == int(settings.base_url.rpartition(":")[2])
    with opened(settings):
        emails = set(db.session.scalars(sa.select(User.email)))
        assert emails >= {founding.address(guest.name) for guest in guests.GUESTS}


def test_the_second_time_it_starts_at_once_with_what_was_done(served, loads):
    run()

    result = run()

    assert (result.exit_code, len(loads), len(served)) == (0, 1, 2)
    assert "Loading" not in result.output


def test_fresh_forgets_what_was_done(served, loads):
    run()

    result = run("--fresh")

    assert (result.exit_code, len(loads)) == (0, 2)


def test_another_day_it_says_from_when_its_days_count(served, loads, monkeypatch):
    run()
    monkeypatch.setattr(clock, "today", lambda: loads[0].replace(year=loads[0].year + 1, day=1))

    assert "demo --fresh" in run().output


def test_an_example_of_another_version_is_loaded_anew(served, loads):
    run()
    engine = sa.create_engine(f"sqlite:///{demo.DATABASE}")
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0000_before'")
    engine.dispose()

    result = run()

    assert (result.exit_code, len(loads)) == (0, 2)


def test_a_record_of_somebody_else_is_left_alone(served, loads, monkeypatch, tmp_path):
    monkeypatch.setenv("SHP_GOV_DATABASE_URL", f"sqlite:///{tmp_path / 'real.sqlite3'}")
    monkeypatch.setenv("SHP_GOV_STORAGE", str(tmp_path / "files"))
    with opened():
        body = Body(slug="safer-hartlepool-partnership", name="Safer Hartlepool Partnership")
        db.session.add(body)
        audit.record("body.founded", body, actor=Actor("test"))
        db.session.commit()

    for words in ((), ("--fresh",)):
        result = run(*words)

        assert (result.exit_code, loads, served) == (1, [], [])
    assert "--fresh empties only the demo's own database" in result.output
    assert "holds a record that is not the example" in run().output


def test_the_demo_refuses_to_run_in_production(served, loads, monkeypatch):
    monkeypatch.setenv("SHP_GOV_ENV", "production")
    monkeypatch.setenv("SHP_GOV_SECRET_KEY", "q8ZtWvY3nLrB7xKsPfGdJhMcQaEuRiTo5264")
    monkeypatch.setenv("SHP_GOV_BASE_URL", "https://partnership.example.org")

    result = run()

    assert (result.exit_code, loads) == (1, [])
    assert "production installation" in result.output


def test_a_busy_port_gets_a_sentence(served, loads):
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()

        result = CliRunner().invoke(main, ["demo", "--port", str(busy.getsockname()[1])])

    assert (result.exit_code, loads) == (1, [])
    assert "Choose another --port" in result.output
