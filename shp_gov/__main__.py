"""The front door, in the standard library alone: makes .venv, installs the hashed lock, runs the command inside it.

It must be readable by any Python 3.6, so that an older one gets a sentence and not a syntax error.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

OLDEST = (3, 11)
VERSION = "python{}.{}".format(*sys.version_info[:2])
ROOT = Path(__file__).resolve().parents[1]
ENV = ROOT / ".venv"
PYTHON = ENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = ENV / ".shp_gov"
TURN = ROOT / ".venv.lock"
AT_WORK = "An installation is at work, or was interrupted.\n"
LOCKS = [ROOT / name for name in ("requirements.txt", "requirements-dev.txt", "requirements-ci.txt")]
CORE, DEV, CI = LOCKS  # each holds what the ones before it hold
TROUBLES: "dict[type[BaseException], str]" = {
    subprocess.CalledProcessError: """The packages of {lock} could not be installed; the lines above say why.
The usual cause is the network: this needs a package index, or your organisation's mirror of it in pip's settings.
Then run the same command again: it starts over.""",
    ModuleNotFoundError: """This Python has no pip, and cannot make one.
On Debian or Ubuntu: sudo apt-get install python3-venv
Elsewhere: install pip for this Python. Then run the same command again.""",
    PermissionError: """The folder {root} cannot be written to, and .venv belongs in it.
Run this as the user who owns the folder, or make a copy of your own.""",
    KeyboardInterrupt: "Stopped before everything was installed. Run the same command again: it starts over.",
}


def main(words: "list[str]") -> int:
    """Set up what the command needs, and run it."""
    if sys.version_info[:2] < OLDEST:
        return refuse(f"shp_gov needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    is_test = words[:1] == ["test"]
    lock = DEV if is_test else CORE
    try:
        set_up(lock)
    except tuple(TROUBLES) as trouble:
        return refuse(TROUBLES[type(trouble)].format(lock=lock.name, root=ROOT))
    return run(tests(words[1:]) if is_test else ["-m", "shp_gov.cli", *(words or ["--help"])])


def refuse(sentence: str) -> int:
    """Say what is in the way."""
    print(sentence, file=sys.stderr)
    return 1


def tests(words: "list[str]") -> "list[str]":
    """Run every test that needs no browser, on every processor, unless told what to run."""
    os.chdir(str(ROOT))
    return ["-m", "pytest", *(words or ["-n", "auto", "--maxprocesses", "8", "-m", "not browser"])]


def run(words: "list[str]") -> int:
    """Become the command where the system allows it, so that a signal reaches it."""
    if os.name == "nt":
        return subprocess.run([str(PYTHON), *words]).returncode
    return os.execv(str(PYTHON), [str(PYTHON), *words])


def set_up(lock: Path) -> None:
    """Install what the lock names, unless that was done already for this lock and this Python."""
    if is_ready(lock):
        return
    with our_turn() as turn:
        if not is_ready(lock):
            install(lock, turn)


def is_ready(lock: Path) -> bool:
    """Tell whether the stamp says that this lock is installed."""
    return PYTHON.exists() and stamp(lock) in stamped()


def stamp(lock: Path) -> str:
    """Name a lock by its content, and this Python by its version."""
    return f"{lock.name} {hashlib.sha256(lock.read_bytes()).hexdigest()} {VERSION}"


def stamped() -> "list[str]":
    """Read what is installed; nothing is where no installation was ever completed."""
    try:
        return STAMP.read_text().splitlines()
    except FileNotFoundError:
        return []


@contextmanager
def our_turn() -> "Iterator[TextIO]":
    """Wait until nobody else installs. Whoever dies gives way, once the pip it started has ended too."""
    with TURN.open("a+") as turn:
        if sys.platform == "win32":
            msvcrt.locking(turn.fileno(), msvcrt.LK_LOCK, 1)
        else:
            fcntl.flock(turn, fcntl.LOCK_EX)
        yield turn


def install(lock: Path, turn: TextIO) -> None:
    """Install a lock, leaving a mark until it is done: an interrupted installation starts over."""
    turn.seek(0)
    if turn.read() or not PYTHON.exists() or is_for_another_python():
        shutil.rmtree(str(ENV), ignore_errors=True)
    turn.write(AT_WORK)
    turn.flush()
    print(f"Installing {lock.name} into .venv (about half a minute, once)", file=sys.stderr, flush=True)
    if not PYTHON.exists():
        call([sys.executable, "-m", "venv", "--without-pip", str(ENV)], turn)
    STAMP.write_text("")
    call([*pip(), "install", "-q", "--disable-pip-version-check", "--require-hashes", "-r", str(lock)], turn)
    STAMP.write_text("\n".join(stamp(held) for held in LOCKS[: LOCKS.index(lock) + 1]))
    turn.truncate(0)


def is_for_another_python() -> bool:
    """Tell whether what is installed here was installed for a Python of another version."""
    return any(not line.endswith(VERSION) for line in stamped())


def pip() -> "list[str]":
    """Find a pip that can install into .venv: this Python's own, or the one it can make."""
    if importlib.util.find_spec("pip"):
        return [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    if importlib.util.find_spec("ensurepip") is None:
        raise ModuleNotFoundError("pip")
    subprocess.run([str(PYTHON), "-m", "ensurepip"], check=True, stdout=subprocess.DEVNULL)
    return [str(PYTHON), "-m", "pip"]


def call(words: "list[str]", turn: TextIO) -> None:
    """Run a program that holds our turn with us, so that nobody starts while it still writes."""
    subprocess.run(words, check=True, pass_fds=() if os.name == "nt" else (turn.fileno(),))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
