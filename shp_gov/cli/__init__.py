"""The commands, one file per noun. A command is loaded when it is asked for, so that a small one starts at once."""

from importlib import import_module
from typing import Any

import click

from config import ConfigurationError
from shp_gov.domain.errors import DomainError

COMMANDS = {
    "audit": "shp_gov.cli.audit:group",
    "calendar": "shp_gov.cli.calendar:group",
    "database": "shp_gov.cli.database:group",
    "demo": "shp_gov.cli.demo:demo",
    "messages": "shp_gov.cli.messages:group",
    "packs": "shp_gov.cli.packs:group",
    "papers": "shp_gov.cli.papers:group",
    "rules": "shp_gov.cli.rules:group",
    "serve": "shp_gov.cli.serve:serve",
    "users": "shp_gov.cli.users:group",
}
REFUSALS = (ConfigurationError, DomainError)


class Commands(click.Group):
    """The table above as a group, which answers a refusal with its sentence and exit status 1."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name every command."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the command of this name."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; a refusal is a sentence for whoever typed it."""
        try:
            return super().invoke(ctx)
        except REFUSALS as refusal:
            raise click.ClickException(str(refusal)) from refusal
