"""What kind of file some bytes are, whatever the file is called."""

import codecs
import io
import zipfile
from collections.abc import Mapping
from enum import StrEnum

ZIP_FAULTS = (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, OSError, ValueError, EOFError)
BINARY_SHARE = 0.02
LOOK_AT = 64 * 1024
HEADER_WITHIN = 1024


class Kind(StrEnum):
    """A kind of file, in the words a refusal uses for it."""

    EMPTY = "an empty file"
    TEXT = "plain text"
    PDF = "a PDF"
    WORD = "a Word document"
    OLD_WORD = "an old Office document, of the kind made before 2007"
    SPREADSHEET = "a spreadsheet"
    SLIDES = "a slide show"
    OPEN_DOCUMENT = "an OpenDocument file"
    ARCHIVE = "a zip archive"
    RICH_TEXT = "a rich text file"
    WEB_PAGE = "a web page"
    PICTURE = "a picture"
    UNKNOWN = "not a kind of file we know"


SIGNATURES: Mapping[bytes, Kind] = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": Kind.OLD_WORD,
    b"{\\rtf": Kind.RICH_TEXT,
    b"\x89PNG\r\n\x1a\n": Kind.PICTURE,
    b"\xff\xd8\xff": Kind.PICTURE,
    b"GIF87a": Kind.PICTURE,
    b"GIF89a": Kind.PICTURE,
    b"II*\x00": Kind.PICTURE,
    b"MM\x00*": Kind.PICTURE,
    b"BM": Kind.PICTURE,
}
OFFICE_PARTS: Mapping[str, Kind] = {
    "word/document.xml": Kind.WORD,
    "xl/workbook.xml": Kind.SPREADSHEET,
    "ppt/presentation.xml": Kind.SLIDES,
    "META-INF/manifest.xml": Kind.OPEN_DOCUMENT,
}
NEVER_TEXT = (b"{\\rtf", b"GIF8", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"\xd0\xcf\x11\xe0")
ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
WEB_STARTS = (b"<!doctype html", b"<html")
BYTE_ORDER_MARKS: Mapping[bytes, str] = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
NOT_IN_TEXT = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b") | {0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D})


def kind_of(content: bytes) -> Kind:
    """Say what kind of file these bytes are, by what is in them."""
    if not content.strip(b" \t\r\n\f\0" + codecs.BOM_UTF8):
        return Kind.EMPTY
    if b"%PDF-" in content[:HEADER_WITHIN]:
        return Kind.PDF
    if content.startswith(ZIP_STARTS):
        return _kind_of_archive(content)
    if text_encoding(content) is None or content.startswith(NEVER_TEXT):
        return _kind_by_signature(content)
    return Kind.WEB_PAGE if content.lstrip()[:15].lower().startswith(WEB_STARTS) else Kind.TEXT


def text_encoding(content: bytes) -> str | None:
    """Name the encoding of a text, or None where the bytes are not text."""
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            return encoding
    sample = content[:LOOK_AT]
    if wide := _wide_encoding(sample):
        return wide
    if len(sample.translate(None, delete=NOT_IN_TEXT)) < len(sample) * (1 - BINARY_SHARE):
        return "utf-8" if _is_utf8(sample) and _mostly_printed(sample.decode("utf-8", "ignore")) else None
    return "utf-8" if _is_utf8(content) else "cp1252"


def _kind_of_archive(content: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except ZIP_FAULTS:
        return next((kind for part, kind in OFFICE_PARTS.items() if part.encode() in content), Kind.ARCHIVE)
    return next((kind for part, kind in OFFICE_PARTS.items() if part in names), Kind.ARCHIVE)


def _kind_by_signature(content: bytes) -> Kind:
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return Kind.PICTURE
    return next((kind for start, kind in SIGNATURES.items() if content.startswith(start)), Kind.UNKNOWN)


def _wide_encoding(sample: bytes) -> str | None:
    """Tell UTF-16 without a mark: in English every other byte of it is zero."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half * 0.6 and even < half * 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.6 and odd < half * 0.05 else None


def _is_utf8(content: bytes) -> bool:
    """Tell UTF-8, allowing for a file cut short and for a stray byte of another encoding."""
    text = content.decode("utf-8", "replace")
    strays = text.count("\N{REPLACEMENT CHARACTER}")
    return strays <= 1 or strays * 10 < sum(character > "\x7f" for character in text)


def _mostly_printed(text: str) -> bool:
    unprinted = sum(character not in "\t\n\v\f\r\x1b" and not " " <= character != "\x7f" for character in text)
    return unprinted <= len(text) * BINARY_SHARE
