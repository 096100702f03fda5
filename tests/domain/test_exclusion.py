"""What minutes say of private and urgent business."""

import pytest

from shp_gov.domain.exclusion import excludes_the_public, excluding, is_business


@pytest.mark.parametrize(
    ("words", "excludes"),
    [
        ("The press and public were excluded from the meeting for the following item.", True),
        ("That the public be excluded for item 6.", True),
        ("Resolved to exclude the press and public for item 6.", True),
        ("Under Section 100(A)(4) of the Local Government Act 1972.", True),
        ("Exclusion of the public", True),
        ("Pupils were excluded from school. The public were asked.", False),
        ("The public were invited to comment.", False),
        (None, False),
    ],
)
def test_a_resolution_to_exclude_the_public_is_known_by_its_words(words, excludes):
    assert excludes_the_public(words) is excludes


@pytest.mark.parametrize(
    ("words", "business"),
    [
        ("There were none.", False),
        ("None", False),
        ("No urgent items were raised.", False),
        ("", False),
        (None, False),
        ("The Chair thanked two members who were leaving.", True),
    ],
)
def test_words_that_say_there_was_nothing_are_no_business(words, business):
    assert is_business(words) is business


def test_the_resolution_names_its_items_and_their_grounds_and_is_one():
    words = excluding(None, [("8.1", "3"), ("8.2", "7"), ("8.3", "3")])

    assert "for items 8.1, 8.2 and 8.3," in words
    assert "paragraphs 3 and 7 of Part 1 of Schedule 12A" in words
    assert excludes_the_public(words)
    assert "for item 9, because" in excluding("", [("9", None)])


def test_a_body_that_has_its_own_words_has_the_paragraphs_put_where_it_wants_them():
    own = "That the press and public be excluded under {paragraphs} of Schedule 12A."

    assert excluding(own, [("8", "3"), ("9", "7")]) == own.replace("{paragraphs}", "paragraphs 3 and 7")
