"""Two texts put together again: no word that either of them added is lost."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shp_gov.domain.merging import changes, count_changes, propose

WORDS = st.sampled_from("chair police asked thanked noted the and fire 2026 plan".split())
LINES = st.lists(st.lists(WORDS, max_size=6).map(" ".join), max_size=6)
TEXTS = LINES.map("\n".join)
ODD = st.text(alphabet=" \n\tab", max_size=12)


def added(text: str, base: str) -> Counter:
    return Counter(text.split()) - Counter(base.split())


@pytest.mark.parametrize(
    ("base", "yours", "theirs", "both"),
    [
        ("", "The chair asked.", "", "The chair asked."),
        ("One.\nTwo.\n", "One.\nTwo, amended.\n", "One.\nTwo.\nThree.\n", "One.\nTwo, amended.\nThree.\n"),
        (
            "The plan was noted.",
            "The draft plan was noted.",
            "The plan was noted today.",
            "The draft plan was noted today.",
        ),
        ("One.\nTwo.\n", "Two.\n", "One.\nTwo.\nThree.\n", "Two.\nThree.\n"),
    ],
)
def test_what_only_one_of_them_changed_is_taken(base, yours, theirs, both):
    merged = propose(base, yours, theirs)

    assert (merged.text, merged.overlaps) == (both, 0)


def test_what_both_wrote_in_the_same_place_is_kept_twice_and_counted():
    merged = propose("The vote was 3 to 2.", "The vote was 4 to 2.", "The vote was 5 to 2.")

    assert merged.text == "The vote was 4 5 to 2."
    assert merged.overlaps == 1


def test_what_one_changed_and_the_other_took_out_stays():
    merged = propose("One.\nTwo.\n", "One.\n", "One.\nTwo, as amended.\n")

    assert "as amended." in merged.text
    assert merged.overlaps == 1


def test_two_words_of_two_texts_stay_two_words():
    assert propose(" ", "a", "a ").text.split() == ["a", "a"]


@given(TEXTS | ODD, TEXTS | ODD)
def test_a_text_that_nobody_else_changed_is_taken_as_it_is(base, text):
    assert propose(base, text, base).text == text
    assert propose(base, base, text).text == text
    assert propose(base, text, text).text == text


@settings(max_examples=500)
@given(TEXTS | ODD, TEXTS | ODD, TEXTS | ODD)
def test_no_word_that_either_of_them_added_is_left_out(base, yours, theirs):
    merged = Counter(propose(base, yours, theirs).text.split())

    assert not added(yours, base) - merged
    assert not added(theirs, base) - merged


def test_a_long_text_pasted_from_word_is_put_together_at_once():
    base = "\n".join(f"Paragraph {number} of the report." for number in range(6000))
    yours, theirs = base.replace("graph 10 ", "graph ten "), base + "\nThe end."

    merged = propose(base, yours, theirs)

    assert merged.overlaps == 0
    assert "graph ten " in merged.text
    assert merged.text.endswith("The end.")


@given(TEXTS | ODD, TEXTS | ODD)
def test_a_text_beside_another_shows_both_of_them_whole(base, text):
    shown = changes(base, text)

    assert "".join(part.text for part in shown if part.kind != "added") == base
    assert "".join(part.text for part in shown if part.kind != "taken out") == text


def test_what_was_added_and_taken_out_is_counted_in_words():
    assert count_changes("The vote was 3 to 2.", "The vote was carried by 4 to 2.") == (3, 1)
    assert count_changes("The same.", "The same.") == (0, 0)
