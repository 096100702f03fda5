"""When can somebody have come to a meeting and left it?"""

from datetime import time

import pytest

from shp_gov.domain.coming_and_going import Stay, WrongTime, require_over, require_within, stay_words

TEN, NOON = time(10), time(12)


def within(arrived=None, left=None, out=()):
    require_within("Carl Whitby", Stay(arrived, left, outings=out), started_at=TEN, ended_at=NOON)


@pytest.mark.parametrize(
    ("arrived", "left", "words"),
    [
        (time(11), time(10, 30), "cannot leave before arriving"),
        (time(11), time(11), "cannot leave before arriving"),
        (NOON, None, "the meeting ended at 12.00pm"),
        (None, time(12, 1), "stayed to the end"),
        (None, TEN, "the meeting began at 10.00am"),
    ],
)
def test_a_time_at_which_nobody_can_have_come_or_gone_is_refused(arrived, left, words):
    with pytest.raises(WrongTime, match=words):
        within(arrived, left)


@pytest.mark.parametrize(
    ("arrived", "left"), [(None, None), (time(9, 50), None), (time(10, 30), time(11)), (None, NOON)]
)
def test_a_stay_within_the_meeting_is_taken(arrived, left):
    within(arrived, left)


@pytest.mark.parametrize(
    ("gone", "back", "words"),
    [
        (TEN, time(10, 20), "cannot leave at 10.00am: the meeting began at 10.00am"),
        (time(11, 50), time(12, 1), "cannot come back at 12.01pm: the meeting ended at 12.00pm"),
    ],
)
def test_nobody_is_out_before_the_meeting_begins_or_comes_back_after_its_end(gone, back, words):
    with pytest.raises(WrongTime, match=words):
        within(out=((gone, back),))


@pytest.mark.parametrize(
    "stay", [Stay(time(11, 50)), Stay(left_at=time(11, 50)), Stay(outings=((time(11), time(11, 50)),))]
)
def test_a_meeting_does_not_end_before_the_last_who_came_or_left(stay):
    with pytest.raises(WrongTime, match=r"Carl Whitby came or left at 11\.50am"):
        require_over("Carl Whitby", stay, ended_at=time(11, 45))
    require_over("Carl Whitby", stay, ended_at=time(11, 50))


@pytest.mark.parametrize(
    ("stay", "words"),
    [
        (Stay(), "There from the start. Stayed to the end."),
        (Stay(time(10, 5), NOON, is_remote=True), "Arrived at 10.05am. Left at 12.00pm. Took part remotely."),
        (
            Stay(outings=((time(11), time(11, 50)),)),
            "There from the start. Left and came back: from 11.00am to 11.50am. Stayed to the end.",
        ),
    ],
)
def test_a_stay_is_said_in_a_few_words(stay, words):
    assert stay_words(stay) == words
