"""What may be done to a meeting before it is held, what shares its day, and when the next would usually be."""

from datetime import date, time

import pytest

from shp_gov.domain import diary
from shp_gov.domain.diary import CannotArrange, Clash, Slot
from shp_gov.domain.workflows import MeetingState

DAY = date(2026, 9, 10)
TEN, ELEVEN, NOON, TWO = time(10), time(11), time(12), time(14)
ALWAYS = {"active_from": None, "active_until": None, "body": "The board"}


def test_a_meeting_does_not_end_before_it_begins():
    with pytest.raises(CannotArrange, match=r"begins at 10.00am. It cannot end at 10.00am"):
        diary.require_in_order(Slot(DAY, TEN, TEN), **ALWAYS)

    diary.require_in_order(Slot(DAY, TEN, NOON), **ALWAYS)


@pytest.mark.parametrize(
    ("active_from", "active_until", "says"),
    [(date(2026, 10, 1), None, "begins on Thursday 1 October 2026"), (None, date(2026, 9, 9), "ends on Wednesday 9")],
)
def test_a_body_meets_only_while_it_is_there(active_from, active_until, says):
    with pytest.raises(CannotArrange, match=says):
        diary.require_in_order(Slot(DAY, TEN), active_from=active_from, active_until=active_until, body="The board")


def test_today_is_not_past():
    diary.require_not_past(DAY, today=DAY)

    with pytest.raises(CannotArrange, match="Thursday 10 September 2026 has passed"):
        diary.require_not_past(DAY, today=date(2026, 9, 11))


@pytest.mark.parametrize("state", MeetingState)
def test_only_a_meeting_that_is_still_to_be_held_changes(state):
    if state in (MeetingState.SCHEDULED, MeetingState.AGENDA_PUBLISHED):
        diary.require_before_it_is_held(state, what="move")
        return
    with pytest.raises(CannotArrange, match=f"You cannot move this meeting: it is {state}"):
        diary.require_before_it_is_held(state, what="move")


def test_a_published_meeting_keeps_its_day():
    diary.require_same_day_once_published(MeetingState.AGENDA_PUBLISHED, DAY, new=DAY)
    diary.require_same_day_once_published(MeetingState.SCHEDULED, DAY, new=date(2026, 9, 17))

    with pytest.raises(CannotArrange, match="To meet on another day, postpone it"):
        diary.require_same_day_once_published(MeetingState.AGENDA_PUBLISHED, DAY, new=date(2026, 9, 17))


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (Slot(DAY, TEN, NOON), Slot(DAY, ELEVEN), True),
        (Slot(DAY, TEN), Slot(DAY, ELEVEN), True),
        (Slot(DAY, TEN, ELEVEN), Slot(DAY, ELEVEN), False),
        (Slot(DAY, TEN), Slot(DAY, TWO), False),
        (Slot(DAY, time(23)), Slot(DAY, time(23, 30)), True),
        (Slot(DAY, TEN), Slot(DAY), False),
        (Slot(DAY, TEN), Slot(date(2026, 9, 11), TEN), False),
    ],
)
def test_two_meetings_overlap(one, other, together):
    assert diary.overlap(one, other) is together
    assert diary.overlap(other, one) is together


def test_a_place_is_the_same_however_it_is_written():
    assert diary.is_same_place("Committee Room B, Civic Centre", "committee room B  Civic Centre.")
    assert not diary.is_same_place("Committee Room A", "Committee Room B")
    assert not diary.is_same_place(None, None)


def test_a_clash_says_who_is_wanted_twice_and_when():
    clash = Clash(
        "Fish Quay Board", Slot(DAY, TEN), ["Ann Lisle", "Bo Reed", "Cy Fox", "Di Marr", "Ed Poe"], True, True
    )

    assert clash.sentence == (
        "Fish Quay Board meets on Thursday 10 September 2026 at 10.00am, at the same time: "
        "Ann Lisle, Bo Reed, Cy Fox and 2 others belong to both and it is in the same place."
    )


@pytest.mark.parametrize(
    ("days", "after", "expected"),
    [
        # The third Friday of every other month.
        ([date(2026, 1, 16), date(2026, 3, 20), date(2026, 5, 15)], date(2026, 5, 15), date(2026, 7, 17)),
        # Every nine weeks.
        ([date(2026, 7, 9), date(2026, 9, 10)], date(2026, 9, 10), date(2026, 11, 12)),
        # What would be usual lies behind us: the next one that does not.
        ([date(2026, 1, 16), date(2026, 3, 20)], date(2026, 8, 1), date(2026, 9, 18)),
        ([date(2026, 3, 20)], date(2026, 8, 1), None),
        ([], date(2026, 8, 1), None),
        # Twice in one week: a week on.
        ([date(2026, 9, 9), date(2026, 9, 10)], date(2026, 9, 10), date(2026, 9, 17)),
    ],
)
def test_the_next_meeting_is_guessed_from_the_last(days, after, expected):
    assert diary.usual_next(days, after=after) == expected


def test_the_fifth_friday_of_a_month_that_has_four_is_its_last():
    assert diary.in_month(date(2026, 2, 1), 4, 5) == date(2026, 2, 27)
    assert diary.in_month(date(2026, 10, 1), 4, 5) == date(2026, 10, 30)
