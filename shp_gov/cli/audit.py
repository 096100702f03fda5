"""The audit commands: prove the audit trail, and keep its end elsewhere."""

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from shp_gov import clock
from shp_gov.cli.opening import opened
from shp_gov.database import db
from shp_gov.domain.words import plural
from shp_gov.queries import audit_trail
from shp_gov.queries.audit_trail import Checkpoint, Verdict

as_json = click.option("--json", "is_json", is_flag=True, help="Print JSON.")


class CheckpointFile(click.ParamType[list[Checkpoint]]):
    """A file with checkpoints, one a line, as “audit checkpoint” prints them."""

    name = "file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> list[Checkpoint]:
        """Read the checkpoints, or say which line is none."""
        try:
            lines = Path(value).read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            self.fail(f"{value} cannot be read: {error}.", param, ctx)
        numbered = [(number, line.strip()) for number, line in enumerate(lines, start=1) if line.strip()]
        if not numbered:
            self.fail(f"{value} is empty. Keep in it what “audit checkpoint” prints.", param, ctx)
        try:
            return [_checkpoint(line) for number, line in numbered]
        except (ValueError, KeyError, TypeError):
            self.fail(f"{value} holds something that is no checkpoint. Keep in it what “audit checkpoint” prints.")


def _checkpoint(line: str) -> Checkpoint:
    if line.startswith("{"):
        told = json.loads(line)
        return Checkpoint(int(told["sequence"]), str(told["hash"]), datetime.fromisoformat(told["at"]))
    sequence, hash_, at = line.split()
    return Checkpoint(int(sequence), hash_, datetime.fromisoformat(at))


@click.group("audit")
def group() -> None:
    """Prove the record."""


@group.command("verify")
@click.option(
    "--checkpoint",
    "checkpoints",
    type=CheckpointFile(),
    default=None,
    help="Prove that the trail contains these.",
)
@as_json
def verify(checkpoints: list[Checkpoint] | None, is_json: bool) -> None:
    """Read the audit trail from its first line to its last, and name the first that was changed."""
    with opened():
        _hold_still()
        verdict = audit_trail.verify(checkpoints or ())
    click.echo(json.dumps(_as_json(verdict), ensure_ascii=False) if is_json else _in_words(verdict, checkpoints or []))
    if verdict.fault:
        sys.exit(1)


@group.command("checkpoint")
@as_json
def checkpoint(is_json: bool) -> None:
    """Print the end of the trail on one line: its number, its hash and the time. Keep it in another building."""
    with opened():
        _hold_still()
        end = audit_trail.head(clock.now())
    told = {"sequence": end.sequence, "hash": end.hash, "at": end.at.isoformat(timespec="seconds")}
    click.echo(json.dumps(told) if is_json else " ".join(str(part) for part in told.values()))


def _hold_still() -> None:
    """Read the record as it is now, whatever others add meanwhile, and keep nobody from adding."""
    if db.engine.dialect.name == "sqlite":
        db.session.connection(execution_options={"writes": False})
    else:
        db.session.connection(execution_options={"isolation_level": "REPEATABLE READ"})


def _as_json(verdict: Verdict) -> dict[str, object]:
    fault = verdict.fault
    bad = {"sequence": fault.sequence, "sentence": fault.sentence} if fault else None
    return {"whole": fault is None, "lines": verdict.lines, "fault": bad}


def _in_words(verdict: Verdict, checkpoints: list[Checkpoint]) -> str:
    if verdict.fault:
        return f"The audit trail is not as it was written. {verdict.fault.sentence}"
    given = "the checkpoint" if len(checkpoints) == 1 else f"all {len(checkpoints)} checkpoints"
    if not verdict.lines:
        return f"The trail of {db.engine.url.render_as_string(hide_password=True)} is empty."
    kept = f" It contains {given} given." if checkpoints else ""
    return f"The audit trail is whole: {plural(verdict.lines, 'line')}, from the first to the last.{kept}"
