"""Processes that begin at once: each is forked from one that has read the whole code already.

They are as real as any: a memory, a clock, an environment and an output of their own. Only the reading is done once.
"""

import multiprocessing
import os
import runpy
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib import import_module
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path
from tempfile import TemporaryDirectory

import time_machine

from config import ROOT

READ_ONCE = ["shp_gov.app", "shp_gov.cli.opening", "shp_gov.example.loading", "gunicorn.app.wsgiapp", "tests.company"]
HOURS = "SHP_GOV_TEST_HOURS"
PATIENCE = 180
ADDS = os.O_WRONLY | os.O_CREAT | os.O_APPEND


@dataclass(frozen=True)
class Running:
    """A process that runs until it is stopped."""

    process: ForkServerProcess

    def end(self) -> None:
        """Ask it to end, and wait until it has."""
        self.process.terminate()
        self.process.join(timeout=20)
        assert self.process.exitcode is not None, "the process does not end when it is asked to"

    def kill(self) -> None:
        """Kill it as a power cut would, with all that it started."""
        assert self.process.pid, "it has begun"
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.kill()
        self.process.join(timeout=20)


@dataclass(frozen=True)
class Streams:
    """The files that a process reads and writes instead of a terminal."""

    reads: Path
    says: Path
    complains: Path

    def take(self) -> None:
        """Let this process use them."""
        for number, (path, how) in enumerate(((self.reads, os.O_RDONLY), (self.says, ADDS), (self.complains, ADDS))):
            os.dup2(os.open(path, how), number)
        sys.stdin, sys.stdout, sys.stderr = (os.fdopen(number, how, closefd=False) for number, how in enumerate("rww"))


@cache
def forks() -> ForkServerContext:
    """Give what forks: a process that reads the code as soon as the first of others is asked for."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(READ_ONCE)
    return context


def run(module: str, *words: str, environment: Mapping[str, str], answer: str = "") -> str:
    """Run a module as a command to its end, and give what it said."""
    with TemporaryDirectory() as folder:
        streams = Streams(*(Path(folder) / name for name in ("stdin", "stdout", "stderr")))
        streams.reads.write_text(answer, encoding="utf-8")
        process = _begin(_command, [module, *words], environment, streams)
        process.join(timeout=PATIENCE)
        process.kill()
        said = streams.says.read_text(encoding="utf-8")
        complained = streams.complains.read_text(encoding="utf-8")
        assert process.exitcode == 0, f"{module} ended with {process.exitcode}: {said}{complained}"
    return said


def serve(words: Sequence[str], *, environment: Mapping[str, str], log: Path) -> Running:
    """Start gunicorn with these words; what it says goes to a file."""
    return Running(_begin(_server, words, environment, Streams(Path(os.devnull), log, log)))


def _begin(
    act: Callable[[], None], words: Sequence[str], environment: Mapping[str, str], streams: Streams
) -> ForkServerProcess:
    process = forks().Process(target=_live, args=(act, list(words), dict(environment), streams))
    process.start()
    return process


def _live(act: Callable[[], None], words: list[str], environment: dict[str, str], streams: Streams) -> None:
    """Be a process of its own: its group, folder, output, environment, words and clock; then act."""
    os.setsid()
    os.chdir(ROOT)
    streams.take()
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = words
    if ahead := float(environment.get(HOURS, 0)):
        time_machine.travel(datetime.now(UTC) + timedelta(hours=ahead)).start()
    act()


def _command() -> None:
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


def _server() -> None:
    import_module("gunicorn.app.wsgiapp").run()  # it is there where a server is, and nowhere else
