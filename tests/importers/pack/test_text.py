"""Text files are read whatever their encoding, and their lines keep their numbers."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shp_gov.importers.pack import text
from tests.importers.pack.samples import said

AGENDA = "Safer Seaborough Partnership\n\nFriday 12 March 2027 – “Café” room\n"


@pytest.mark.parametrize(
    "content",
    [
        AGENDA.encode(),
        codecs.BOM_UTF8 + AGENDA.encode(),
        AGENDA.encode("utf-16"),
        AGENDA.encode("utf-16-le"),
        AGENDA.encode("utf-16-be"),
        AGENDA.encode("cp1252"),
        AGENDA.replace("\n", "\r\n").encode(),
        AGENDA.replace("\n", "\r").encode("cp1252"),
    ],
    ids=[
        "utf-8",
        "with a mark",
        "utf-16",
        "little end first",
        "big end first",
        "Windows",
        "Windows ends",
        "old Mac ends",
    ],
)
def test_a_text_reads_the_same_in_any_encoding(content):
    lines = text.read(content)

    assert [line.text for line in lines] == ["Safer Seaborough Partnership", "", "Friday 12 March 2027 – “Café” room"]


def test_a_line_has_its_number_in_the_file_and_no_page():
    lines = text.read(AGENDA.encode())

    assert [(line.number, line.page) for line in lines] == [(1, None), (2, None), (3, None)]


def test_a_text_cut_inside_a_letter_keeps_the_letters_before_it():
    content = "Venue: Café, quay – Seaborough, on the quay “”".encode()[:-1]

    assert text.read(content)[0].text.startswith("Venue: Café, quay – Seaborough, on the quay “")


def test_a_form_feed_turns_the_page():
    lines = text.read(b"Agenda\n\fMinutes\nPresent\f\nReport\n")

    assert [(line.text, line.page) for line in lines] == [("Agenda", 1), ("Minutes", 2), ("Present", 2), ("Report", 3)]


def test_odd_spaces_joined_letters_and_soft_hyphens_are_made_plain():
    lines = text.read("Chief\xa0Of\ufb01cer, re\xadported\u200b".encode())

    assert said(lines) == ["Chief Officer, reported"]


@given(st.lists(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1), min_size=1))
def test_every_line_of_a_text_is_kept_in_order(rows):
    lines = text.read("\n".join(["Safer Seaborough Partnership", *rows]).encode())

    assert [line.number for line in lines] == list(range(1, len(rows) + 2))
