"""What papers state in passing: numbers of authorities, and who chairs a sub-group."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shp_gov.domain.statements import ChairStated, authorities_stated, chair_stated, is_unsettled, unsettled_in_row


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("It is made up of the five responsible authorities and others.", ("five", (5,))),
        ("the SIX statutory Responsible Authorities¹", ("SIX", (6,))),
        ("representatives of the five-six responsible authorities", ("five-six", (5, 6))),
        ("all 6 responsible authorities", ("6", (6,))),
        ("The responsible authorities are listed below.", None),
        ("five authorities responsible for crossings", None),
        ("There are twenty-five responsible authorities across the county.", None),
    ],
)
def test_a_stated_number_of_authorities_is_read(words, expected):
    assert authorities_stated(words) == expected


@given(st.text(max_size=200))
def test_no_words_are_too_odd_to_look_at(words):
    authorities_stated(words)
    chair_stated(words)
    unsettled_in_row(words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "That the Harbour Safety Sub-Group be chaired by either the Harbour Master or the Head of Beaches",
            ChairStated("Harbour Safety Sub-Group", "either the Harbour Master or the Head of Beaches"),
        ),
        (
            "That the Harbour Safety Sub-Group be chaired by the Harbour Master.",
            ChairStated("Harbour Safety Sub-Group", "the Harbour Master"),
        ),
        ("That the report be noted", None),
    ],
)
def test_a_decision_says_who_chairs_a_sub_group(words, expected):
    assert chair_stated(words) == expected


@pytest.mark.parametrize(
    ("chair", "unsettled"),
    [
        ("either the Harbour Master or the Head of Beaches", True),
        ("To be confirmed", True),
        ("TBC", True),
        ("the Harbour Master", False),
    ],
)
def test_a_chair_is_settled_when_one_is_named(chair, unsettled):
    assert is_unsettled(chair) is unsettled


def test_a_row_of_a_table_leaves_its_chair_open():
    row = "Harbour Safety\tTo be confirmed\tNovember"

    assert unsettled_in_row(row) == ChairStated("Harbour Safety", "To be confirmed")
    assert unsettled_in_row("Harbour Safety\tHarbour Master\tNovember") is None
    assert unsettled_in_row("To be confirmed") is None
