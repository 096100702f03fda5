"""A file is known by what is in it, not by its name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shp_gov.inspection.kinds import Kind, kind_of, text_encoding


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", Kind.EMPTY),
        (b"\xef\xbb\xbf \r\n", Kind.EMPTY),
        (b"Agenda", Kind.TEXT),
        ("Café, quay".encode("cp1252"), Kind.TEXT),
        ("Łukasz".encode("utf-16"), Kind.TEXT),
        (b"junk before %PDF-1.7", Kind.PDF),
        (b"PK\x03\x04 cut off", Kind.ARCHIVE),
        (b"PK\x03\x04 cut off word/document.xml", Kind.WORD),
        (b"\x89PNG\r\n\x1a\n\x00\x00", Kind.PICTURE),
        (b"GIF89a\x01\x00\x01\x00\x80", Kind.PICTURE),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 \x00\x00", Kind.PICTURE),
        (b"BMW and other cars were counted.", Kind.TEXT),
        (b"II* is not a picture here", Kind.TEXT),
        (b"  <HTML><body>", Kind.WEB_PAGE),
        (b"\x00\x01\x02\x03\x04" * 20, Kind.UNKNOWN),
    ],
)
def test_the_kind_of_a_file_is_told_from_its_bytes(content, kind):
    assert kind_of(content) is kind


@given(st.text(min_size=1).filter(lambda text: text.isprintable()))
def test_what_is_written_in_utf8_is_read_as_utf8(text):
    content = f"Minutes: {text}".encode()

    assert text_encoding(content) == "utf-8"


@given(st.binary())
def test_any_bytes_are_of_some_kind(content):
    assert kind_of(content) in Kind
