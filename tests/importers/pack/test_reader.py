"""Every file is read or refused with a sentence that says what is wrong with it and what to do."""

import io
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from shp_gov.importers.pack.lines import UnreadableFile
from shp_gov.importers.pack.reader import MAX_BYTES, read_lines
from tests.importers.pack.samples import (
    PROSE,
    a_list,
    a_paragraph,
    a_printed_file,
    a_word_file,
    an_archive,
    an_item,
    said,
)

PACKS = Path(__file__).parents[4] / "shared" / "packs"
WORD_FILE = a_word_file(an_item("Agenda") + a_paragraph(PROSE), numbering=a_list(1, ("decimal", "%1.", 1)))
PRINTED_FILE = a_printed_file("1. Agenda", PROSE)
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def a_picture(form: str) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (20, 20), "teal").save(file, form)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "filename"),
    [(b"1. Agenda\n\n" + PROSE.encode(), "pack.txt"), (WORD_FILE, "Pack.DOCX"), (PRINTED_FILE, "pack.pdf")],
)
def test_a_pack_reads_the_same_from_text_word_and_pdf(content, filename):
    assert said(read_lines(content, filename)) == ["1. Agenda", PROSE]


@pytest.mark.parametrize(
    ("content", "filename", "sentence"),
    [
        (b"", "pack.pdf", "The file is empty"),
        (b" \r\n\t\n", "pack.txt", "The file is empty"),
        (a_picture("PNG"), "page.png", "a picture"),
        (a_picture("JPEG"), "pack.pdf", "a picture"),
        (OLD_WORD, "minutes.doc", "before 2007"),
        (OLD_WORD, "minutes.docx", "before 2007"),
        (an_archive({"minutes.txt": b"Present"}), "pack.zip", "a zip archive"),
        (an_archive({"xl/workbook.xml": b"<a/>"}), "actions.xlsx", "a spreadsheet"),
        (an_archive({"xl/workbook.xml": b"<a/>"}), "pack.docx", "a spreadsheet"),
        (an_archive({"ppt/presentation.xml": b"<a/>"}), "pack.pptx", "a slide show"),
        (an_archive({"META-INF/manifest.xml": b"<a/>", "content.xml": b"<a/>"}), "pack.odt", "an OpenDocument"),
        (b"{\\rtf1 Agenda}", "pack.rtf", "a rich text file"),
        (b"<!DOCTYPE html><p>Agenda", "pack.html", "a web page"),
        (bytes(range(256)) * 8, "pack.bin", "not a kind of file we know"),
        (PROSE.encode(), "pack.pdf", "named as a PDF, but it is plain text"),
        (PRINTED_FILE, "pack.txt", "named as plain text, but it is a PDF"),
        (WORD_FILE, "pack.pdf", "named as a PDF, but it is a Word document"),
        (PRINTED_FILE, "pack.docx", "named as a Word document, but it is a PDF"),
        (PROSE.encode(), "pack.csv", "ends in .csv, but it is plain text"),
        (WORD_FILE[: len(WORD_FILE) // 2], "pack.docx", "damaged"),
        (a_word_file(""), "pack.docx", "holds no words"),
        (an_archive({"word/document.xml": b"<document/>"}), "pack.docx", "no text in it"),
        (b"Agenda\n" * (MAX_BYTES // 7 + 1), "pack.txt", "The most we can read is 20 MB"),
    ],
)
def test_a_file_that_is_no_pack_is_refused_with_a_sentence(content, filename, sentence):
    with pytest.raises(UnreadableFile) as refusal:
        read_lines(content, filename)

    assert sentence in str(refusal.value)
    assert str(refusal.value).endswith(".")


def test_a_file_without_an_ending_to_its_name_is_read_by_what_it_is():
    assert said(read_lines(PROSE.encode(), "pack")) == [PROSE]


def test_a_locked_archive_is_refused():
    content = bytearray(WORD_FILE)
    for at, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = -1
        while (place := content.find(at, place + 1)) >= 0:
            content[place + flags] |= 1

    with pytest.raises(UnreadableFile, match="damaged"):
        read_lines(bytes(content), "pack.docx")


def reads_or_refuses(content: bytes, filename: str) -> bool:
    try:
        lines = read_lines(content, filename)
    except UnreadableFile as refusal:
        return str(refusal).endswith(".")
    return [line.number for line in lines] == list(range(1, len(lines) + 1))


@settings(max_examples=1_000, deadline=None)
@given(st.binary(max_size=2_000), st.sampled_from(["a.txt", "a.docx", "a", "a.md", "a.exe"]))
@example(b"PK\x03\x04", "a.docx")
@example(b"PK\x05\x06" + bytes(18), "a.docx")
@example(b"\xff\xfe\x00\xd8", "a.txt")
def test_any_bytes_are_read_or_refused(content, filename):
    assert reads_or_refuses(content, filename)


@settings(max_examples=500, deadline=None)
@given(st.data())
def test_a_word_file_with_bytes_changed_is_read_or_refused(data):
    content = bytearray(WORD_FILE)
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place : place + data.draw(st.integers(0, 20))] = data.draw(st.binary(max_size=6))

    assert reads_or_refuses(bytes(content), "pack.docx")


@settings(max_examples=500, deadline=None)
@given(
    st.text(st.characters(min_codepoint=32, max_codepoint=126)),
    st.sampled_from(["w:p", "w:tbl", "w:tr", "w:tc", "w:r", "w:ins", "w:t"]),
)
def test_a_word_file_of_any_markup_is_read_or_refused(words, tag):
    number = f"<w:numPr><w:numId w:val='{words[3:8]}'/></w:numPr>"
    body = f"<{tag} w:val='{words[:3]}'>{words}<w:p><w:pPr>{number}</w:pPr></w:p></{tag}>"

    assert reads_or_refuses(a_word_file(body), "pack.docx")


@settings(max_examples=15, deadline=None)
@given(st.integers(0, len(PRINTED_FILE) - 8))
def test_a_pdf_cut_anywhere_is_refused(length):
    with pytest.raises(UnreadableFile):
        read_lines(PRINTED_FILE[:length], "pack.pdf")


@settings(max_examples=15, deadline=None)
@given(st.integers(20, len(PRINTED_FILE) - 40), st.binary(min_size=1, max_size=30))
def test_a_pdf_with_bytes_put_in_is_read_or_refused(place, junk):
    assert reads_or_refuses(PRINTED_FILE[:place] + junk + PRINTED_FILE[place:], "pack.pdf")


@pytest.mark.parametrize("form", ["docx", "pdf"])
@pytest.mark.parametrize("name", ["2015-11-20", "2017-08-11", "2018-06-22"])
def test_a_published_pack_reads_nearly_the_same_in_every_form(name, form):
    if not PACKS.is_dir():
        pytest.skip("the published packs are not beside this checkout")

    text = words_of((PACKS / f"{name}.txt").read_bytes(), f"{name}.txt")
    other = words_of((PACKS / f"{name}.{form}").read_bytes(), f"{name}.{form}")

    assert len(text & other) >= 0.97 * len(text)


def words_of(content: bytes, filename: str) -> set[str]:
    """Give every run of three words of a pack's first 400 lines, without its marks."""
    plain = "".join(c if c.isalnum() else " " for line in said(read_lines(content, filename))[:300] for c in f"{line} ")
    words = plain.split()
    return {" ".join(words[place : place + 3]) for place in range(len(words) - 2)}
