"""Whoever is in the chair chairs the body, unless they stood in once."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from shp_gov.domain.register.chairing import Chairing, terms_in_the_chair

JANUARY, MARCH, JUNE, SEPTEMBER = date(2018, 1, 12), date(2018, 3, 9), date(2018, 6, 15), date(2018, 9, 14)
ANN, BEN = 11, 12


def test_nobody_chairs_where_no_minutes_say_so():
    assert terms_in_the_chair({}) == []


def test_the_first_in_the_chair_chairs_from_then():
    assert terms_in_the_chair({MARCH: ANN}) == [Chairing(ANN, MARCH, None)]


def test_standing_in_once_is_no_term():
    assert terms_in_the_chair({JANUARY: ANN, MARCH: BEN, JUNE: ANN}) == [Chairing(ANN, JANUARY, None)]
    assert terms_in_the_chair({JANUARY: ANN, MARCH: BEN}) == [Chairing(ANN, JANUARY, None)]


def test_another_chairs_from_the_first_of_two_meetings_on():
    found = terms_in_the_chair({JANUARY: ANN, MARCH: ANN, JUNE: BEN, SEPTEMBER: BEN})

    assert found == [Chairing(ANN, JANUARY, date(2018, 6, 14)), Chairing(BEN, JUNE, None)]


@given(st.dictionaries(st.dates(date(2010, 1, 1), date(2020, 1, 1)), st.sampled_from([ANN, BEN]), max_size=12))
def test_one_chairs_at_a_time_and_the_last_still_does(chaired):
    found = terms_in_the_chair(chaired)

    assert bool(found) == bool(chaired)
    for before, after in pairwise(found):
        assert before.until_on is not None
        assert before.from_on <= before.until_on < after.from_on
    assert not found or found[-1].until_on is None
