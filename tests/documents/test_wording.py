"""Days, times, places and marks are written as papers write them."""

from datetime import date, time

import pytest

from shp_gov.documents.wording import clock, day, edition, listed, place, record, status
from tests.documents.examples import imprint


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (time(10), "10.00 am"),
        (time(11, 5), "11.05 am"),
        (time(12), "12 noon"),
        (time(12, 30), "12.30 pm"),
        (time(0, 15), "12.15 am"),
        (time(18), "6.00 pm"),
    ],
)
def test_a_time_is_written_as_papers_do(at, words):
    assert clock(at) == words


def test_a_day_has_its_name_and_no_nought():
    assert day(date(2026, 9, 1)) == "Tuesday 1 September 2026"


@pytest.mark.parametrize(
    ("venue", "words"),
    [
        ("Civic Centre, Seaborough", "the Civic Centre, Seaborough"),
        ("Committee Room B, Civic Centre", "Committee Room B, Civic Centre"),
        ("the Town Hall", "the Town Hall"),
        ("Microsoft Teams", "Microsoft Teams"),
    ],
)
def test_a_building_takes_its_article(venue, words):
    assert place(venue) == words


def test_a_list_with_commas_inside_takes_semicolons():
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["a, of x", "b", "c"]) == "a, of x; b; and c"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "Public"),
        ({"is_approved": True}, "Approved minutes"),
        ({"is_draft": True}, "Draft: not yet approved"),
        ({"is_restricted": True, "exempt_paragraphs": ("3",)}, "Not for publication: paragraph 3"),
        ({"is_restricted": True, "exempt_paragraphs": ("3", "7")}, "Not for publication: paragraphs 3 and 7"),
        ({"is_restricted": True}, "Not for publication"),
        ({"is_restricted": True, "is_draft": True}, "Draft, not for publication"),
    ],
)
def test_the_foot_says_what_the_paper_is(changes, words):
    assert status(imprint(**changes)) == words


def test_the_foot_says_which_version_and_the_first_twelve_figures_of_the_record():
    assert edition(imprint()) == "Version 3, published on Thursday 30 July 2026"
    assert edition(imprint(issued="as")) == "Version 3, as on Thursday 30 July 2026"
    assert edition(imprint(version=None, issued="printed")) == "Printed on Thursday 30 July 2026"
    assert record(imprint()) == "Record 3b90 d4e7 118a"
    assert record(imprint(record_hash="")) == ""
