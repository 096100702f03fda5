"""packs import: what it did, what it could not read, what it asks; or one sentence and nothing changed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from click.testing import CliRunner

from shp_gov.cli.__main__ import main
from tests.importers.pack.readings import CHAIN

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def settings(tmp_path, monkeypatch):
    monkeypatch.setenv("SHP_GOV_DATABASE_URL", f"sqlite:///{tmp_path}/record.sqlite3")
    monkeypatch.setenv("SHP_GOV_STORAGE", str(tmp_path / "files"))
    return tmp_path


def run(*words: str):
    return CliRunner().invoke(main, ["packs", "import", *words])


def rows(folder: Path, table: str) -> int:
    with sa.create_engine(f"sqlite:///{folder}/record.sqlite3").connect() as connection:
        return connection.scalar(sa.text(f"SELECT count(*) FROM {table}"))


def test_it_says_what_it_founded_added_doubts_and_asks(settings):
    said = run(str(CHAIN[1]))

    assert said.exit_code == 0, said.output
    assert "Founded Safer Seaborough Partnership (safer-seaborough-partnership)" in said.output
    assert "Meeting of Friday 9 March 2018: closed, minutes draft published" in said.output
    assert "Meeting of Friday 15 June 2018: agenda published, no minutes yet" in said.output
    assert "Added 2" in said.output
    assert "  line " in said.output
    assert "0 open questions" in said.output
    assert rows(settings, "meeting") == 2


def test_a_second_time_it_says_that_all_of_it_is_there(settings):
    run(str(CHAIN[1]))

    said = run(str(CHAIN[1]))

    assert said.exit_code == 0
    assert "Found Safer Seaborough Partnership" in said.output
    assert "All of it was in the register already." in said.output


def test_the_actor_is_the_system_named_with_the_user(settings, monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: "helen")

    run(str(CHAIN[0]))

    with sa.create_engine(f"sqlite:///{settings}/record.sqlite3").connect() as connection:
        assert set(connection.scalars(sa.text("SELECT actor FROM audit_event"))) == {"system (helen)"}


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n", b"Call me Ishmael.\n" * 3000])
def test_what_is_no_pack_is_refused_with_a_sentence_and_changes_nothing(settings, content):
    file = settings / "whale.txt"
    file.write_bytes(content)

    said = run(str(file))

    assert said.exit_code == 1
    assert said.output.startswith("Error: whale.txt: ")
    assert said.output.strip().endswith("Nothing was changed.")
    assert rows(settings, "import") == rows(settings, "body") == 0


def test_a_file_that_is_not_there_is_wrong_use(settings):
    assert run(str(settings / "nowhere.txt")).exit_code == 2


def test_two_imports_at_once_found_the_body_once(settings):
    run(str(settings / "nowhere.txt"))
    command = [sys.executable, "-m", "shp_gov.cli", "packs", "import"]
    running = [
        subprocess.Popen([*command, str(file)], cwd=ROOT, env=dict(os.environ), stdout=subprocess.PIPE)
        for file in CHAIN[:2]
    ]

    said = [process.communicate(timeout=120)[0].decode() for process in running]

    assert [process.returncode for process in running] == [0, 0]
    assert sorted(each.split()[0] for each in said) == ["Found", "Founded"]
    assert (rows(settings, "body"), rows(settings, "meeting")) == (1, 3)
