"""python -m benchmarks [--quick|--full] [--packs FOLDER]: measure, print ratios, exit 1 on a missed goal."""

import sys
from pathlib import Path

import click

from benchmarks import load, packs, pages, queries, stand

QUICK = [1_000, 10_000]
FULL = [1_000, 10_000, 100_000]


@click.command()
@click.option("--full", is_flag=True, help="Up to 100,000 actions, five rounds of four seconds; needs wrk.")
@click.option(
    "--quick", is_flag=True, help="Up to 10,000 actions; times, where wrk is there, are only shown. The default."
)
@click.option("--packs", "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Packs to read.")
def main(full: bool, quick: bool, folder: Path | None) -> None:
    """Count what pages ask and send, say where 300 bodies stand, measure the actions page beside its
    two floors, read packs.

    Counts are exact and must be kept in any run. Times count in a full run alone: a busy machine proves nothing.
    """
    if full and quick:
        raise click.UsageError("Give --quick or --full, not both.")
    sizes = FULL if full else QUICK
    kept = queries.run([10, *sizes], say=click.echo)
    kept = stand.run(say=click.echo) and kept
    if full:
        kept = pages.run(sizes, rounds=5, seconds=4, say=click.echo) and kept
    elif load.is_there():
        pages.run(sizes, rounds=2, seconds=1, say=click.echo)
    if folder:
        kept = packs.run(folder, say=click.echo) and kept
    sys.exit(0 if kept else 1)


if __name__ == "__main__":
    main()
