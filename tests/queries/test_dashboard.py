"""Which meetings Today looks at."""

from datetime import timedelta

from shp_gov import clock
from shp_gov.models import RoleHeld
from shp_gov.queries import dashboard
from tests import factories as make
from tests.boards import Board


def test_a_meeting_put_in_between_does_not_hide_the_work_on_the_next(app):
    board = Board(clock.today())
    between, later = (board.meeting(-days, attended=False) for days in (5, 24))
    next_year = board.meeting(-300, attended=False)

    today = dashboard.today(make.viewer(make.an_officer(body=board.body)))

    assert [stand.meeting for stand in today.stands] == [between, later]
    assert today.coming == [between]
    assert next_year not in today.meetings


def test_the_next_meetings_are_listed_soonest_first(app):
    board = Board(clock.today())
    board.meeting(-40, attended=False)
    first = board.meeting(-9, attended=False)
    other = make.a_meeting(body=make.a_body("Fish Quay Board"), on=board.on + timedelta(days=12))
    officer = make.an_officer(body=board.body)
    make._kept(RoleHeld(user=officer, body=other.body, role="officer", from_on=make.LONG_AGO))

    assert dashboard.today(make.viewer(officer)).coming == [first, other]
