"""Evidence files: kept by their hash, as they were given."""

import mimetypes
import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath

from shp_gov import audit, clock, storage
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.models import Document

LARGEST = 20 * 1000 * 1000
LONGEST_NAME = 120
UNKNOWN_TYPE = "application/octet-stream"


class FileRefused(DomainError):
    """This file cannot be kept."""


@dataclass(frozen=True)
class Upload:
    """A file as somebody sent it."""

    filename: str
    content: bytes


def keep(file: Upload, *, is_exempt: bool, actor: Actor) -> Document:
    """Store a file, or refuse it with a sentence."""
    name = safe_name(file.filename)
    if not file.content:
        raise FileRefused(f"“{name}” is empty. Open it to check that it is the right file, then choose it again.")
    if len(file.content) > LARGEST:
        raise FileRefused(f"“{name}” is larger than 20 MB. Make it smaller, or say in your note where it can be seen.")
    document = Document(
        sha256=storage.keep(file.content),
        filename=name,
        media_type=mimetypes.guess_type(name)[0] or UNKNOWN_TYPE,
        size=len(file.content),
        is_exempt=is_exempt,
        stored_at=clock.now(),
        stored_by=actor.name,
    )
    db.session.add(document)
    audit.record("document.stored", document, actor=actor, sha256=document.sha256, size=document.size)
    return document


def safe_name(filename: str) -> str:
    """Give the last part of a file's name, without what could mislead a computer or a reader."""
    last = PurePosixPath(filename.replace("\\", "/")).name
    shown = "".join(sign for sign in unicodedata.normalize("NFC", last) if unicodedata.category(sign)[0] != "C")
    name = " ".join(re.sub(r'[<>:"/\\|?*]+', " ", shown).split()).strip(" .")
    stem, dot, kind = name.rpartition(".")
    return f"{stem[: LONGEST_NAME - len(kind) - 1]}.{kind}" if dot and len(kind) < 10 else name[:LONGEST_NAME] or "file"
