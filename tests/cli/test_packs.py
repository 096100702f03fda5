"""packs read, of a file in which nothing is found."""

import json

import pytest
from click.testing import CliRunner

from shp_gov.cli.__main__ import main


@pytest.mark.parametrize("words", [(), ("--json",)])
def test_a_text_that_is_no_pack_is_said_to_be_none(tmp_path, words):
    file = tmp_path / "shopping.txt"
    file.write_text("Eggs, milk and bread.\n")

    said = CliRunner().invoke(main, ["packs", "read", str(file), *words])

    assert said.exit_code == 1
    assert "shopping.txt: neither an agenda nor minutes were found." in said.stderr
    assert not words or json.loads(said.stdout)["pack"]["agenda_items"] == []
