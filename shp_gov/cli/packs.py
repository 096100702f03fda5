"""The packs commands: what a published pack says, and putting it into the register."""

import json
from importlib import import_module
from pathlib import Path

import click

from shp_gov.importers.pack.lines import UnreadableFile
from shp_gov.importers.pack.read import read_pack
from shp_gov.importers.pack.schema import as_json
from shp_gov.importers.pack.summary import summary_of


class Packs(click.Group):
    """The commands for packs. The one that needs the record is loaded when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name every command."""
        return sorted([*super().list_commands(ctx), "import"])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the command of this name."""
        if cmd_name != "import":
            return super().get_command(ctx, cmd_name)
        command: click.Command = import_module("shp_gov.cli.pack_import").import_pack
        return command


@click.group("packs", cls=Packs)
def group() -> None:
    """Read published agenda packs, and put them into the register."""


@group.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_facts", is_flag=True, help="Print the facts as JSON.")
def read(file: Path, *, as_facts: bool) -> None:
    """Say what a published pack holds. Touches no database."""
    try:
        reading = read_pack(file.read_bytes(), file.name)
    except UnreadableFile as refusal:
        raise click.ClickException(f"{file.name}: {refusal}") from refusal
    if as_facts:
        click.echo(json.dumps(as_json(reading), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(summary_of(reading)))
    if not reading.agenda and not reading.minutes:
        raise click.ClickException(f"{file.name}: neither an agenda nor minutes were found. Choose an agenda pack.")
