"""Which meetings stand on the page of a body: the next, the latest, and the latest with minutes to read."""

from datetime import timedelta

from shp_gov import clock
from shp_gov.domain.workflows import MeetingState, MinutesState
from shp_gov.queries import meetings
from tests import factories as make


def a_meeting(body, days: int, **details):
    return make.a_meeting(body=body, on=clock.today() + timedelta(days=days), **details)


def test_the_latest_minutes_are_those_that_everybody_can_read(app):
    body = make.a_body()
    approved = a_meeting(body, -90, state=MeetingState.CLOSED, minutes_state=MinutesState.APPROVED)
    drafted = a_meeting(body, -10, state=MeetingState.CLOSED, minutes_state=MinutesState.DRAFT)
    coming = a_meeting(body, 30)

    found = meetings.around(body, on=clock.today())

    assert (found.coming, found.last, found.minuted) == (coming, drafted, approved)


def test_minutes_put_out_on_the_day_of_the_meeting_are_the_latest(app):
    body = make.a_body()
    today = a_meeting(body, 0, state=MeetingState.CLOSED, minutes_state=MinutesState.DRAFT_PUBLISHED)

    assert meetings.around(body, on=clock.today()).minuted is today
