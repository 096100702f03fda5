"""Whatever a PDF holds, the process that reads it answers with lines or with the word for what is wrong."""

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from shp_gov.importers.pack import pdf_process
from shp_gov.importers.pack.pdf_words import Face, Page, Word
from tests.importers.pack.samples import PROSE, a_printed_file, a_set_file

PRINTED = a_printed_file("<b>Decision</b>", PROSE, "<i>Director</i>")
PLACES = st.floats(-2_000, 2_000, allow_nan=False)
FACES = st.builds(Face, st.floats(0.1, 300), st.just(0), st.booleans(), st.booleans())
TEXTS = st.one_of(
    st.sampled_from(["•", "4.1", "(ii)", "Present:", "3", "to", "8", "anti-", "Pages", "and"]),
    st.text("aB.-/", min_size=1),
)
WORDS = st.builds(Word, TEXTS, PLACES, PLACES, PLACES, FACES, st.booleans())


def test_the_answer_holds_the_lines_with_their_pages():
    answer = pdf_process.answer(a_set_file([(72, 700, "Agenda")]))

    assert json.loads(json.dumps(answer)) == {"lines": [[1, "Agenda"]]}


def test_more_pages_than_any_pack_has_are_refused(monkeypatch):
    monkeypatch.setattr("shp_gov.importers.pack.pdf_words.MAX_PAGES", 1)

    assert pdf_process.answer(a_set_file([], [])) == {"refusal": pdf_process.TOO_LONG}


def test_more_letters_than_any_pack_has_are_refused(monkeypatch):
    monkeypatch.setattr("shp_gov.importers.pack.pdf_words.MAX_CHARACTERS", 100)

    assert pdf_process.answer(PRINTED) == {"refusal": pdf_process.TOO_LONG}


def test_a_stamp_across_the_page_is_left_out():
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.drawString(72, 700, "Agenda of the partnership")
    canvas.rotate(45)
    canvas.drawString(400, 100, "DRAFT")
    canvas.save()

    assert pdf_process.answer(file.getvalue()) == {"lines": [(1, "Agenda of the partnership")]}


def test_a_page_on_its_side_is_read_upright():
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.rotate(90)
    canvas.drawString(72, -300, "Measure one")
    canvas.drawString(72, -340, "Measure two")
    canvas.save()

    assert pdf_process.answer(file.getvalue()) == {"lines": [(1, "Measure one"), (1, ""), (1, "Measure two")]}


@given(st.lists(st.lists(WORDS, max_size=25), max_size=4))
def test_words_in_any_place_make_lines(pages):
    lines = pdf_process.lines_of_pages([Page(n, 595, tuple(words)) for n, words in enumerate(pages, 1)])

    assert [line.number for line in lines] == list(range(1, len(lines) + 1))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_pdf_with_bytes_changed_is_read_or_refused(data):
    content = bytearray(PRINTED)
    for _ in range(data.draw(st.integers(1, 12))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place : place + data.draw(st.integers(0, 8))] = data.draw(st.binary(max_size=8))

    answer = pdf_process.answer(bytes(content))

    assert answer.get("refusal", pdf_process.DAMAGED) in (pdf_process.DAMAGED, pdf_process.LOCKED, pdf_process.TOO_LONG)


@pytest.mark.parametrize("content", [b"", b"%PDF-", b"%PDF-1.7\n%%EOF", PRINTED[:200]])
def test_what_is_not_a_whole_pdf_is_damaged(content):
    assert pdf_process.answer(content) == {"refusal": pdf_process.DAMAGED}
