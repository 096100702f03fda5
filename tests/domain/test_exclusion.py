"""What minutes say of private and urgent business."""

import pytest

from shp_gov.domain.exclusion import excludes_the_public, is_business


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
