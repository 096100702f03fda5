"""Agenda, reports, minutes and terms as Word files, for officers who must edit them: the same stories, real styles."""

from collections.abc import Callable, Iterable
from datetime import datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.shared import Mm

from shp_gov.documents import agenda as agenda_paper
from shp_gov.documents import minutes as minutes_paper
from shp_gov.documents import report as report_paper
from shp_gov.documents import terms as terms_paper
from shp_gov.documents.characters import printable
from shp_gov.documents.content import (
    Attendance,
    Block,
    Bullets,
    Members,
    Notice,
    Numerals,
    Room,
    Run,
    Signature,
    Story,
    Text,
    Together,
    Words,
    bold,
)
from shp_gov.documents.word_furniture import furnish
from shp_gov.documents.word_numbering import Lists, is_counted, put_in
from shp_gov.documents.word_styles import MARGIN, make_styles
from shp_gov.documents.wording import day
from shp_gov.domain.papers import AgendaPaper, Imprint, MinutesPaper, TermsPaper
from shp_gov.domain.report_paper import ReportPaper
from shp_gov.domain.report_template import as_template

STYLES = {
    "masthead": "Masthead",
    "title": "Title",
    "subject": "Subject",
    "lead": "Subtitle",
    "facts": "Facts",
    "part": "Heading 1",
    "section": "Heading 2",
    "paged": "Heading 2",
    "minute": "Heading 2",
    "titled": "Heading 2",
    "sub": "Heading 3",
    "by": "Presenter",
    "itemby": "Presenter",
    "item": "Agenda item",
    "indent": "Minute text",
    "contact": "Contact",
    "concluded": "Minute text",
}
MARKED = {"bold": "bold", "added": "bold", "italic": "italic"}


def minutes(paper: MinutesPaper) -> bytes:
    """Write the minutes as a Word file."""
    return _write(
        minutes_paper.story(paper), minutes_paper.imprint_of(paper), f"{minutes_paper.TITLE}, {day(paper.on)}"
    )


def agenda(paper: AgendaPaper) -> bytes:
    """Write the agenda as a Word file."""
    return _write(agenda_paper.story(paper), paper.imprint, f"Agenda, {day(paper.on)}")


def report(paper: ReportPaper) -> bytes:
    """Write a report as a Word file."""
    return _write(report_paper.story(paper), paper.imprint, f"{report_paper.TITLE}: {paper.subject}")


def report_template(paper: ReportPaper) -> bytes:
    """Write the house template of a report as a Word file, with what is known filled in."""
    return report(as_template(paper))


def terms(paper: TermsPaper) -> bytes:
    """Write a version of the terms of reference as a Word file."""
    return _write(terms_paper.story(paper), paper.imprint, f"{terms_paper.TITLE}, version {paper.number}")


def _write(story: Story, imprint: Imprint, title: str) -> bytes:
    document = Document()
    make_styles(document, imprint.colour.lstrip("#").upper())
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(MARGIN)
    page.header_distance = page.footer_distance = Mm(9)
    furnish(document, imprint, title)
    writer = Writer(document)
    writer.write(story)
    return _saved(document, imprint, title)


