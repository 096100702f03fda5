"""Zip archives that may be bombs: their sizes are added up before anything is unpacked."""

import io
import zipfile
import zlib

from shp_gov.domain.errors import DomainError

MAX_UNPACKED_BYTES = 100 * 1024 * 1024
MAX_MEMBER_BYTES = 40 * 1024 * 1024
MAX_MEMBERS = 5_000
OPENING_FAULTS = (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, OSError, ValueError, EOFError)
READING_FAULTS = (*OPENING_FAULTS, zlib.error, RuntimeError)


class DamagedArchive(DomainError):
    """An archive that cannot be unpacked."""


class OversizedArchive(DomainError):
    """An archive that would unpack to more than is safe."""


def unpack(content: bytes, *, wanted: frozenset[str]) -> dict[str, bytes]:
    """Unpack the wanted members that are there, from an archive that is not a bomb."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _require_safe(archive.infolist())
            return {name: archive.read(name) for name in wanted & set(archive.namelist())}
    except READING_FAULTS as fault:
        raise DamagedArchive("The file is damaged: parts of it cannot be unpacked.") from fault


def _require_safe(members: list[zipfile.ZipInfo]) -> None:
    total = sum(member.file_size for member in members)
    largest = max((member.file_size for member in members if member.filename.endswith((".xml", ".rels"))), default=0)
    if total > MAX_UNPACKED_BYTES or largest > MAX_MEMBER_BYTES or len(members) > MAX_MEMBERS:
        raise OversizedArchive(
            f"The file unpacks to {total // 1024**2:,} MB in {len(members):,} parts, more than is safe to open."
        )
