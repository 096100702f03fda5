"""A quorum as the rows of a form, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shp_gov.domain.quorum import (
    AtLeast,
    Fraction,
    Includes,
    Kind,
    NotAQuorum,
    Of,
    PerBody,
    Quorum,
    Rounding,
    either,
    evaluate,
    every,
)
from shp_gov.domain.quorum.rows import OR, Row, needs_of, rounding_of, rows_of
from tests.domain.quorum.rooms import COUNCIL, NEEDS, PEOPLE, POLICE, SEATS


@pytest.mark.parametrize(
    ("rows", "needs"),
    [
        ([Row("5", "members")], AtLeast(5)),
        ([Row("one third", "voting members")], Fraction(1, 3, Of.VOTING)),
        ([Row("2/4", "members")], Fraction(1, 2)),
        ([Row("1", "post:Leader of the Council")], Includes(Kind.POST, "Leader of the Council")),
        ([Row("2", "tag:lay")], AtLeast(2, Of.TAGGED, "lay")),
        ([Row("3", f"from:{COUNCIL}"), Row("3", f"from:{POLICE}")], PerBody(3, (COUNCIL, POLICE))),
        (
            [Row("8", "members"), Row("1", f"from:{POLICE}"), Row("Half", "organisations", OR)],
            either(every(AtLeast(8), PerBody(1, (POLICE,))), Fraction(1, 2, Of.ORGANISATIONS)),
        ),
    ],
)
def test_rows_are_read_and_binds_before_or(rows, needs):
    assert needs_of(rows) == needs


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (Row("many", "members"), "not a number of people"),
        (Row("0", "members"), "not a number of people"),
        (Row("3/2", "members"), "not a number of people"),
        (Row("1/0", "members"), "not a number of people"),
        (Row("", "members"), "not a number of people"),
        (Row("half", f"from:{POLICE}"), "Write a whole number"),
        (Row("2", "post:Leader"), "is filled or not. Write 1."),
        (Row("2", "astronauts"), "nothing that can be counted"),
        (Row("2", "from:"), "nothing that can be counted"),
    ],
)
def test_a_row_that_means_nothing_is_refused(row, words):
    with pytest.raises(NotAQuorum, match=words):
        needs_of([row])


def test_no_row_at_all_is_refused():
    with pytest.raises(NotAQuorum, match="at least one row"):
        needs_of([])


def test_what_does_not_fit_into_a_few_rows_is_not_shown_as_rows():
    pairs = [either(AtLeast(number), AtLeast(number, Of.VOTING)) for number in range(1, 6)]

    assert rows_of(every(*pairs)) is None
    assert rows_of(every(Fraction(1, 3), Fraction(1, 2, rounding=Rounding.DOWN))) is None


@given(NEEDS, st.lists(PEOPLE, max_size=6), st.lists(SEATS, max_size=6))
def test_a_quorum_means_the_same_after_it_was_shown_as_rows(needs, room, seats):
    rows = rows_of(needs)
    if rows is not None:
        again = needs_of(rows, rounding_of(needs) or Rounding.UP)

        assert evaluate(Quorum(again), room, seats).met is evaluate(Quorum(needs), room, seats).met
        assert needs_of(rows_of(again) or [], rounding_of(again) or Rounding.UP) == again
