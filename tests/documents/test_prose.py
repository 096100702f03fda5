"""Plain text keeps its paragraphs, its line breaks and its lists."""

from hypothesis import given
from hypothesis import strategies as st

from shp_gov.documents.content import Bullets, Text, text
from shp_gov.documents.prose import prose


def test_paragraphs_line_breaks_and_lists_are_kept():
    assert prose("One.\nTwo.\n\n1 Quay\nSeaborough\n\nThree:\n- first\n  - inner\n• last\nFour.") == [
        Text("One.", "indent"),
        Text("Two.", "indent"),
        Text("1 Quay\nSeaborough", "indent"),
        Text("Three:", "indent"),
        Bullets(((0, "first"), (1, "inner"), (0, "last"))),
        Text("Four.", "indent"),
    ]


def test_a_dash_inside_a_line_makes_no_list():
    assert prose("-40 degrees\n2016 – 2017") == [Text("-40 degrees\n2016 – 2017", "indent")]


def test_no_words_make_no_blocks():
    assert prose("  \n\n ") == []


@given(st.lists(st.text("abcXYZ .,-•\n", max_size=30)))
def test_every_word_is_told(parts):
    words = "\n\n".join(parts)

    letters = [each for each in words if each.isalpha()]

    assert [each for each in "".join(text(prose(words))) if each.isalpha()] == letters
