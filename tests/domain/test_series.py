"""A year's dates from a pattern, and what speaks against each."""

from datetime import date, time

import pytest

from shp_gov.domain.diary import Clash, Slot
from shp_gov.domain.series import LAST, Looked, NoDates, Pattern, require_some, usual_place

MAY = date(2026, 5, 1)
FRIDAY, MONDAY = 4, 0


def test_the_third_friday_of_every_second_month():
    days = Pattern(3, FRIDAY, MAY, every=2).days()

    assert days == [
        date(2026, 5, 15),
        date(2026, 7, 17),
        date(2026, 9, 18),
        date(2026, 11, 20),
        date(2027, 1, 15),
        date(2027, 3, 19),
    ]


def test_months_in_recess_are_left_out():
    months = [day.month for day in Pattern(3, FRIDAY, MAY, recess={8, 12}).days()]

    assert months == [5, 6, 7, 9, 10, 11, 1, 2, 3, 4]


def test_the_last_monday_is_the_fourth_or_the_fifth():
    days = Pattern(LAST, MONDAY, MAY, every=3).days()

    assert days == [date(2026, 5, 25), date(2026, 8, 31), date(2026, 11, 30), date(2027, 2, 22)]
    assert all(day.weekday() == MONDAY for day in days)


@pytest.mark.parametrize(
    ("day", "place"), [(date(2026, 9, 18), (3, FRIDAY)), (date(2026, 8, 31), (LAST, MONDAY)), (MAY, (1, FRIDAY))]
)
def test_a_day_is_told_as_a_pattern_says_it(day, place):
    assert usual_place(day) == place


def test_what_speaks_against_a_day_is_said():
    slot = Slot(date(2026, 12, 25), time(10))
    clash = Clash("Fish Quay Board", Slot(slot.on, time(11)), ["Ann Lisle"])

    notes = Looked(slot, date(2026, 12, 16), "Christmas Day", is_there=True, clashes=(clash,)).notes

    assert notes[0] == "The body meets on Friday 25 December 2026 already."
    assert notes[1] == "It is a bank holiday: Christmas Day."
    assert notes[2].startswith("Fish Quay Board meets on Friday 25 December 2026 at 11.00am")
    assert Looked(Slot(date(2026, 9, 19)), None).notes == ["It is at a weekend."]
    assert Looked(Slot(date(2026, 9, 18)), None).notes == []


def test_a_year_has_some_meetings_not_too_many_and_none_twice():
    slot = Slot(date(2026, 9, 18), time(10))
    require_some([slot])

    for slots, says in (
        ([], "Tick the meetings"),
        ([slot, slot], "Friday 18 September 2026 is there twice"),
        ([Slot(date(2026, 1, day)) for day in range(1, 27)], "at most 24"),
    ):
        with pytest.raises(NoDates, match=says):
            require_some(slots)
