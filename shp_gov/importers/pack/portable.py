"""A PDF into lines, read in a process apart: the reading library is native code, and PDFs come from anywhere."""

import json
from collections.abc import Mapping

from shp_gov.importers.pack.lines import Line, UnreadableFile
from shp_gov.importers.pack.presenters import beside_headings
from shp_gov.inspection.confinement import Crashed, Unfinished, run_apart

END_MARK = b"%%EOF"
END_WITHIN = 4096
SECONDS = 25.0
ODD_SHARE = 0.3
SAVE_AGAIN = "Download it again, or open it and save it as a new PDF."

REFUSALS: Mapping[str, str] = {
    "locked": "The PDF is locked with a password. Save a copy without the password and upload that.",
    "damaged": f"The PDF is damaged and cannot be opened. {SAVE_AGAIN}",
    "too long": "The PDF has more than 1,500 pages, or too many words. Upload the agenda and minutes alone.",
}
CUT_SHORT = f"The PDF is cut short: its end is missing. {SAVE_AGAIN}"
TOO_SLOW = "The PDF took too long to read. Upload the agenda and minutes without the reports, or as plain text."
NO_WORDS = (
    "The PDF holds pictures of pages and no words, as a scan does. "
    "Ask for the PDF that was made from the document itself, or run text recognition on it first."
)
ODD_LETTERS = (
    "The letters of the PDF cannot be told apart, because of how its fonts were stored. Upload the Word document."
)


def read(content: bytes) -> tuple[Line, ...]:
    """Read a PDF: its paragraphs joined again, its heads and feet left out."""
    if END_MARK not in content[-END_WITHIN:]:
        raise UnreadableFile(CUT_SHORT)
    lines = beside_headings(_read_apart(content))
    text = "".join(line.text for line in lines)
    if not text.strip():
        raise UnreadableFile(NO_WORDS)
    if sum(_is_odd(letter) for letter in text) > len(text) * ODD_SHARE:
        raise UnreadableFile(ODD_LETTERS)
    return lines


def _read_apart(content: bytes) -> list[Line]:
    try:
        answer = json.loads(run_apart("shp_gov.importers.pack.pdf_process", content, seconds=SECONDS))
    except Unfinished as fault:
        raise UnreadableFile(TOO_SLOW) from fault
    except Crashed as fault:
        raise UnreadableFile(REFUSALS["damaged"]) from fault
    if "refusal" in answer:
        raise UnreadableFile(REFUSALS[answer["refusal"]])
    return [Line(number, text, page) for number, (page, text) in enumerate(answer["lines"], start=1)]


def _is_odd(letter: str) -> bool:
    """Tell a letter without meaning: private, or the mark for one that could not be read."""
    return "\ue000" <= letter <= "\uf8ff" or letter == "\N{REPLACEMENT CHARACTER}"
