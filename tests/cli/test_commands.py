"""The group of commands: a table, sentences for refusals, and three exit statuses."""

from types import SimpleNamespace

import click
import pytest
from click.testing import CliRunner

from shp_gov import cli
from shp_gov.cli import COMMANDS
from shp_gov.cli.__main__ import main
from shp_gov.domain.errors import DomainError


@click.command("refuse")
def refuse():
    """Refuse."""
    raise DomainError("The meeting is closed.")


def run(*words):
    return CliRunner().invoke(main, words)


def every_command(command, path=()):
    yield path
    for name, child in getattr(command, "commands", {}).items():
        yield from every_command(child, (*path, name))


def paths():
    context = click.Context(main)
    for name in COMMANDS:
        yield from every_command(main.get_command(context, name), (name,))


@pytest.mark.parametrize("path", list(paths()), ids=" ".join)
def test_every_command_helps(path):
    result = run(*path, "--help")

    assert result.exit_code == 0
    assert "Usage:" in result.output


def test_the_list_of_commands_says_what_each_is_for():
    output = run("--help").output

    assert all(f"  {name}  " in output for name in COMMANDS)
    assert "python3 -m shp_gov test" in output


def test_a_refusal_is_a_sentence_and_exit_status_1(monkeypatch):
    monkeypatch.setitem(cli.COMMANDS, "refuse", "anywhere:refuse")
    monkeypatch.setattr(cli, "import_module", lambda name: SimpleNamespace(refuse=refuse))

    result = run("refuse")

    assert (result.exit_code, result.output) == (1, "Error: The meeting is closed.\n")


@pytest.mark.parametrize("words", [("packz",), ("rules", "lst"), ("serve", "--port", "99999"), ("serve", "--prt", "1")])
def test_wrong_use_is_exit_status_2(words):
    assert run(*words).exit_code == 2
