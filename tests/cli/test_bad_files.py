"""A file that is no pack gets the same sentence from the commands as from the page, and changes nothing."""

from collections.abc import Callable, Iterator

import pytest
from click.testing import CliRunner

from shp_gov.cli.__main__ import main
from shp_gov.database import make_engine
from tests.bad_files import DOUBTED, REFUSED, WITHOUT_A_DAY, BadFile
from tests.counting import counted
from tests.databases import a_database


@pytest.fixture(scope="module")
def record(tmp_path_factory, worker_id) -> Iterator[Callable[[], dict[str, int]]]:
    """Give the commands a record that stays empty whatever they are given, and a way to count what is in it."""
    folder = tmp_path_factory.mktemp("record")
    url = a_database(folder, f"{worker_id}_command")

    def count() -> dict[str, int]:
        engine = make_engine(url)
        with engine.connect() as connection:
            found = counted(connection)
        engine.dispose()
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SHP_GOV_DATABASE_URL", url)
        patch.setenv("SHP_GOV_STORAGE", str(folder / "files"))
        yield count


def ran(tmp_path, bad: BadFile, *words: str):
    file = tmp_path / bad.name
    file.write_bytes(bad.content())
    return CliRunner().invoke(main, ["packs", *words, str(file)])


@pytest.mark.parametrize("bad", REFUSED.values(), ids=REFUSED)
def test_the_commands_refuse_a_file_that_is_no_pack_in_the_same_words(record, tmp_path, bad):
    said = ran(tmp_path, bad, "import")

    assert said.exit_code == 1
    assert bad.says in said.output
    assert "Nothing was changed." in said.output
    assert {name for name, count in record().items() if count} <= {"audit_head"}


def test_the_command_refuses_a_pack_whose_day_does_not_exist(record, tmp_path):
    said = ran(tmp_path, BadFile("pack.txt", lambda: WITHOUT_A_DAY, ""), "import")

    assert said.exit_code == 1
    assert "We could not read the day of the meeting on the minutes." in said.output
    assert record()["import"] == record()["body"] == record()["document"] == 0


@pytest.mark.parametrize("bad", [*REFUSED.values(), *DOUBTED.values()], ids=[*REFUSED, *DOUBTED])
def test_the_reading_command_says_what_is_wrong_or_doubted(tmp_path, bad):
    said = ran(tmp_path, bad, "read")

    assert bad.says in said.output or "No minutes found in this file." in said.output
    assert "Traceback" not in said.output
