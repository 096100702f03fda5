"""Numbers of minutes and decisions."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shp_gov.domain.numbering import (
    NotANumeral,
    decision_reference,
    from_roman,
    minute_reference,
    next_minute_number,
    roman,
)


@given(st.integers(1, 3999))
def test_every_number_comes_back_from_its_numeral(number):
    assert from_roman(roman(number)) == number
    assert from_roman(roman(number).upper()) == number


@pytest.mark.parametrize(
    ("number", "numeral"), [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (40, "xl"), (1999, "mcmxcix")]
)
def test_numerals_are_written_as_printed(number, numeral):
    assert roman(number) == numeral


@given(st.text(max_size=8))
def test_letters_are_a_numeral_or_are_refused(letters):
    try:
        number = from_roman(letters)
    except NotANumeral:
        return
    assert roman(number) == letters.strip().casefold()


@pytest.mark.parametrize("letters", ["", "iiii", "vx", "iix", "a", "i v", "mmmm"])
def test_a_numeral_not_written_properly_is_refused(letters):
    with pytest.raises(NotANumeral):
        from_roman(letters)


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_a_number_without_a_numeral_is_refused(number):
    with pytest.raises(NotANumeral):
        roman(number)


def test_a_decision_is_named_by_minute_numeral_and_year():
    assert decision_reference(61, 2, "2017/18") == "61 (ii) of 2017/18"
    assert minute_reference(61, "2017/18") == "61 of 2017/18"


def test_a_decision_of_an_unnumbered_minute_is_named_by_place_and_day():
    place = {"position": 5, "on": date(2018, 4, 13)}

    assert decision_reference(None, 1, "2017/18", **place) == "(unnumbered, 5th minute of 13 April 2018) (i)"
    assert minute_reference(None, "2017/18", **place) == "(unnumbered, 5th minute of 13 April 2018)"


@given(st.lists(st.none() | st.integers(1, 500)))
def test_the_next_number_is_new_and_above_all_used(numbers):
    following = next_minute_number(numbers)

    assert following not in numbers
    assert following >= 1
    assert all(number < following for number in numbers if number is not None)


def test_the_first_minute_of_a_year_is_1():
    assert next_minute_number([]) == 1
    assert next_minute_number([58, None, 60]) == 61
