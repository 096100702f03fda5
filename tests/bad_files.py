"""Files that are no packs, or poor ones, made here, and the sentence that each of them gets."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.importers.pack.samples import NAMES, PROSE, a_printed_file, a_set_file, a_word_file, an_archive

PACKS = Path(__file__).parent / "importers" / "pack" / "packs"
SEABOROUGH = (PACKS / "seaborough-2018-03-09.txt").read_text()
BRACKWATER = (PACKS / "brackwater-community-safety.txt").read_text()
PAGES, LINES_A_PAGE = 300, 30
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40
ENTITIES = (
    '<!DOCTYPE w [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
    f"<w:document {NAMES}><w:body><w:p><w:r><w:t>&secret;</w:t></w:r></w:p></w:body></w:document>"
)


class BadFile(NamedTuple):
    """A file, its name, and what is said of it."""

    name: str
    content: Callable[[], bytes]
    says: str


def a_novel() -> bytes:
    """Write a novel of 300 pages."""
    page = "\n".join([f"{PROSE}\n"] * LINES_A_PAGE)
    return "\f".join(f"CHAPTER {number}\n\n{page}" for number in range(1, PAGES + 1)).encode()


@cache
def a_bomb() -> bytes:
    """Make a small Word file that unpacks to 200 MB."""
    return a_word_file("", more={"word/document.xml": b" " * 200_000_000})


def a_printed_pack() -> bytes:
    """Print an agenda."""
    return a_printed_file(*(line for line in BRACKWATER.splitlines() if line and "&" not in line))


REFUSED: Mapping[str, BadFile] = {
    "an empty file": BadFile("pack.txt", lambda: b"", "The file is empty."),
    "spaces only": BadFile("pack.txt", lambda: b" \n\t\r\n" * 90, "The file is empty."),
    "a picture": BadFile("scan.png", lambda: PICTURE, "A picture of a page holds no words to read."),
    "a picture called a PDF": BadFile("pack.pdf", lambda: PICTURE, "A picture of a page holds no words to read."),
    "a novel of 300 pages": BadFile("novel.txt", a_novel, "Neither an agenda nor minutes were found in the file."),
    "a locked PDF": BadFile(
        "pack.pdf", lambda: a_set_file([(72, 700, "Agenda")], locked="secret"), "The PDF is locked with a password."
    ),
    "half a PDF": BadFile("pack.pdf", lambda: a_printed_pack()[:-900], "The PDF is cut short: its end is missing."),
    "a PDF of nothing but its end": BadFile(
        "pack.pdf", lambda: a_printed_pack()[:2000] + b"%%EOF", "The PDF is damaged and cannot be opened."
    ),
    "a PDF without words": BadFile("pack.pdf", lambda: a_set_file([]), "The PDF holds pictures of pages and no words"),
    "a Word file that unpacks to 200 MB": BadFile("pack.docx", a_bomb, "unpacks to"),
    "a Word file that fetches another": BadFile(
        "pack.docx",
        lambda: a_word_file("", more={"word/document.xml": ENTITIES.encode()}),
        "names entities or other files to fetch",
    ),
    "text called a PDF": BadFile(
        "pack.pdf", BRACKWATER.encode, "The file is named as a PDF, but it is plain text. Rename it to end in .txt"
    ),
    "a PDF called text": BadFile("pack.txt", a_printed_pack, "The file is named as plain text, but it is a PDF."),
    "an archive called Word": BadFile("pack.docx", lambda: an_archive({"a.txt": b"a"}), "which we cannot read"),
    "a name of no kind": BadFile("pack.exe", BRACKWATER.encode, "name ends in .exe, but it is plain text"),
}
DOUBTED: Mapping[str, BadFile] = {
    "a pack without minutes": BadFile(
        "agenda.txt",
        lambda: BRACKWATER[: BRACKWATER.index("Minutes of the Brackwater")].encode(),
        "No minutes found in this file.",
    ),
    "minutes without numbers": BadFile(
        "pack.txt",
        lambda: re.sub(r"(?m)^3\d\. ", "", SEABOROUGH).encode(),
        "The minutes have no numbers. Each will be known by its place.",
    ),
    "an end before its start": BadFile(
        "pack.txt",
        lambda: BRACKWATER.replace("closed at 15:35", "closed at 13:35").encode(),
        "The meeting ends (13:35) before it starts (14:00). Correct one of them.",
    ),
}
WITHOUT_A_DAY = BRACKWATER.replace("Thursday 7 March 2019", "Thursday 31 February 2019").encode()
