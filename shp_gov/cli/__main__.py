"""The one group that holds every command."""

import click

from shp_gov.cli import Commands


@click.group("shp_gov", cls=Commands, epilog="python3 -m shp_gov test [PYTEST ARGS] sets up and runs the tests.")
def main() -> None:
    """Keep the governance record of a partnership.

    Each command has --help. Exit status: 0 done, 1 findings or a refusal, 2 wrong use.
    """


if __name__ == "__main__":
    main(prog_name="python3 -m shp_gov")
