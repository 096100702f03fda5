"""Files kept by their hash. The web server never serves this folder itself."""

import hashlib
import os
import secrets
import shutil
from pathlib import Path

from flask import current_app


def sha256(content: bytes) -> str:
    """Name some bytes by their hash."""
    return hashlib.sha256(content).hexdigest()


def _path(digest: str) -> Path:
    return Path(current_app.config["STORAGE"]) / digest[:2] / digest


def keep(content: bytes) -> str:
    """Write these bytes where their hash says, whole or not at all, and give the hash."""
    digest = sha256(content)
    path = _path(digest)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(content, path)
    return digest


def keep_file(path: Path) -> str:
    """Keep a file that is on disk already, without reading it into memory, and give its hash."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    there = _path(digest)
    if not there.exists():
        there.parent.mkdir(parents=True, exist_ok=True)
        beside = there.with_name(f"{there.name}.{secrets.token_hex(4)}")
        try:
            shutil.copyfile(path, beside)
            with beside.open("rb+") as file:
                os.fsync(file.fileno())
            beside.replace(there)
        finally:
            beside.unlink(missing_ok=True)
        _settle(there.parent)
    return digest


def find(digest: str) -> Path:
    """Say where a stored file is, and refuse one that is no longer what was stored."""
    path = _path(digest)
    with path.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != digest:
            raise OSError(f"The stored file {digest} is damaged.")
    return path


def _write(content: bytes, path: Path) -> None:
    """Write beside the place and move there, so that neither a crash nor a power cut leaves half a file."""
    beside = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    _settle(path.parent)


def _settle(folder: Path) -> None:
    """Make the name of a new file as lasting as its bytes."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def fetch(digest: str) -> bytes:
    """Give the bytes back, and refuse bytes that are no longer what was stored."""
    content = _path(digest).read_bytes()
    if sha256(content) != digest:
        raise OSError(f"The stored file {digest} is damaged.")
    return content
