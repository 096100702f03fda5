"""Head and foot of every page of a pack: whose it is, which item, what it is, its number. Nobody reads them aloud."""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.colors import HexColor, white
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from shp_gov.documents.characters import set_in
from shp_gov.documents.house_style import (
    HAIR,
    HEAVY,
    HEIGHT,
    INK,
    LEFT,
    LINE,
    OUTLINE,
    QUIET,
    RIGHT,
    WIDTH,
    characters,
    load_faces,
)
from shp_gov.documents.wording import day, joined, paragraphs_of, record
from shp_gov.domain.pack import Pack, PackPages
from shp_gov.domain.papers import Imprint

SIZE, STEP, FOOT, HEAD, BAND = 9.5, 13, 46, 44, 26
FREE_HEAD, FREE_FOOT = 58, 66  # what an uploaded page must leave free of ink to stand at its full size
KEEP_SAFE = "Keep safe. Do not copy or pass on."


@dataclass(frozen=True)
class Sheet:
    """What one page says beside its paper."""

    number: int
    item: str = ""
    is_first: bool = False
    is_draft: bool = False
    is_landscape: bool = False

    @property
    def size(self) -> tuple[float, float]:
        """Give its width and height."""
        return (HEIGHT, WIDTH) if self.is_landscape else (WIDTH, HEIGHT)


@dataclass(frozen=True)
class Marking:
    """What every page of one version of a pack says."""

    running: str
    status: str
    edition: str
    prefix: str
    last: int
    colour: str
    is_restricted: bool


def marking(pack: Pack, pages: PackPages, *, is_restricted: bool) -> Marking:
    """Say what a version of a pack is."""
    private = joined("Not for publication", paragraphs_of(pack.paragraphs) if pack.paragraphs else "", by=": ")
    status = private if is_restricted else "Public"
    called = f"{'Restricted p' if is_restricted else 'P'}ack version {pack.version}"
    out = f"{'made' if pack.is_draft else 'published'} on {day(pack.published_on)}"
    said = pack.full_record_hash if is_restricted else pack.record_hash
    about = Imprint(body=pack.body, version=pack.version, issued_on=pack.published_on, record_hash=said)
    return Marking(
        running=f"{pack.body}, {day(pack.on)}",
        status=f"Draft, {status[:1].lower()}{status[1:]}" if pack.is_draft else status,
        edition=joined(f"{called}, {out}", record(about), by=". "),
        prefix=pages.prefix,
        last=pages.last,
        colour=pack.colour,
        is_restricted=is_restricted,
    )


def draw(sheets: Iterable[Sheet], marking: Marking) -> bytes:
    """Draw the furniture of each sheet on a page of its own, to be laid over the paper."""
    load_faces()
    file = BytesIO()
    canvas = Canvas(file, invariant=1)
    for sheet in sheets:
        canvas.setPageSize(sheet.size)
        _draw(canvas, sheet, marking, *sheet.size)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _draw(canvas: Canvas, sheet: Sheet, marking: Marking, width: float, height: float) -> None:
    if marking.is_restricted:
        _band(canvas, marking.status, width, height)
    if sheet.is_first:
        canvas.setFillColor(HexColor(marking.colour))
        canvas.rect(LEFT, height - 40, width - LEFT - RIGHT, HEAVY, stroke=0, fill=1)
    else:
        _head(canvas, sheet, marking, width, height)
    _foot(canvas, sheet, marking, width)


def _band(canvas: Canvas, words: str, width: float, height: float) -> None:
    canvas.setFillColor(INK)
    canvas.rect(0, height - BAND, width, BAND, stroke=0, fill=1)
    canvas.setFillColor(white)
    canvas.setFont("Text-Bold", 11)
    canvas.drawString(LEFT, height - BAND + 8, words)
    canvas.drawRightString(width - RIGHT, height - BAND + 8, KEEP_SAFE)


def _head(canvas: Canvas, sheet: Sheet, marking: Marking, width: float, height: float) -> None:
    edge, y = width - RIGHT, height - HEAD
    if sheet.is_draft:
        _draft(canvas, edge, y)
        edge -= 58
    canvas.setFillColor(QUIET)
    canvas.setFont("Text", SIZE)
    canvas.drawRightString(edge, y, set_in(sheet.item, characters("Text")))
    room = edge - LEFT - stringWidth(sheet.item, "Text", SIZE) - 18
    canvas.drawString(LEFT, y, fitted(marking.running, SIZE, room))
    _hairline(canvas, y - 8, width)


def _draft(canvas: Canvas, edge: float, y: float) -> None:
    canvas.setLineWidth(OUTLINE)
    canvas.setStrokeColor(INK)
    canvas.setFillColor(INK)
    canvas.rect(edge - 48, y - 5, 48, 16)
    canvas.setFont("Text-Bold", 10.5)
    canvas.drawCentredString(edge - 24, y - 0.6, "DRAFT")


def _foot(canvas: Canvas, sheet: Sheet, marking: Marking, width: float) -> None:
    _hairline(canvas, FOOT + SIZE + 6, width)
    canvas.setFillColor(INK)
    canvas.setFont("Text-Bold", SIZE)
    canvas.drawString(LEFT, FOOT, marking.status)
    number = f"Pack page {marking.prefix}{sheet.number} of {marking.prefix}{marking.last}"
    canvas.drawRightString(width - RIGHT, FOOT, number)
    canvas.setFillColor(QUIET)
    canvas.setFont("Text", SIZE)
    canvas.drawString(LEFT, FOOT - STEP, marking.edition)


def _hairline(canvas: Canvas, y: float, width: float) -> None:
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(HAIR)
    canvas.line(LEFT, y, width - RIGHT, y)


def fitted(words: str, size: float, room: float) -> str:
    """Give as much of some words as there is room for."""
    said = set_in(words, characters("Text")).split()
    while len(said) > 1 and stringWidth(" ".join(said), "Text", size) > room:
        said = [*said[:-2], "…"] if said[-1] == "…" else [*said[:-1], "…"]
    return " ".join(said)