class Writer:
    """Writes blocks into one document, and remembers which minute it is in."""

    def __init__(self, document: Any) -> None:
        self.document, self.lists, self.minute = document, Lists(document), 0

    def write(self, blocks: Iterable[Block]) -> None:
        """Write blocks in order."""
        for block in blocks:
            WRITE[type(block)](self, block)

    def paragraph(self, words: Words, style: str) -> Any:
        """Add a paragraph of a style."""
        made = self.document.add_paragraph(style=style)
        for run in (Run(words),) if isinstance(words, str) else words:
            piece = made.add_run(printable(run.words))
            if run.mark in MARKED:
                setattr(piece, MARKED[run.mark], True)
        return made

    def text(self, block: Text) -> None:
        """Write a paragraph or a heading, its number fixed by the record."""
        made = self.paragraph(block.words, STYLES.get(block.look, "Normal"))
        if block.look == "itemby":  # in minutes a presenter stays with what follows; here the next item does
            made.paragraph_format.keep_with_next = False
        if block.look in ("minute", "titled", "section", "paged", "item"):
            self.minute = self.lists.minute(block.label)
            if block.label:
                put_in(made, self.minute)
        elif block.label:
            numbered = self.lists.label if block.look == "subject" else self.lists.paragraph
            put_in(made, numbered(block.label))
        if block.right and not block.right[0].isdigit() and block.look == "item":
            made.add_run(f" ({printable(block.right)})")

    def bullets(self, block: Bullets) -> None:
        """Write a list."""
        for depth, words in block.items:
            put_in(self.paragraph(words, "Bullet"), self.lists.bullets, depth)

    def numerals(self, block: Numerals) -> None:
        """Write decisions; Word counts them only if the record does."""
        if block.heading:
            self.paragraph(block.heading, "Heading 3")
        counts = is_counted([row.numeral for row in block.rows])
        for row in block.rows:
            made = self.paragraph(row.words, "Decision" if block.is_agreed else "Recommendation")
            if row.numeral:
                put_in(made, *((self.minute, 1) if counts else (self.lists.decision(row.numeral), 0)))
            made.paragraph_format.keep_with_next = bool(row.notes)
            for note in row.notes:
                self.paragraph(note, "Action")

    def attendance(self, block: Attendance) -> None:
        """Write people, one to a line, the first beside the label."""
        for place, person in enumerate(block.people):
            made = self.paragraph(person, "Attendance")
            if place == 0:
                made.paragraph_format.space_before = Mm(3)
                put_in(made, self.lists.label(block.label))

    def members(self, block: Members) -> None:
        """Write each list of members under its heading."""
        for heading, seats in block.lists:
            self.paragraph(heading, "Heading 3").paragraph_format.left_indent = 0
            for seat in seats:
                name = Run(seat.name, "italic") if seat.is_vacant else bold(seat.name)
                self.paragraph((name, Run(f", {seat.post}" if seat.post else "")), "Member")

    def notice(self, block: Notice) -> None:
        """Write words in an outline."""
        for words in block.paragraphs:
            self.paragraph(words, "Indented notice" if block.is_indented else "Notice")
        self.document.paragraphs[-1].paragraph_format.space_after = Mm(3)

    def signature(self, _block: Signature) -> None:
        """Write the lines on which the chair signs."""
        for word, width in (("Chair", 90), ("Date", 45)):
            line = self.paragraph(word, "Signature line")
            line.paragraph_format.right_indent = Mm(210 - 2 * MARGIN - 15 - width)

    def together(self, block: Together) -> None:
        """Write blocks that stay on one page."""
        before = len(self.document.paragraphs)
        self.write(block.blocks)
        for paragraph in self.document.paragraphs[before:-1]:
            paragraph.paragraph_format.keep_with_next = True

    def room(self, _block: Room) -> None:
        """Leave the breaking of pages to Word."""


WRITE: dict[type[Block], Callable[[Writer, Any], None]] = {
    Text: Writer.text,
    Bullets: Writer.bullets,
    Numerals: Writer.numerals,
    Attendance: Writer.attendance,
    Members: Writer.members,
    Notice: Writer.notice,
    Signature: Writer.signature,
    Room: Writer.room,
    Together: Writer.together,
}


def _saved(document: Any, imprint: Imprint, title: str) -> bytes:
    about = document.core_properties
    about.title, about.author, about.language = printable(title), printable(imprint.body), "en-GB"
    about.created = about.modified = datetime.combine(imprint.issued_on, time())
    about.last_modified_by, about.comments, about.revision = "", "", 1
    file = BytesIO()
    document.save(file)
    return _repeatable(file)


def _repeatable(file: BytesIO) -> bytes:
    """Pack the same parts with no time of packing, so that the same record gives the same bytes."""
    made = BytesIO()
    with ZipFile(file) as packed, ZipFile(made, "w", ZIP_DEFLATED) as again:
        for name in packed.namelist():
            again.writestr(ZipInfo(name), packed.read(name), ZIP_DEFLATED)
    return made.getvalue()
