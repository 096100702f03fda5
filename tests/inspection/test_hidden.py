"""Every trap is found, by its kind; a cleaned copy holds nothing but what it shows."""

import io

import pypdfium2
import pytest
from docx import Document
from PIL import ImageChops

from shp_gov.inspection.clean_process import CLEAN
from shp_gov.inspection.hidden import FileRefused, HiddenKind, clean, inspect
from shp_gov.inspection.inspect_process import LOOK
from shp_gov.inspection.kinds import Kind, kind_of
from tests.bad_files import PICTURE, a_bomb
from tests.importers.pack.samples import a_set_file, an_archive
from tests.inspection.pdf_traps import PDF_TRAPS, a_pdf
from tests.inspection.traps import (
    PLANTED,
    SHOWN,
    WORD_TRAPS,
    a_paragraph,
    a_run,
    a_word_file,
    everything_in,
)

TRAPS = [
    *(pytest.param(trap, f"report{ending}", id=f"{name} in {ending}") for ending, traps in
      ((".docx", WORD_TRAPS), (".pdf", PDF_TRAPS)) for name, trap in traps.items()),
]  # fmt: skip


@pytest.mark.parametrize(("trap", "name"), TRAPS)
def test_every_trap_is_found_and_a_clean_copy_holds_nothing_of_it(trap, name):
    content = trap.make()
    assert PLANTED in everything_in(content), "the trap is not laid"

    found = here(content)
    copy = CLEAN[kind_of(content)](content)

    assert trap.kind in {each.kind for each in found}
    assert here(copy) == []
    assert PLANTED not in everything_in(copy)


def here(content):
    """Look through a file in this process: the others are for one test each, because they are slow to start."""
    return list(LOOK[kind_of(content)](content))


def test_both_are_done_in_a_process_apart():
    for name, traps in (("report.docx", WORD_TRAPS), ("report.pdf", PDF_TRAPS)):
        content = traps["an author"].make()
        assert HiddenKind.METADATA in {each.kind for each in inspect(content, name)}
        assert inspect(clean(content, name), name) == ()


@pytest.mark.parametrize("name", WORD_TRAPS)
def test_a_cleaned_word_file_opens_and_still_says_what_it_showed(name):
    paragraphs = Document(io.BytesIO(CLEAN[Kind.WORD](WORD_TRAPS[name].make()))).paragraphs

    assert SHOWN in [paragraph.text for paragraph in paragraphs]
    assert PLANTED not in "".join(paragraph.text for paragraph in paragraphs)


@pytest.mark.parametrize("name", [name for name in PDF_TRAPS if name not in ("a note", "words typed over")])
def test_a_cleaned_pdf_looks_as_it_did(name):
    content = PDF_TRAPS[name].make()

    before, after = drawn(content), drawn(CLEAN[Kind.PDF](content))

    assert before.size == after.size
    assert sum(ImageChops.difference(before, after).convert("L").histogram()[64:]) < before.width * before.height / 500


def drawn(content):
    with pypdfium2.PdfDocument(content) as document:
        return document[0].render(scale=1, may_draw_forms=True).to_pil().convert("RGB")


@pytest.mark.parametrize(
    ("content", "name"), [(a_word_file(), "report.docx"), (a_pdf(), "report.pdf")], ids=["Word", "PDF"]
)
def test_a_file_that_hides_nothing_is_said_to_hide_nothing(content, name):
    assert inspect(content, name) == ()


def test_white_words_in_a_dark_band_are_seen():
    band = '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="0D4F5E"/>'

    assert inspect(a_word_file(a_paragraph(a_run("Private", band))), "report.docx") == ()


def test_what_is_found_is_told_with_its_place_and_its_words():
    (found,) = inspect(WORD_TRAPS["a tracked deletion"].make(), "report.docx")

    assert (found.kind, found.where, found.words) == (
        HiddenKind.TRACKED_CHANGE,
        "taken out by Pat Lowe in the text",
        PLANTED,
    )


def test_accepting_changes_keeps_what_was_put_in_and_joins_what_was_joined():
    by = 'w:id="1" w:author="Pat Lowe"'
    first = f"<w:pPr><w:rPr><w:del {by}/></w:rPr></w:pPr>{a_run('Twelve lamps ')}"
    second = f"<w:del {by}><w:r><w:delText>may</w:delText></w:r></w:del><w:ins {by}>{a_run('are to')}</w:ins>"
    content = a_word_file(f"{a_paragraph(first)}{a_paragraph(second + a_run(' be replaced.'))}")

    paragraphs = Document(io.BytesIO(CLEAN[Kind.WORD](content))).paragraphs

    assert "Twelve lamps are to be replaced." in [paragraph.text for paragraph in paragraphs]


REFUSED = {
    "nothing": ("report.docx", lambda: b"", "is empty"),
    "200 MB": ("report.pdf", lambda: b"%PDF-1.7\n" + bytes(200_000_000), "larger than 20 MB"),
    "a zip bomb": ("report.docx", a_bomb, "unpacks to more than is safe to open"),
    "a locked PDF": ("report.pdf", lambda: a_set_file([(72, 700, "Lamps")], locked="secret"), "locked with a password"),
    "half a PDF": ("report.pdf", lambda: a_pdf()[:300], "damaged"),
    "half a Word file": ("report.docx", lambda: a_word_file()[:-3000], "damaged"),
    "a PDF called Word": ("report.docx", a_pdf, "is a PDF, whatever its name says. Rename it to end in .pdf"),
    "Word called a PDF": ("report.pdf", a_word_file, "is a Word document, whatever its name says"),
    "a picture": ("report.pdf", lambda: PICTURE, "is a picture"),
    "an archive": ("report.docx", lambda: an_archive({"a.txt": b"a"}), "is a zip archive"),
    "a text": ("report.txt", lambda: b"Lamps", "is plain text. Save it as a Word document"),
    "an old Word file": ("report.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 90, "an old Office document"),
}


@pytest.mark.parametrize("case", REFUSED)
@pytest.mark.parametrize("ask", [inspect, clean])
def test_a_bad_file_is_refused_with_a_clear_sentence(case, ask):
    name, content, says = REFUSED[case]

    with pytest.raises(FileRefused, match=says):
        ask(content(), name)
