"""Small words for sentences."""

from datetime import date

import pytest

from shp_gov.domain.words import (
    and_list,
    day_words,
    enumerate_words,
    long_day,
    ordinal,
    plural,
    spans_words,
    with_article,
)


@pytest.mark.parametrize(
    ("items", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), ([1, 2, 3], "1, 2 and 3")]
)
def test_a_list_is_joined_as_it_is_said(items, words):
    assert and_list(items) == words


@pytest.mark.parametrize(("items", "words"), [([4], "item 4"), ([4, "5.1"], "items 4 and 5.1")])
def test_a_noun_agrees_with_how_many_are_named(items, words):
    assert enumerate_words("item", items) == words


@pytest.mark.parametrize(
    ("count", "noun", "words"),
    [
        (1, "action", "1 action"),
        (2, "action", "2 actions"),
        (0, "body", "0 bodies"),
        (3, "day", "3 days"),
        (2, "address", "2 addresses"),
        (10_000, "minute", "10,000 minutes"),
    ],
)
def test_a_count_has_its_noun(count, noun, words):
    assert plural(count, noun) == words


@pytest.mark.parametrize(
    ("number", "words"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (22, "22nd"), (112, "112th")]
)
def test_a_place_in_a_row_has_its_ending(number, words):
    assert ordinal(number) == words


def test_a_day_is_written_in_full():
    assert day_words(date(2018, 6, 2)) == "2 June 2018"
    assert long_day(date(2018, 6, 22)) == "Friday 22 June 2018"


def test_spans_of_numbers_are_written_by_their_ends():
    assert spans_words([(3, 3), (5, 7)]) == "3 and 5 to 7"


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("integrated care board", "an integrated care board"),
        ("NHS trust", "an NHS trust"),
        ("council", "a council"),
        ("unitary council", "a unitary council"),
    ],
)
def test_a_noun_has_the_article_that_is_spoken(noun, expected):
    assert with_article(noun) == expected
