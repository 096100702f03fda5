"""Pages that somebody uploaded, on sheets of the pack: upright, whole, clear of head and foot."""

import re
import subprocess
from io import BytesIO

import pytest
from pypdf import PdfWriter
from pypdf.generic import RectangleObject
from reportlab.lib.pagesizes import A3, A4, A5, landscape
from reportlab.pdfgen.canvas import Canvas

from shp_gov.domain.pack import PackRefused
from tests.detectors import needs_tools
from tests.documents.examples import pdf
from tests.documents.packs import Folder, a_pack, a_part, a_pdf, built


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


PAGES = {
    "upright": a_pdf("Word"),
    "landscape": a_pdf("Word", size=landscape(A4)),
    "turned right": a_pdf("Word", rotate=90),
    "upside down": a_pdf("Word", rotate=180),
    "turned left": a_pdf("Word", rotate=270),
    "large": a_pdf("Word", size=A3),
    "small": a_pdf("Word", size=A5),
    "slides": a_pdf("Word", size=(720, 405)),
    "poster": a_pdf("Word", size=(2384, 3370)),
    "to the very top": a_pdf("Word", top=9),
    "to the very foot": a_pdf("Word", top=838),
    "cut": None,
}


def _cut() -> bytes:
    writer = PdfWriter(clone_from=BytesIO(a_pdf("Word", size=A3)))
    writer.pages[0].cropbox = RectangleObject((0, 600, 500, 1190.5))
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


@pytest.mark.parametrize("kind", PAGES)
@needs_tools
def test_an_uploaded_page_is_a_sheet_of_a4_whose_words_are_clear_of_head_and_foot(folder, tmp_path, kind):
    content = built(a_pack([a_part(1, folder.keep(PAGES[kind] or _cut()))]), folder)
    page = pdf(content).pages[1]
    (tmp_path / "pack.pdf").write_bytes(content)
    boxes = subprocess.run(
        ["pdftotext", "-bbox", "-f", "2", tmp_path / "pack.pdf", "-"], capture_output=True, check=True
    ).stdout.decode()
    left, top, right, bottom = map(
        float, re.search(r'xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">Word<', boxes).groups()
    )

    width, height = round(page.mediabox.width), round(page.mediabox.height)
    assert sorted((width, height)) == [595, 842]
    assert page.rotation == 0
    assert 0 <= left < right <= width
    assert 50 <= top < bottom <= height - 60


def test_a_damaged_file_is_refused_with_its_name(folder):
    torn = a_pdf("Word", "Word")[:400]
    for content in (b"not a pdf", torn, b"%PDF-1.7\n%%EOF"):
        with pytest.raises(PackRefused, match=r"“figures\.pdf”"):
            built(a_pack([a_part(1, folder.keep(content, "figures.pdf"))]), folder)


def test_notes_and_filled_in_fields_are_drawn_into_their_page(folder):
    from_form = a_form("Typed into a field")

    content = built(a_pack([a_part(1, folder.keep(from_form))]), folder)

    assert "Typed into a field" in pdf(content).pages[1].extract_text()
    assert "/Annots" not in pdf(content).pages[1]


def a_form(words: str) -> bytes:
    file = BytesIO()
    canvas = Canvas(file)
    canvas.drawString(70, 700, "Name")
    canvas.acroForm.textfield(name="name", value=words, x=70, y=650, width=300)
    canvas.save()
    return file.getvalue()
