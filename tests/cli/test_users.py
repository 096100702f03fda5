"""users add, disable, enable and reset."""

import json
import sqlite3
from contextlib import closing

import pytest
import sqlalchemy as sa
from argon2 import PasswordHasher
from click.testing import CliRunner

from shp_gov.cli.__main__ import main
from shp_gov.cli.opening import make_ready

HELEN = "helen@seaborough.example"


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """Make an empty record."""
    path = tmp_path_factory.mktemp("record") / "record.sqlite3"
    make_ready(f"sqlite:///{path}")
    return path


@pytest.fixture(autouse=True)
def record(empty, tmp_path, monkeypatch):
    with closing(sqlite3.connect(empty)) as original:
        original.execute("VACUUM INTO ?", (f"{tmp_path}/record.sqlite3",))
    address = f"sqlite:///{tmp_path}/record.sqlite3"
    monkeypatch.setenv("SHP_GOV_DATABASE_URL", address)
    monkeypatch.setenv("SHP_GOV_STORAGE", str(tmp_path / "files"))
    return address


def run(*words, typed=None):
    return CliRunner().invoke(main, ["users", *words], input=typed)


def one(address, sql):
    with sa.create_engine(address).connect() as connection:
        return connection.execute(sa.text(sql)).one()


def test_an_account_is_made_with_a_password_that_is_printed(record):
    told = json.loads(run("add", HELEN, "--name", "Helen Ashby", "--administrator", "--json").output)

    row = one(record, "SELECT email, is_administrator, password_hash FROM user")

    assert (row.email, row.is_administrator) == (HELEN, 1)
    assert PasswordHasher().verify(row.password_hash, told["password"])


def test_a_password_that_was_typed_is_not_printed(record):
    said = run("add", HELEN, "--name", "Helen Ashby", "--prompt", typed="harbour kettle tram\n" * 2)

    assert said.exit_code == 0
    assert "harbour" not in said.output
    assert PasswordHasher().verify(one(record, "SELECT password_hash FROM user")[0], "harbour kettle tram")


def test_an_officer_is_made_of_a_body_that_there_is(record):
    run("add", "pat@seaborough.example", "--name", "Pat Lowe")
    with sa.create_engine(record).begin() as connection:
        connection.execute(
            sa.text(
                "INSERT INTO body (slug, name, kind, access_regime, papers_count_as_is, colour, provenance) "
                "VALUES ('ssp', 'Safer Seaborough', 'strategy group', 'adopted', false, 'teal', 'recorded')"
            )
        )

    refused = run("add", HELEN, "--name", "Helen Ashby", "--officer-of", "nowhere")
    made = run("add", HELEN, "--name", "Helen Ashby", "--officer-of", "ssp")

    assert (refused.exit_code, made.exit_code) == (1, 0)
    assert "There is no body nowhere" in refused.output
    assert one(record, "SELECT role FROM role_held")[0] == "officer"


def test_an_account_is_disabled_enabled_and_reset_and_the_trail_names_who_did_it(record):
    run("add", HELEN, "--name", "Helen Ashby")
    before = one(record, "SELECT password_hash FROM user")[0]

    said = [run(word, HELEN.upper()).output for word in ("disable", "enable", "reset")]

    assert [words.splitlines()[0] for words in said] == [
        "The account of Helen Ashby is disabled.",
        "Helen Ashby can sign in again.",
        "Helen Ashby has a new password.",
    ]
    assert one(record, "SELECT password_hash FROM user")[0] != before
    assert one(record, "SELECT actor FROM audit_event WHERE event = 'account.disabled'")[0].startswith("system (")


@pytest.mark.parametrize(
    ("words", "because"),
    [
        (("disable", "nobody@x.example"), "Nobody has an account under nobody@x.example"),
        (("add", "helen", "--name", "H"), "Enter an e-mail address"),
        (("enable", HELEN), "is open already"),
        (("add", HELEN, "--name", "H"), "has an account already"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_exit_status_1(words, because):
    run("add", HELEN, "--name", "Helen Ashby")

    said = run(*words)

    assert said.exit_code == 1
    assert because in said.output


def test_a_weak_password_is_refused_and_nothing_is_made(record):
    said = run("add", HELEN, "--name", "Helen Ashby", "--prompt", typed="short\nshort\n")

    assert said.exit_code == 1
    assert "12 characters or more" in said.output
    assert one(record, "SELECT count(*) FROM user")[0] == 0
