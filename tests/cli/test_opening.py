"""Opening the record: an empty database is brought up to date, any other age is refused with what to do."""

from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa
from click.testing import CliRunner

from config import ConfigurationError, Settings
from shp_gov import schema
from shp_gov.cli import opening
from shp_gov.cli.__main__ import main
from shp_gov.database import db
from shp_gov.models import Body


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path}/instance/record.sqlite3"


def stands_at(url):
    with opening.connected(url) as connection:
        return schema.version(connection)


def leave_at(url, revision):
    opening.make_ready(url)
    with opening.connected(url) as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = :to"), {"to": revision})


def test_an_empty_database_is_brought_up_to_date(url, tmp_path):
    with opening.opened(Settings(database_url=url, storage=tmp_path, secret_key="k")):
        assert db.session.scalars(sa.select(Body)).all() == []

    assert stands_at(url) == schema.NEWEST


def test_a_database_that_is_up_to_date_is_left_alone(url):
    opening.make_ready(url)
    opening.make_ready(url)

    assert stands_at(url) == schema.NEWEST


def test_an_older_database_is_refused_with_the_command_to_run(url, monkeypatch):
    opening.make_ready(url)
    monkeypatch.setattr(schema, "NEWEST", "0999_later")

    with pytest.raises(ConfigurationError, match="python3 -m shp_gov database upgrade"):
        opening.make_ready(url)


def test_a_database_from_a_newer_version_is_refused(url):
    leave_at(url, "0999_later")

    with pytest.raises(ConfigurationError, match="newer version of shp_gov"):
        opening.make_ready(url)
    with pytest.raises(ConfigurationError, match="newer version of shp_gov"):
        opening.bring_up_to_date(url)


def test_a_database_of_something_else_is_refused(url):
    with opening.connected(url) as connection:
        connection.execute(sa.text("CREATE TABLE payroll (id INTEGER)"))

    with pytest.raises(ConfigurationError, match="Set SHP_GOV_DATABASE_URL"):
        opening.make_ready(url)


def test_a_database_that_cannot_be_reached_is_said_in_a_sentence(tmp_path):
    (tmp_path / "record.sqlite3").mkdir()

    with pytest.raises(ConfigurationError, match="The database cannot be opened: "):
        opening.make_ready(f"sqlite:///{tmp_path}/record.sqlite3")


def test_two_starts_at_once_make_one_schema(url):
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(opening.make_ready, [url] * 6))

    assert stands_at(url) == schema.NEWEST


def test_the_command_brings_a_database_up_to_date_and_says_so(url):
    def upgrade():
        return CliRunner().invoke(main, ["database", "upgrade"], env={"SHP_GOV_DATABASE_URL": url}).output

    assert upgrade() == f"The database was brought up to date, from empty to {schema.NEWEST}.\n"
    assert upgrade() == f"The database is up to date ({schema.NEWEST}).\n"


def test_the_command_line_acts_as_the_system(monkeypatch):
    monkeypatch.setattr(opening.getpass, "getuser", lambda: "clerk")

    assert opening.system().name == "system (clerk)"
