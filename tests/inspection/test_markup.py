"""XML from outside is read without trusting it."""

import pytest

from shp_gov.inspection.markup import DamagedMarkup, ForbiddenMarkup, parse


def test_well_formed_markup_is_parsed_without_its_comments():
    assert [child.tag for child in parse(b"<a><!-- aside --><b/><?run it?></a>")] == ["b"]


@pytest.mark.parametrize(
    "content",
    [
        b"<!DOCTYPE a><a/>",
        b'<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>',
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'.encode(
            "utf-16"
        ),
    ],
)
def test_a_document_type_is_refused(content):
    with pytest.raises(ForbiddenMarkup):
        parse(content)


@pytest.mark.parametrize("content", [b"", b"<a>", b"words", b"<a>" * 5_000 + b"</a>" * 5_000, b"\xff<a/>"])
def test_what_is_not_well_formed_is_damaged(content):
    with pytest.raises(DamagedMarkup):
        parse(content)
