"""audit verify and audit checkpoint, as an auditor runs them."""

import json
import sqlite3
from contextlib import closing

import pytest
import sqlalchemy as sa
from click.testing import CliRunner

from shp_gov.cli.__main__ import main


@pytest.fixture(scope="module")
def two_lines(tmp_path_factory):
    """Make a record with two lines in its trail."""
    folder = tmp_path_factory.mktemp("record")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SHP_GOV_DATABASE_URL", f"sqlite:///{folder}/record.sqlite3")
        patch.setenv("SHP_GOV_STORAGE", str(folder / "files"))
        for email in ("pat@seaborough.example", "jo@seaborough.example"):
            assert run("users", "add", email, "--name", "Pat Lowe").exit_code == 0
    return folder / "record.sqlite3"


@pytest.fixture
def record(two_lines, tmp_path, monkeypatch):
    """Give a copy of that record."""
    with closing(sqlite3.connect(two_lines)) as original:
        original.execute("VACUUM INTO ?", (f"{tmp_path}/record.sqlite3",))
    address = f"sqlite:///{tmp_path}/record.sqlite3"
    monkeypatch.setenv("SHP_GOV_DATABASE_URL", address)
    monkeypatch.setenv("SHP_GOV_STORAGE", str(tmp_path / "files"))
    return address


def run(*words):
    return CliRunner().invoke(main, words)


def tamper(address):
    with sa.create_engine(address).begin() as connection:
        connection.execute(sa.text("DROP TRIGGER audit_event_no_update"))
        connection.execute(sa.text("UPDATE audit_event SET actor = 'Somebody else' WHERE sequence = 2"))


def test_a_whole_trail_is_said_to_be_whole(record):
    said = run("audit", "verify")

    assert (said.exit_code, said.output) == (
        0,
        "The audit trail is whole: 2 lines, from the first to the last.\n",
    )


def test_an_empty_trail_names_the_database_that_was_opened(tmp_path, monkeypatch):
    monkeypatch.setenv("SHP_GOV_DATABASE_URL", f"sqlite:///{tmp_path}/other.sqlite3")
    monkeypatch.setenv("SHP_GOV_STORAGE", str(tmp_path / "files"))

    said = run("audit", "verify")

    assert (said.exit_code, said.output) == (0, f"The trail of sqlite:///{tmp_path}/other.sqlite3 is empty.\n")


def test_the_first_bad_line_is_named_and_the_exit_status_is_1(record):
    tamper(record)

    said, told = run("audit", "verify"), run("audit", "verify", "--json")

    assert (said.exit_code, told.exit_code) == (1, 1)
    assert "Line 2 does not match its hash" in said.output
    assert json.loads(told.output)["fault"]["sequence"] == 2


@pytest.mark.parametrize("words", [(), ("--json",)])
def test_a_checkpoint_kept_elsewhere_is_proved_to_be_in_the_trail(record, tmp_path, words):
    kept = tmp_path / "kept.txt"
    kept.write_text(run("audit", "checkpoint", *words).output)
    run("users", "add", "sam@seaborough.example", "--name", "Sam Wren")

    said = run("audit", "verify", "--checkpoint", str(kept))

    assert kept.read_text().count("\n") == 1
    assert said.exit_code == 0
    assert "3 lines, from the first to the last. It contains the checkpoint given." in said.output


def test_a_trail_without_the_checkpoint_is_refused(record, tmp_path):
    kept = tmp_path / "kept.txt"
    kept.write_text(f"2 {'0' * 64} 2026-09-01T10:00:00+00:00\n9 {'0' * 64} 2026-09-02T10:00:00+00:00\n")

    said = run("audit", "verify", "--checkpoint", str(kept))

    assert said.exit_code == 1
    assert "Line 2 is not the one that the checkpoint of 1 September 2026 knows" in said.output


@pytest.mark.parametrize(
    ("content", "because"),
    [(None, "cannot be read"), ("", "is empty"), ("hello", "no checkpoint"), ('{"sequence": 1}', "no checkpoint")],
)
def test_a_file_that_holds_no_checkpoint_is_wrong_use(record, tmp_path, content, because):
    kept = tmp_path / "kept.txt"
    if content is not None:
        kept.write_text(content)

    said = run("audit", "verify", "--checkpoint", str(kept))

    assert said.exit_code == 2
    assert because in said.output
