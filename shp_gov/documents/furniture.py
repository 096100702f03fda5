"""What stands on every page beside the paper itself, and the making of the file."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from reportlab.lib.colors import white
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from shp_gov.documents.characters import printable, set_in
from shp_gov.documents.content import Story
from shp_gov.documents.house_style import (
    FIRST_TOP,
    HAIR,
    HEADER_Y,
    HEAVY,
    HEIGHT,
    INK,
    LEFT,
    LINE,
    MEASURE,
    OUTLINE,
    QUIET,
    RIGHT,
    WIDTH,
    Sheet,
    characters,
    sheet,
)
from shp_gov.documents.layout import lay_out
from shp_gov.documents.tagged import TaggedCanvas
from shp_gov.documents.wording import edition, joined, record, status
from shp_gov.domain.papers import Imprint


def print_pdf(story: Story, imprint: Imprint, *, title: str, running: str) -> bytes:
    """Set a story as a PDF. It is set twice: the first time counts the pages."""
    style = sheet(is_large=imprint.is_large_print, colour=imprint.colour)
    counted = _set(story, imprint, title, running, Furniture(imprint, style, running, 0), FIRST_TOP)[1]
    return _set(story, imprint, title, running, Furniture(imprint, style, running, counted), FIRST_TOP)[0]


def print_bare(story: Story, imprint: Imprint, *, title: str, first_top: float = 72) -> tuple[bytes, int]:
    """Set a story with nothing beside it on its pages, for a pack, which has its own head and foot. Count them too."""
    return _set(story, imprint, title, title, Bare(), first_top)


class Bare:
    """No head, no foot, no marking."""

    def first_page(self, canvas: TaggedCanvas, doc: Any) -> None:
        """Draw nothing."""

    later_page = first_page


def _set(
    story: Story, imprint: Imprint, title: str, running: str, furniture: Any, first_top: float
) -> tuple[bytes, int]:
    style = sheet(is_large=imprint.is_large_print, colour=imprint.colour)
    file = BytesIO()
    about: dict[str, Any] = {
        "title": printable(title),
        "author": printable(imprint.body),
        "lang": "en-GB",
        "creator": "shp_gov",
        "subject": printable(running),
    }
    doc = BaseDocTemplate(file, pagesize=A4, invariant=1, initialFontName="Text", **about)
    doc.addPageTemplates([_template("first", furniture.first_page, first_top, style)])
    doc.addPageTemplates([_template("later", furniture.later_page, style.frame[0], style)])
    doc.build(lay_out(story, style), canvasmaker=TaggedCanvas)
    return file.getvalue(), doc.page


def _template(name: str, draw: Callable[[Any, Any], None], top: float, style: Sheet) -> PageTemplate:
    bottom = style.frame[1]
    frame = Frame(LEFT, bottom, MEASURE, HEIGHT - top - bottom, 0, 0, 0, 0)
    return PageTemplate(name, [frame], autoNextPageTemplate="later", onPage=draw)


class Furniture:
    """Head, foot and marking of each page: decoration, which nobody reads aloud again and again."""

    def __init__(self, imprint: Imprint, style: Sheet, running: str, pages: int) -> None:
        self.imprint, self.style, self.running, self.pages = imprint, style, running, pages

    def first_page(self, canvas: TaggedCanvas, doc: Any) -> None:
        """Draw the first page: a rule in the body's colour instead of a running head."""
        canvas.addPageLabel(0, style="D", start=1)
        self._begin(canvas)
        self._mark(canvas, HEIGHT - FIRST_TOP - 13)
        canvas.setFillColor(self.style.colour)
        canvas.rect(LEFT, HEIGHT - 40, MEASURE, HEAVY, stroke=0, fill=1)
        self._foot(canvas, doc.page)

    def later_page(self, canvas: TaggedCanvas, doc: Any) -> None:
        """Draw any other page."""
        self._begin(canvas)
        self._mark(canvas, HEADER_Y)
        self._head(canvas)
        self._foot(canvas, doc.page)

    def _begin(self, canvas: TaggedCanvas) -> None:
        canvas.artifact("Pagination")
        canvas.saveState()

    def _head(self, canvas: TaggedCanvas) -> None:
        size = self.style.furniture[0]
        edge = WIDTH - RIGHT - (self.style.is_large * 26 + 58) * self.imprint.is_draft
        running = set_in(self.running, characters("Text"))
        canvas.setFillColor(QUIET)
        canvas.setFont("Text", size)
        canvas.drawRightString(edge, HEADER_Y, running)
        if not self.style.is_large:
            room = edge - LEFT - stringWidth(running, "Text", size) - 18
            canvas.drawString(LEFT, HEADER_Y, _shortened(self.imprint.body, size, room))
        _hairline(canvas, HEADER_Y - 8)

    def _foot(self, canvas: TaggedCanvas, page: int) -> None:
        size, step = self.style.furniture
        foot = self.style.frame[2]
        _hairline(canvas, foot + size + 6)
        canvas.setFillColor(INK)
        canvas.setFont("Text-Bold", size)
        canvas.drawString(LEFT, foot, status(self.imprint))
        canvas.drawRightString(WIDTH - RIGHT, foot, f"Page {page} of {self.pages}")
        canvas.setFillColor(QUIET)
        canvas.setFont("Text", size)
        about = [edition(self.imprint), record(self.imprint)]
        for number, line in enumerate(about if self.style.is_large else [joined(*about, by=". ")], 1):
            canvas.drawString(LEFT, foot - number * step, line)
        canvas.restoreState()
        canvas.end()

    def _mark(self, canvas: TaggedCanvas, y: float) -> None:
        canvas.setFillColor(INK)
        if self.imprint.is_restricted:
            _band(canvas, status(self.imprint), self.style.is_large)
        if self.imprint.is_draft:
            _draft(canvas, y, 1.5 if self.style.is_large else 1)


def _band(canvas: TaggedCanvas, words: str, is_large: bool) -> None:
    """Draw a solid band at the top: not for publication."""
    height, size = (34, 16) if is_large else (26, 11)
    canvas.rect(0, HEIGHT - height, WIDTH, height, stroke=0, fill=1)
    canvas.setFillColor(white)
    canvas.setFont("Text-Bold", size)
    canvas.drawString(LEFT, HEIGHT - height + 8, words)
    if not is_large:
        canvas.drawRightString(WIDTH - RIGHT, HEIGHT - 18, "Keep safe. Do not copy or pass on.")


def _draft(canvas: TaggedCanvas, y: float, scale: float) -> None:
    """Draw an outlined word on every page; no watermark, which spoils reading and copying."""
    width = 48 * scale
    canvas.setLineWidth(OUTLINE)
    canvas.setStrokeColor(INK)
    canvas.setFillColor(INK)
    canvas.rect(WIDTH - RIGHT - width, y - 5 * scale, width, 16 * scale)
    canvas.setFont("Text-Bold", 10.5 * scale)
    canvas.drawCentredString(WIDTH - RIGHT - width / 2, y - 0.6 * scale, "DRAFT")


def _hairline(canvas: TaggedCanvas, y: float) -> None:
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(HAIR)
    canvas.line(LEFT, y, WIDTH - RIGHT, y)


def _shortened(body: str, size: float, room: float) -> str:
    """Give as much of a long name as the running head has room for."""
    words = set_in(body, characters("Text")).split()
    while len(words) > 1 and stringWidth(" ".join(words), "Text", size) > room:
        words = [*words[:-2], "…"] if words[-1] == "…" else [*words[:-1], "…"]
    return " ".join(words)
