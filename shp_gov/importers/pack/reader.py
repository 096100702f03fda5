"""A published pack, from its file to its lines: the one way in, whatever the file."""

from collections.abc import Callable, Mapping
from pathlib import PurePath

from shp_gov.importers.pack import portable, text, word
from shp_gov.importers.pack.lines import Line, UnreadableFile
from shp_gov.inspection.kinds import Kind, kind_of

MAX_BYTES = 20 * 1024 * 1024
READ_INSTEAD = "Upload the pack as a PDF, a Word document (.docx) or plain text (.txt)."

READERS: Mapping[Kind, Callable[[bytes], tuple[Line, ...]]] = {
    Kind.TEXT: text.read,
    Kind.WORD: word.read,
    Kind.PDF: portable.read,
}
EXPECTED: Mapping[str, Kind] = {
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
    ".md": Kind.TEXT,
    ".markdown": Kind.TEXT,
    ".docx": Kind.WORD,
    ".pdf": Kind.PDF,
}
REMEDIES: Mapping[Kind, str] = {
    Kind.EMPTY: "There is nothing in it. Choose the file again.",
    Kind.PICTURE: "A picture of a page holds no words to read. " + READ_INSTEAD,
    Kind.OLD_WORD: "Open it in Word and save it as a Word document (.docx).",
    Kind.RICH_TEXT: "Open it in Word and save it as a Word document (.docx).",
    Kind.OPEN_DOCUMENT: "Open it and save it as a Word document (.docx) or a PDF.",
    Kind.ARCHIVE: "Unpack it first, then upload the pack that is inside.",
}


def read_lines(content: bytes, filename: str) -> tuple[Line, ...]:
    """Read the lines of a pack, or say in one sentence why the file cannot be read."""
    if len(content) > MAX_BYTES:
        raise UnreadableFile(
            f"The file is {len(content) / 1024**2:,.0f} MB. The most we can read is {MAX_BYTES // 1024**2} MB. "
            "Save it without pictures, or upload the agenda and minutes without the reports."
        )
    kind = kind_of(content)
    _require_readable(kind, PurePath(filename).suffix.lower())
    lines = READERS[kind](content)
    if not any(line.text.strip() for line in lines):
        raise UnreadableFile(f"The file holds no words. {READ_INSTEAD}")
    return lines


def _require_readable(kind: Kind, suffix: str) -> None:
    expected = EXPECTED.get(suffix)
    if kind is Kind.EMPTY:
        raise UnreadableFile(f"The file is empty. {REMEDIES[kind]}")
    if kind not in READERS:
        raise UnreadableFile(f"The file is {kind}, which we cannot read. {REMEDIES.get(kind, READ_INSTEAD)}")
    if suffix and expected is None:
        raise UnreadableFile(
            f"The file’s name ends in {suffix[:12]}, but it is {kind}. Rename it to end in {_suffix(kind)}."
        )
    if expected not in (None, kind):
        raise UnreadableFile(
            f"The file is named as {expected}, but it is {kind}. "
            f"Rename it to end in {_suffix(kind)}, or choose the right file."
        )


def _suffix(kind: Kind) -> str:
    return next(suffix for suffix, expected in EXPECTED.items() if expected is kind)
