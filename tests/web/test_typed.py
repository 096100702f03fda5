"""Days and times as people type them."""

from contextlib import suppress
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shp_gov.web.typed import MONTHS, NotADay, NotATime, read_day, read_time


def typed(day, month, year):
    return {"day": day, "month": month, "year": year}


@pytest.mark.parametrize("month", ["6", "06", "June", "june", "JUN", "jun."])
def test_the_month_may_be_a_number_or_a_name(month):
    assert read_day(typed("22", month, "2018")) == date(2018, 6, 22)


def test_the_day_may_be_said_with_its_ending():
    assert read_day(typed("1st", "Sept", "2026")) == date(2026, 9, 1)


@pytest.mark.parametrize(
    ("boxes", "complaint", "wrong"),
    [
        (("", "6", "2018"), "must include a day", ("day",)),
        (("22", "", ""), "must include a month and year", ("month", "year")),
        (("31", "February", "2026"), "must be a real date", ("day", "month", "year")),
        (("32", "1", "2026"), "must be a real date", ("day",)),
        (("1", "Juno", "2026"), "must be a real date", ("month",)),
        (("1", "ju", "2026"), "must be a real date", ("month",)),
        (("1", "13", "2026"), "must be a real date", ("month",)),
        (("²", "1", "2026"), "must be a real date", ("day",)),
        (("1", "1", "26"), "must have a year of 4 numbers, like 2026", ("year",)),
        (("1", "1", "٢٠٢٦"), "must have a year of 4 numbers, like 2026", ("year",)),
        (("1", "1", "0206"), "must be in a year from 1900 to 2199", ("year",)),
    ],
)
def test_what_is_not_a_day_is_refused_with_the_box_to_look_at(boxes, complaint, wrong):
    with pytest.raises(NotADay, match=complaint) as refused:
        read_day(typed(*boxes))

    assert refused.value.wrong == wrong


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.booleans())
def test_every_day_that_is_written_is_read_back(day, by_name):
    month = MONTHS[day.month - 1].capitalize() if by_name else str(day.month)

    assert read_day(typed(str(day.day), month, str(day.year))) == day


@given(st.text(max_size=8), st.text(max_size=12), st.text(max_size=6))
def test_anything_else_is_a_day_or_a_sentence(day, month, year):
    with suppress(NotADay):
        assert isinstance(read_day(typed(day, month, year)), date)


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("10am", time(10)),
        ("10 AM", time(10)),
        ("10.30 am", time(10, 30)),
        ("2:05pm", time(14, 5)),
        ("2.05 p.m.", time(14, 5)),
        ("12am", time(0)),
        ("12.00pm", time(12)),
        ("14:00", time(14)),
        ("0930", time(9, 30)),
        ("noon", time(12)),
        ("12 Noon", time(12)),
        ("midnight", time(0)),
    ],
)
def test_a_time_is_read_as_people_write_it(words, at):
    assert read_time(words) == at


@pytest.mark.parametrize("words", ["2.30", "9", "10", "6:15"])
def test_a_time_that_could_be_morning_or_afternoon_is_asked_about(words):
    with pytest.raises(NotATime, match="must say am or pm"):
        read_time(words)


@pytest.mark.parametrize("words", ["25:00", "13pm", "0am", "10.75am", "soon", "10.00 to 11.00", "١٠am"])
def test_what_is_not_a_time_is_refused(words):
    with pytest.raises(NotATime, match="must be a time, like"):
        read_time(words)


@given(st.text(max_size=12))
def test_anything_is_a_time_or_a_sentence(words):
    with suppress(NotATime):
        assert isinstance(read_time(words), time)
