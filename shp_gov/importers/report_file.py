"""A report that came as a file: what it says under which heading, what it recommends, what cannot be carried over."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from shp_gov.domain.report_sections import (
    LONGEST_LINE,
    LONGEST_RECOMMENDATION,
    LONGEST_SECTION,
    MOST_ROWS,
    PURPOSE,
    REASONS,
    SECTIONS,
    Contact,
    Contents,
)
from shp_gov.domain.report_template import is_prompt
from shp_gov.domain.words import and_list
from shp_gov.importers.pack.contacts import contacts_of
from shp_gov.importers.pack.context import Context
from shp_gov.importers.pack.lines import UnreadableFile
from shp_gov.importers.pack.reader import read_lines
from shp_gov.importers.pack.recommendations import appendices_of, is_contact_heading, recommendations_of
from shp_gov.importers.pack.reports import reports_of
from shp_gov.importers.pack.rows import Row, rows_of, width_of
from shp_gov.inspection.kinds import Kind, kind_of
from shp_gov.inspection.word_parts import PICTURES, W, markup, parts_of

NUMBERED = re.compile(r"^(?P<number>\d{1,2}(?:\.0)?)[.)]?\s+(?P<title>[A-Z].{2,90})$")
PARAGRAPH_NUMBER = re.compile(r"^(?:\d{1,2}\.\d{1,2}(?:\.\d{1,2})?[.)]?|\(?[ivx]{1,5}[.)])\s+")
ALIKE = 0.86
BACKGROUND_PAPERS, RECOMMENDATIONS, APPENDICES, CONTACT = (
    "background papers",
    "recommendations",
    "appendices",
    "contact",
)
ALSO_CALLED = {
    "introduction": "background",
    "introduction and background": "background",
    "purpose": PURPOSE,
    "summary": PURPOSE,
    "proposal": "proposals",
    "risk considerations": "risk",
    "financial implications": "financial",
    "finance": "financial",
    "legal implications": "legal",
    "equality and diversity": "equality",
    "equality implications": "equality",
    "child poverty considerations": "poverty",
    "child and family poverty": "poverty",
    "section 17": "section_17",
    "section 17 of the crime and disorder act 1998 considerations": "section_17",
    "staffing considerations": "staff",
    "staff implications": "staff",
    "asset management": "assets",
    "consultation considerations": "consultation",
    "reason for recommendation": REASONS,
    "reasons": REASONS,
    "background paper": BACKGROUND_PAPERS,
    BACKGROUND_PAPERS: BACKGROUND_PAPERS,
    "recommendation": RECOMMENDATIONS,
    RECOMMENDATIONS: RECOMMENDATIONS,
    "appendix": APPENDICES,
    "appendices": APPENDICES,
    "contact officer": CONTACT,
    "contact officers": CONTACT,
    "report author": CONTACT,
}
HEADINGS = {heading.casefold(): key for key, heading in SECTIONS.items()} | ALSO_CALLED
NOT_SECTIONS = frozenset({BACKGROUND_PAPERS, RECOMMENDATIONS, APPENDICES, CONTACT})


@dataclass(frozen=True)
class ReportRead:
    """What a file says, and what of it our own print cannot show."""

    contents: Contents
    not_carried: tuple[str, ...] = ()
    is_silent: bool = False

    @property
    def warning(self) -> str:
        """Say in a sentence what stays behind, or nothing."""
        if self.is_silent:
            return "No words could be read out of the file. Type its recommendations here."
        if not self.not_carried:
            return ""
        what = and_list(self.not_carried)
        return f"The file has {what}, which the printed report will not show as they are. Add them as appendices."


def read(content: bytes, filename: str, *, usual: Contents) -> ReportRead:
    """Read a report from a clean file. What it does not say is as it was before."""
    try:
        rows = rows_of(read_lines(content, filename))
    except UnreadableFile:
        return ReportRead(usual, is_silent=True)
    width = width_of(rows)
    found = next(iter(reports_of(rows, None, Context(width))), None)
    parts = dict(_parts(rows))
    is_word = kind_of(content) is Kind.WORD
    kept = {key: words for key, words in parts.items() if key not in NOT_SECTIONS}
    if not is_word:
        kept = {key: words for key, words in kept.items() if key in (PURPOSE, REASONS)}
    contents = Contents(
        subject=_line(found.title if found else "") or usual.subject,
        report_of=_line((found.report_of if found else None) or "") or usual.report_of,
        sections=tuple((key, words[:LONGEST_SECTION]) for key, words in kept.items())[:MOST_ROWS],
        recommendations=tuple(_recommendations(rows, width)),
        background_papers=parts.get(BACKGROUND_PAPERS, "") or usual.background_papers,
        contacts=_contacts(rows) or usual.contacts,
        appendices=tuple(_appendices(rows, parts)) or usual.appendices,
    )
    return ReportRead(contents, _not_carried(content) if is_word else ())


def _line(words: str) -> str:
    return "" if is_prompt(words) else " ".join(words.split())[:LONGEST_LINE]


def _recommendations(rows: Sequence[Row], width: int) -> Iterator[str]:
    found = recommendations_of([row for row in rows if not is_prompt(_bare(row.text))], width)
    yield from (words[:LONGEST_RECOMMENDATION] for words in found[:MOST_ROWS] if not is_prompt(words))


def _contacts(rows: Sequence[Row]) -> tuple[Contact, ...]:
    at = next((place for place, row in enumerate(rows) if is_contact_heading(row)), None)
    found = contacts_of(rows[at:]) if at is not None else ()
    return tuple(Contact(one.name, one.email or "", one.phone or "") for one in found[:MOST_ROWS])


def _appendices(rows: Sequence[Row], parts: dict[str, str]) -> list[str]:
    """Take the titles from the list of appendices, and else name those that the text mentions."""
    listed = [line.lstrip("-– ").strip() for line in parts.get(APPENDICES, "").splitlines() if line.strip()]
    mentioned = [name for name in appendices_of(rows) if not any(each.startswith(name) for each in listed)]
    return [title[:LONGEST_LINE] for title in (*listed, *mentioned)][:MOST_ROWS]


# --- Sections ---
def _parts(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """Give the words under each heading, the numbers of their paragraphs left out."""
    made: dict[str, list[str]] = {}
    key = ""
    for row in rows:
        if heading := _heading(row):
            key = heading
            made.setdefault(key, [])
        elif key:
            made[key].append(_paragraph(row))
    for name, lines in made.items():
        words = re.sub(r"\n{3,}", "\n\n", "".join(line for line in lines if not is_prompt(line.strip()))).strip()
        if words:
            yield name, words


def _paragraph(row: Row) -> str:
    words = _bare(row.text)
    return f"\n- {words}" if row.bullet and words == row.text else f"\n\n{words}"


def _bare(words: str) -> str:
    return PARAGRAPH_NUMBER.sub("", words)


def _heading(row: Row) -> str:
    """Tell which section begins here: one of ours by its name, another by its number and its look."""
    text = row.text.strip()
    numbered = NUMBERED.match(text)
    title = (numbered["title"] if numbered else text).strip(" :.")
    if row.bullet or len(title) > 90 or text.endswith((",", ";")):
        return ""
    stands_out = row.strong or title.isupper()
    if known := _known(title) if numbered or stands_out or text.istitle() or len(title.split()) < 6 else "":
        return known
    return (
        title.capitalize() if numbered and stands_out and title.isupper() else title if numbered and stands_out else ""
    )


def _known(title: str) -> str:
    name = re.sub(r"\(s\)|[^a-z0-9 ]", "", title.casefold().replace("&", "and")).strip()
    if name in HEADINGS:
        return HEADINGS[name]
    if len(name) < 6:
        return ""
    best = max(HEADINGS, key=lambda known: SequenceMatcher(None, name, known).ratio())
    return HEADINGS[best] if SequenceMatcher(None, name, best).ratio() >= ALIKE else ""


def _not_carried(content: bytes) -> tuple[str, ...]:
    """Name what a Word file has that our own print of its words does not show."""
    parts = parts_of(content)
    body = markup(parts["word/document.xml"])
    pictures = any(PICTURES.match(name) for name in parts) and any(True for _ in body.iter(f"{W}drawing", f"{W}pict"))
    has = (
        ("pictures", pictures),
        ("charts", any(name.startswith("word/charts/") for name in parts)),
        ("tables", any(True for _ in body.iter(f"{W}tbl"))),
        ("footnotes", any(True for _ in body.iter(f"{W}footnoteReference", f"{W}endnoteReference"))),
    )
    return tuple(name for name, is_there in has if is_there)


def usual_of(contents: Contents) -> Contents:
    """Give what stays where a file does not say it: everything but what is read anew."""
    return replace(contents, sections=(), recommendations=())
