"""A process apart for reading files that come from outside: bounded in time and memory, and allowed to crash."""

import os
import subprocess
import sys
from pathlib import Path

import shp_gov
from shp_gov.domain.errors import DomainError

if sys.platform != "win32":
    import resource

MEMORY_BYTES = 2 * 1024**3
PACKAGE_PARENT = Path(shp_gov.__file__).parents[1]
KEPT_SETTINGS = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR", "COVERAGE_PROCESS_START")


class Unfinished(DomainError):
    """The reading took longer than it may."""


class Crashed(DomainError):
    """The reading broke off."""


def run_apart(module: str, content: bytes, *, seconds: float) -> bytes:
    """Run one of our own modules on a file, in a process of its own, and give what it writes."""
    settings = {name: os.environ[name] for name in KEPT_SETTINGS if name in os.environ}
    try:
        done = subprocess.run(  # noqa: S603 (our own module; the file goes in as data)
            [sys.executable, "-m", module],
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=True,
            cwd=PACKAGE_PARENT,
            env=settings | {"PYTHONPATH": str(PACKAGE_PARENT), "PYTHONUTF8": "1"},
        )
    except subprocess.TimeoutExpired as fault:
        raise Unfinished(f"Reading it took longer than {seconds:.0f} seconds.") from fault
    except subprocess.CalledProcessError as fault:
        raise Crashed("Reading it broke off.") from fault
    return done.stdout


def limit_memory() -> None:
    """Keep this process from taking more memory than reading a file needs."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
