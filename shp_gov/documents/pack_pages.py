"""Pages that somebody uploaded, each on an A4 sheet of the pack: upright as it was shown, clear of head and foot."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
from pypdf import PdfReader, PdfWriter
from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    RectangleObject,
    StreamObject,
)

from shp_gov.documents.house_style import HEIGHT, WIDTH
from shp_gov.documents.pack_furniture import FREE_FOOT, FREE_HEAD
from shp_gov.domain.pack import PackRefused

USUAL, SCALE = 0.92, 0.5
FAULTY = "it is damaged or locked"
NOT_A_PDF = (PyPdfError, DependencyError, pypdfium2.PdfiumError, RecursionError, ValueError, KeyError, TypeError)
Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True)
class Ink:
    """How much of the top and of the bottom of a page is free of ink, as shares of its height."""

    top: float = 0
    bottom: float = 0


@dataclass(frozen=True)
class Placed:
    """How an uploaded page lies on its sheet."""

    is_landscape: bool
    matrix: Matrix


@contextmanager
def opened(path: Path, filename: str) -> Iterator[PdfReader]:
    """Open an uploaded PDF, its notes and filled-in fields drawn into its pages; refuse one that cannot be read."""
    try:
        with path.open("rb") as file, PdfReader(file, strict=False) as reader:
            if not any(map(_holds_notes, reader.pages)):
                yield reader
                return
        with BytesIO(_flattened(path)) as drawn, PdfReader(drawn, strict=False) as reader:
            yield reader
    except NOT_A_PDF as error:
        raise PackRefused(f"“{filename}” cannot be read into the pack: {FAULTY}. Upload it again.") from error


def count(path: Path, filename: str) -> int:
    """Count the pages of an uploaded PDF."""
    with opened(path, filename) as reader:
        pages = len(reader.pages)
    if pages == 0:
        raise PackRefused(f"“{filename}” has no pages. Upload it again.")
    return pages


def _notes(page: Any) -> list[Any]:
    return [note.get_object() for note in page.get("/Annots", ArrayObject()).get_object() or ()]


def _holds_notes(page: Any) -> bool:
    return any(isinstance(note, DictionaryObject) and note.get("/Subtype") != "/Link" for note in _notes(page))


def _flattened(path: Path) -> bytes:
    file = BytesIO()
    with pypdfium2.PdfDocument(path) as document:
        document.init_forms()
        for page in document:
            page.flatten()
            page.close()
        document.save(file)
    return file.getvalue()


def ink(path: Path) -> Iterator[Ink]:
    """Tell of each page how much of its head and foot is free, by drawing it small."""
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            yield _ink(page)
            page.close()


def _ink(page: Any) -> Ink:
    drawn = page.render(scale=SCALE, grayscale=True)
    rows = [bytes(drawn.buffer[y * drawn.stride : y * drawn.stride + drawn.width]) for y in range(drawn.height)]
    white = b"\xff" * drawn.width
    inked = [y for y, row in enumerate(rows) if row != white]
    drawn.close()
    if not inked:
        return Ink(1, 1)
    return Ink(inked[0] / len(rows), 1 - (inked[-1] + 1) / len(rows))


def placed(page: Any, free: Ink) -> Placed:
    """Lay a page on a sheet: at its full size where head and foot are free, smaller about the middle if not."""
    box, turned = page.cropbox, page.rotation % 360
    sizes = (float(box.width), float(box.height))
    width, height = sizes if turned in (0, 180) else sizes[::-1]
    is_landscape = width > height
    sheet = (HEIGHT, WIDTH) if is_landscape else (WIDTH, HEIGHT)
    scale = min(1.0, sheet[0] / width, sheet[1] / height)
    scale, bottom = _clear(scale, height, sheet[1], free)
    left = (sheet[0] - width * scale) / 2
    return Placed(is_landscape, _moved(_turned(box, turned), scale, left, bottom))


def _clear(scale: float, height: float, sheet: float, free: Ink) -> tuple[float, float]:
    """Find the largest size at which nothing printed lies under the head or the foot, and where its bottom is then.

    Full size about the middle, else smaller and moved up or down as needed, else as small as it takes.
    """
    middle = (sheet - height * scale) / 2
    if _lowest(scale, height, free) <= middle <= _highest(scale, height, sheet, free):
        return scale, middle
    room, printed = sheet - FREE_HEAD - FREE_FOOT, height * max(0.05, 1 - free.top - free.bottom)
    scale = min(scale * USUAL, room / printed)
    low, high = _lowest(scale, height, free), _highest(scale, height, sheet, free)
    return scale, max(low, min(high, (sheet - height * scale) / 2))


def _lowest(scale: float, height: float, free: Ink) -> float:
    """Tell how low a page may lie before it prints into the foot."""
    return FREE_FOOT - free.bottom * height * scale


def _highest(scale: float, height: float, sheet: float, free: Ink) -> float:
    """Tell how high a page may lie before it prints into the head."""
    return sheet - FREE_HEAD - (1 - free.top) * height * scale


def _turned(box: RectangleObject, turned: int) -> Matrix:
    """Give the matrix that shows a page upright with its corner at nought."""
    left, bottom, right, top = (float(each) for each in box)
    return {
        0: (1.0, 0.0, 0.0, 1.0, -left, -bottom),
        90: (0.0, -1.0, 1.0, 0.0, -bottom, right),
        180: (-1.0, 0.0, 0.0, -1.0, right, top),
        270: (0.0, 1.0, -1.0, 0.0, top, -left),
    }[turned]


def _moved(matrix: Matrix, scale: float, left: float, bottom: float) -> Matrix:
    a, b, c, d, e, f = (each * scale for each in matrix)
    return (a, b, c, d, e + left, f + bottom)


def as_picture(page: Any, writer: PdfWriter) -> Any:
    """Give the whole of a page as one drawing, so that nothing in it reaches beyond it."""
    form = StreamObject()
    contents = page.get_contents()
    form.set_data(contents.get_data() if contents is not None else b"")
    form.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): RectangleObject(tuple(page.cropbox)),
            NameObject("/Resources"): resources_of(page).clone(writer),
        }
    )
    if "/Group" in page:
        form[NameObject("/Group")] = page["/Group"].clone(writer)
    return writer._add_object(form.flate_encode())


def resources_of(page: Any) -> Any:
    """Give the fonts and drawings of a page; it may have them from the pages it hangs under."""
    while page is not None:
        if "/Resources" in page:
            return page["/Resources"].get_object()
        page = page["/Parent"].get_object() if "/Parent" in page else None
    return DictionaryObject()


def links(page: Any, matrix: Matrix) -> ArrayObject:
    """Give the links of a page to other pages of the web, where they now lie."""
    return ArrayObject(_link(note, matrix) for note in _notes(page) if _leads_out(note))


def _leads_out(note: Any) -> bool:
    action = note["/A"].get_object() if isinstance(note, DictionaryObject) and "/A" in note else None
    return isinstance(action, DictionaryObject) and action.get("/S") == "/URI" and "/Rect" in note


def _link(note: Any, matrix: Matrix) -> DictionaryObject:
    a, b, c, d, e, f = matrix
    x1, y1, x2, y2 = (float(each) for each in note["/Rect"])
    xs, ys = zip(*((a * x + c * y + e, b * x + d * y + f) for x, y in ((x1, y1), (x2, y2))), strict=True)
    target = {NameObject("/S"): NameObject("/URI"), NameObject("/URI"): note["/A"].get_object()["/URI"]}
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Link"),
            NameObject("/Rect"): ArrayObject(map(FloatObject, (min(xs), min(ys), max(xs), max(ys)))),
            NameObject("/Border"): ArrayObject(map(FloatObject, (0, 0, 0))),
            NameObject("/A"): DictionaryObject(target),
        }
    )
