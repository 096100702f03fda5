"""The files of a pack: gathered, printed in both versions, stored. Printing asks the database nothing."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from shp_gov import clock, documents, storage
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.pack import Pack
from shp_gov.models import Document

MEDIA_TYPE = "application/pdf"


@dataclass(frozen=True)
class PrintedFile:
    """A stored PDF."""

    sha256: str
    size: int


@dataclass(frozen=True)
class PrintedPack:
    """A pack that is printed and stored: of what hash, under which number, on which pages."""

    sha256: str
    version: int
    pages: dict[str, object]
    public: PrintedFile
    restricted: PrintedFile | None


def print_(pack: Pack) -> PrintedPack:
    """Print a pack in both versions. While this works nobody else has to wait for the database."""
    with TemporaryDirectory() as folder, documents.pack.bound(pack, fetch=storage.find) as binding:
        files = []
        for is_restricted in (False, True) if pack.holds_private_words else (False,):
            path = Path(folder) / f"{is_restricted}.pdf"
            with path.open("wb") as file:
                binding.write(file, is_restricted=is_restricted)
            files.append(PrintedFile(storage.keep_file(path), path.stat().st_size))
        pages = binding.pages
    parts = [{"key": each.key, "item": each.item, "first": each.first, "last": each.last} for each in pages.parts]
    numbered = {"prefix": pages.prefix, "start": pages.start, "front": pages.front, "last": pages.last}
    return PrintedPack(
        sha256=pack.full_record_hash,
        version=pack.version,
        pages={**numbered, "sheets": pages.public_sheets, "parts": parts},
        public=files[0],
        restricted=files[1] if len(files) > 1 else None,
    )


def keep(file: PrintedFile, name: str, *, is_exempt: bool, actor: Actor) -> Document:
    """Write down that a printed file is stored."""
    document = Document(
        sha256=file.sha256,
        filename=name,
        media_type=MEDIA_TYPE,
        size=file.size,
        is_exempt=is_exempt,
        stored_at=clock.now(),
        stored_by=actor.name,
        inspected_at=clock.now(),
    )
    db.session.add(document)
    return document
