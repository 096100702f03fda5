"""What can be done is written down: every command, permission, setting and role appears in docs/ or the README."""

import re

import click
import pytest

from shp_gov.cli import COMMANDS
from shp_gov.cli.__main__ import main
from shp_gov.domain.permissions import ALLOWED_TO, Role
from tests.architecture.house import ROOT, listed

WRITTEN = "\n".join(path.read_text() for path in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))))
PERMISSIONS = "docs/permissions.md"


def commands():
    context = click.Context(main)
    for name in COMMANDS:
        command = main.get_command(context, name)
        yield from ([f"{name} {child}" for child in getattr(command, "commands", {})] or [name])


@pytest.mark.parametrize("command", sorted(commands()))
def test_every_command_is_written_down(command):
    assert re.search(rf"python3 -m shp_gov {command}\b", WRITTEN)


@pytest.mark.parametrize("permission", ALLOWED_TO)
def test_every_permission_is_written_down_with_who_has_it(permission):
    holders = ", ".join(role for role in Role if role in ALLOWED_TO[permission])

    assert f"| `{permission}` | {holders} |" in (ROOT / PERMISSIONS).read_text()


def test_no_permission_is_written_down_that_nobody_can_have():
    written = re.findall(r"^\| `([a-z_]+:[a-z_]+)` \|", (ROOT / PERMISSIONS).read_text(), re.MULTILINE)

    assert sorted(written) == sorted(ALLOWED_TO)


def test_every_setting_is_written_down():
    settings = set(re.findall(r"SHP_GOV_[A-Z_]+", (ROOT / "config.py").read_text()))

    assert {name for name in settings if f"`{name}`" not in (ROOT / "docs/operations.md").read_text()} == set()


def test_every_link_between_our_documents_leads_somewhere():
    broken = [
        f"{path.relative_to(ROOT)}: {link}"
        for path in (ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md")))
        for link in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", path.read_text())
        if not (path.parent / link).exists() and not is_awaited(path.parent / link)
    ]

    assert not broken, listed(broken)


def is_awaited(path):
    """Tell whether this is a picture of a screen, while no picture has been taken yet."""
    screens = ROOT / "docs" / "screens"
    return path.parent == screens and not screens.exists()
