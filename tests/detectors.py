"""Every way in which a word may stand in a PDF, so that a word that is not found is not there. Needs poppler and qpdf.

A detector that finds nothing proves nothing: look for the same words in the file that may hold them, too.
"""

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

TOOLS = ("pdftotext", "pdfinfo", "pdfdetach", "qpdf")
needs_tools = pytest.mark.skipif(
    any(shutil.which(tool) is None for tool in TOOLS), reason=f"needs {', '.join(TOOLS)}: poppler-utils and qpdf"
)


def _run(*command: str) -> bytes:
    return subprocess.run(command, capture_output=True, check=False, timeout=120).stdout


def plain(words: str) -> str:
    """Give words without case, spaces, soft hyphens and the differences that nobody sees."""
    folded = unicodedata.normalize("NFKC", words).casefold().replace("\u00ad", "")
    return re.sub(r"\s+", "", folded)


def shown(file: Path) -> str:
    """Give all that tools read out of a PDF: its words, its details, bookmarks, files inside."""
    text = _run("pdftotext", "-layout", str(file), "-") + _run("pdftotext", "-raw", str(file), "-")
    about = _run("pdfinfo", str(file)) + _run("pdfinfo", "-meta", str(file)) + _run("pdfinfo", "-custom", str(file))
    about += _run("pdfinfo", "-dests", str(file)) + _run("pdfdetach", "-list", str(file))
    reader = PdfReader(BytesIO(file.read_bytes()))
    said = [str(reader.metadata), *_titles(reader.outline), *reader.attachments, *reader.page_labels]
    said += [page.extract_text() for page in reader.pages]
    return plain((text + about).decode("utf-8", "replace") + " ".join(said))


def _titles(outline: Iterable[object]) -> list[str]:
    return [title for each in outline for title in (_titles(each) if isinstance(each, list) else [str(each["/Title"])])]


def bare(file: Path) -> bytes:
    """Give the bytes of a PDF as they are and unpacked, and every earlier state of it."""
    content = file.read_bytes()
    unpacked = _run("qpdf", "--qdf", "--object-streams=disable", str(file), "-")
    return (content + unpacked).lower()


def found_in(file: Path, words: Iterable[str]) -> set[str]:
    """Tell which of these words stand in a PDF, in any spelling."""
    said, raw = shown(file), bare(file)
    return {word for word in words if plain(word) in said or any(each in raw for each in _spellings(word.lower()))}


def _spellings(word: str) -> list[bytes]:
    ways = [word.encode(), word.encode("utf-16-be"), word.encode("utf-16-le")]
    capital = [word.upper().encode("utf-16-be"), word.capitalize().encode("utf-16-be")]
    return [*ways, *(way.lower() for way in capital), *(way.hex().encode() for way in (*ways, *capital))]
