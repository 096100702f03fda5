"""How dates, times, numbers and references read on a page."""

from datetime import UTC, date, datetime, time
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shp_gov.web import filters

THURSDAY = date(2026, 9, 10)


def test_a_day_is_written_in_full():
    assert filters.day(THURSDAY) == "Thursday 10 September 2026"
    assert filters.short_day(THURSDAY) == "10 Sep 2026"


def test_a_day_nobody_knows_says_so():
    assert filters.day(None) == "Not known"
    assert filters.short_day(None) == "Not known"
    assert filters.clock_time(None) == "Not known"
    assert filters.moment(None) == "Not known"


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (time(10), "10.00am"),
        (time(14, 5), "2.05pm"),
        (time(0, 30), "12.30am"),
        (time(12), "12.00pm"),
    ],
)
def test_a_time_is_written_with_its_half_of_the_day(at, words):
    assert filters.clock_time(at) == words


def test_a_moment_is_told_in_the_time_of_england():
    just_before_midnight = datetime(2026, 7, 15, 23, 30, tzinfo=UTC)

    assert filters.moment(just_before_midnight) == "Thursday 16 July 2026, 12.30am"
    assert filters.day(just_before_midnight) == "Thursday 16 July 2026"


def test_a_moment_of_today_is_told_by_its_time_alone():
    at = datetime(2026, 9, 10, 9, 42, tzinfo=UTC)

    assert filters.moment(at, THURSDAY) == "10.42am"
    assert filters.moment(at, date(2026, 9, 11)) == "Thursday 10 September 2026, 10.42am"


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (date(2026, 9, 6), "4 days overdue"),
        (date(2026, 9, 9), "1 day overdue"),
        (date(2026, 9, 10), "today"),
        (date(2026, 9, 11), "tomorrow"),
        (date(2026, 10, 9), "in 29 days"),
    ],
)
def test_the_distance_to_a_due_date_is_told_in_days(due, words):
    assert filters.distance(due, THURSDAY) == words


@given(st.dates(), st.dates())
def test_only_a_past_date_is_overdue(due, today):
    assert ("overdue" in filters.distance(due, today)) == (due < today)


@pytest.mark.parametrize(
    ("number", "noun", "words"),
    [(0, "action", "0 actions"), (1, "authority", "1 authority"), (2, "authority", "2 authorities")],
)
def test_things_are_counted_in_words(number, noun, words):
    assert filters.count(number, noun) == words


def test_an_odd_plural_is_given_and_thousands_are_parted():
    assert filters.count(1204, "set of minutes", "sets of minutes") == "1,204 sets of minutes"
    assert filters.count(1, "set of minutes", "sets of minutes") == "1 set of minutes"


def test_a_reference_stays_on_one_line():
    decision = SimpleNamespace(reference="61 (ii) of 2017/18")

    assert filters.reference(decision) == filters.reference("61 (ii) of 2017/18")
    assert filters.reference(decision).split(" ") == [
        "61\N{NO-BREAK SPACE}(ii)\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}2017/18"
    ]


@pytest.mark.parametrize(
    ("size", "words"),
    [(9, "9 bytes"), (84_000, "84 KB"), (1_500_000, "1.5 MB"), (20_000_000, "20 MB"), (3_000_000_000_000, "3000 GB")],
)
def test_the_size_of_a_file_is_told_in_its_unit(size, words):
    assert filters.file_size(size) == words


def test_a_state_reads_as_a_sentence_begins():
    assert filters.sentence_case("completion proposed") == "Completion proposed"
    assert filters.sentence_case("") == ""
