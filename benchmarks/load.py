"""Servers to measure, and the tool that measures them: wrk, one connection at a time, interleaved rounds."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.signing import SECRET

ROOT = Path(__file__).resolve().parents[1]
UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0}


@dataclass(frozen=True)
class Target:
    """A page to measure, and the cookie of whoever looks at it."""

    name: str
    address: str
    cookie: str = ""

    def fetch(self) -> str:
        """Fetch the page once."""
        request = urllib.request.Request(self.address, headers={"Cookie": self.cookie})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return str(answer.read().decode())


@contextmanager
def served(application: str, database: str) -> Iterator[str]:
    """Serve an app with two workers, as every app here is served."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    settings = {"SHP_GOV_DATABASE_URL": database, "SHP_GOV_ENV": "demo", "SHP_GOV_SECRET_KEY": SECRET}
    command = [sys.executable, "-m", "gunicorn", "--no-control-socket", "-w", "2", "-b", address, application]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **settings}, **quiet)
    try:
        _wait_for(address)
        yield f"http://{address}"
    finally:
        process.terminate()
        process.wait()


def _wait_for(address: str) -> None:
    host, port = address.split(":")
    for _ in range(300):
        try:
            socket.create_connection((host, int(port)), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit(f"The server at {address} did not start.")


def is_there() -> bool:
    """Tell whether the tool that measures is installed."""
    return shutil.which("wrk") is not None


def measured(targets: list[Target], rounds: int, seconds: int) -> dict[str, list[float]]:
    """Measure each page in turn, round by round: the median time of one request, in milliseconds."""
    if not is_there():
        raise SystemExit("This needs wrk. On Debian: apt-get install wrk")
    times: dict[str, list[float]] = {target.name: [] for target in targets}
    for _ in range(rounds):
        for target in targets:
            times[target.name].append(_median_time(target, seconds))
    return times


def _median_time(target: Target, seconds: int) -> float:
    words = [
        "wrk",
        "-t1",
        "-c1",
        f"-d{seconds}s",
        "--latency",
        "-H",
        "Connection: close",
        "-H",
        f"Cookie: {target.cookie}",
    ]
    told = subprocess.run([*words, target.address], capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in told:
        raise SystemExit(f"{target.name} answered with errors:\n{told}")
    found = re.search(r"50%\s+([\d.]+)(us|ms|s)", told)
    assert found is not None, told
    return float(found[1]) * UNITS[found[2]]


def spread(times: list[float]) -> float:
    """Tell how far apart the rounds were: the slowest over the quickest."""
    return max(times) / min(times)


def middle(times: list[float]) -> float:
    """Give the median of the rounds, in milliseconds."""
    return median(times)
