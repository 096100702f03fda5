"""When can somebody have come to a meeting and left it?"""

from datetime import time

import pytest

from shp_gov.domain.coming_and_going import Stay, WrongTime, require_within

TEN, NOON = time(10), time(12)


def within(arrived=None, left=None):
    require_within("Carl Whitby", Stay(arrived, left), started_at=TEN, ended_at=NOON)


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
