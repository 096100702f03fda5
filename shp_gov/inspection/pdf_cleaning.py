"""A PDF with nothing in it that it does not show: its pages written anew, and nothing else taken along.

A page with words that cannot be seen, with a hidden layer or with form fields becomes a picture of itself: words under
a box can be taken out in no other way that is sure.
"""

import io
from typing import Any

import pypdfium2
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from shp_gov.inspection.pdf_hidden import hidden_layers, opened
from shp_gov.inspection.pdf_unseen import unseen_words

SHARPNESS = 200 / 72
GOES_FROM_A_PAGE = ("/AA", "/Metadata", "/PieceInfo", "/Thumb", "/LastModified", "/StructParents", "/Tabs")
PIXELS_OF_A_PAGE = 40_000_000


def cleaned(content: bytes) -> bytes:
    """Make a copy that holds only what it shows."""
    reader = opened(content)
    with pypdfium2.PdfDocument(content) as document:
        to_picture = {number for number, _ in unseen_words(document)} | _not_as_they_are(reader)
        writer = PdfWriter()
        for number, page in enumerate(reader.pages, start=1):
            if number in to_picture:
                drawn = document[number - 1]
                writer.add_page(_picture(drawn)).scale_to(*drawn.get_size())
            else:
                _bare(page)
                writer.add_page(page)
    writer.metadata = None
    for label in ("/Metadata", "/OpenAction", "/AA", "/AcroForm", "/Names", "/OCProperties", "/AF"):
        writer.root_object.pop(NameObject(label), None)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _not_as_they_are(reader: PdfReader) -> set[int]:
    """Number the pages that show something else once layers and form fields are gone."""
    if any(hidden_layers(reader)):
        return set(range(1, len(reader.pages) + 1))
    return {number for number, page in enumerate(reader.pages, start=1) if any(map(_is_field, _notes(page)))}


def _notes(page: Any) -> list[Any]:
    return [note.get_object() for note in page.get("/Annots", ArrayObject()).get_object() or ()]


def _is_field(note: Any) -> bool:
    return isinstance(note, DictionaryObject) and note.get("/Subtype") == "/Widget"


def _bare(page: Any) -> None:
    """Leave a page its words, its pictures and its links to pages."""
    for key in GOES_FROM_A_PAGE:
        page.pop(NameObject(key), None)
    notes = [note for note in _notes(page) if _is_plain_link(note)]
    page.pop(NameObject("/Annots"), None)
    if notes:
        page[NameObject("/Annots")] = ArrayObject(map(_link, notes))


def _is_plain_link(link: Any) -> bool:
    if not isinstance(link, DictionaryObject) or link.get("/Subtype") != "/Link" or "/A" not in link:
        return False
    action = link["/A"].get_object()
    return isinstance(action, DictionaryObject) and action.get("/S") == "/URI" and "/Next" not in action


def _link(link: Any) -> DictionaryObject:
    """Keep of a link where it is and where it leads."""
    action = link["/A"].get_object()
    target = DictionaryObject({NameObject("/S"): NameObject("/URI"), NameObject("/URI"): action["/URI"]})
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Link"),
            NameObject("/Rect"): link["/Rect"],
            NameObject("/Border"): ArrayObject(),
            NameObject("/A"): target,
        }
    )


def _picture(page: Any) -> Any:
    """Draw a page as its reader sees it, as a page of its size."""
    width, height = page.get_size()
    scale = min(SHARPNESS, (PIXELS_OF_A_PAGE / max(1.0, width * height)) ** 0.5)
    drawn: Image.Image = page.render(scale=scale, may_draw_forms=True).to_pil().convert("RGB")
    file = io.BytesIO()
    drawn.save(file, "PDF", resolution=72 * scale, quality=85)
    return PdfReader(file).pages[0]
