"""A Word document into lines, as near as can be to the same pack in plain text."""

from collections.abc import Iterable, Iterator

from shp_gov.importers.pack.labels import labelled
from shp_gov.importers.pack.lines import Line, UnreadableFile
from shp_gov.importers.pack.presenters import beside_headings
from shp_gov.importers.pack.text import tidy
from shp_gov.importers.pack.word_blocks import PAGE_SEEN, Paragraph, Walk
from shp_gov.importers.pack.word_numbering import numbering_of
from shp_gov.importers.pack.word_styles import styles_of
from shp_gov.importers.pack.word_xml import STRICT, USUAL, W
from shp_gov.inspection.archives import DamagedArchive, OversizedArchive, unpack
from shp_gov.inspection.markup import DamagedMarkup, ForbiddenMarkup, parse

DOCUMENT, NUMBERING, STYLES = "word/document.xml", "word/numbering.xml", "word/styles.xml"
SAVE_AGAIN = "Open it in Word, save it again, and upload the new copy."
INDENT = "  "


def read(content: bytes) -> tuple[Line, ...]:
    """Read a Word document: its numbers restored, its tracked changes accepted."""
    try:
        parts = unpack(content, wanted=frozenset({DOCUMENT, NUMBERING, STYLES}))
        roots = {name: parse(_usual(part)) for name, part in parts.items()}
    except (DamagedArchive, DamagedMarkup, OversizedArchive, ForbiddenMarkup) as fault:
        raise UnreadableFile(f"{fault} {SAVE_AGAIN}") from fault
    body = roots[DOCUMENT].find(f"{W}body") if DOCUMENT in roots else None
    if body is None:
        raise UnreadableFile(f"The Word document has no text in it. {SAVE_AGAIN}")
    walk = Walk(
        styles_of(roots.get(STYLES)),
        numbering_of(roots.get(NUMBERING)),
        is_paged=any(True for _ in body.iter(PAGE_SEEN)),
    )
    return beside_headings(_lines(_with_labels(walk.paragraphs(body))))


def _usual(part: bytes) -> bytes:
    return part.replace(STRICT.encode(), USUAL.encode())


def _with_labels(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[Paragraph, str]]:
    """Pair each paragraph that has words with its label; an empty item lends its bullet to the next."""
    waiting = ""
    for paragraph in paragraphs:
        if not paragraph.has_words:
            waiting = paragraph.label
            continue
        indent = INDENT * paragraph.depth if paragraph.label == "-" and not waiting else ""
        yield paragraph, indent + " ".join(part for part in (waiting, paragraph.label) if part)
        waiting = ""


def _lines(paragraphs: Iterable[tuple[Paragraph, str]]) -> Iterator[Line]:
    number, before = 0, None
    for paragraph, label in paragraphs:
        if before is not None and not (before.is_item and paragraph.is_item):
            number += 1
            yield Line(number, "", paragraph.page)
        for place, text in enumerate(line for line in paragraph.lines if line.strip()):
            number += 1
            yield Line(number, tidy(text if place else labelled(label, text)), paragraph.page)
        before = paragraph
