"""Dates and times as packs print them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shp_gov.importers.pack.dates import dates_in, first_date, first_time, times_in

JUNE = date(2018, 6, 22)


@pytest.mark.parametrize(
    "words",
    [
        "22nd June 2018",
        "Friday, 22 June 2018",
        "22/06/2018",
        "22.06.18",
        "June 22nd, 2018",
        "2018-06-22",
        "FRIDAY 22 JUNE, 2018",
        "22 Jun 18",
        "the 22nd of June 2018",
    ],
)
def test_a_date_is_read_however_it_is_printed(words):
    assert first_date(f"The meeting of {words} at 10.00 am").value == JUNE


def test_a_year_that_is_not_printed_is_the_first_after_the_meeting():
    printed = first_date("Friday 22 January at 2 pm", after=date(2017, 11, 3))

    assert (printed.value, printed.year_inferred) == (date(2018, 1, 22), True)


def test_a_day_that_does_not_exist_is_no_date():
    printed = first_date("31 June 2018")

    assert printed.value is None
    assert printed.is_impossible


def test_a_time_after_a_date_is_not_its_year():
    assert first_date("22 June 10am", after=date(2018, 1, 1)).value == JUNE


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("10.00 am", "10:00"),
        ("10.00 a.m", "10:00"),
        ("10am", "10:00"),
        ("2pm", "14:00"),
        ("14:00", "14:00"),
        ("1400 hours", "14:00"),
        ("12 noon", "12:00"),
        ("noon", "12:00"),
        ("12.15 am", "00:15"),
        ("11:35am", "11:35"),
        ("2.00", "14:00"),
        ("02:00", "02:00"),
    ],
)
def test_a_time_is_read_however_it_is_printed(words, value):
    assert first_time(f"The meeting began at {words} in the hall").value == value


def test_a_date_in_figures_is_not_a_time():
    assert first_time("22.06.18") is None


@given(st.text(alphabet="0123456789 ./:-apmJuneApril", max_size=300))
def test_whatever_is_found_stands_in_the_text(words):
    for printed in dates_in(words):
        assert words[printed.start : printed.end] == printed.words
    assert all(time.value < "24:00" for time in times_in(words))
