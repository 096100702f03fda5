"""Board health: as at a day, for a viewer, from the record alone."""

from datetime import date, timedelta

import pytest

from shp_gov import queries
from shp_gov.database import db
from shp_gov.domain.quarters import Share
from shp_gov.domain.workflows import ActionState, MeetingState, MinutesState
from shp_gov.models import Happening
from tests import factories as make
from tests.boards import Board, rename

ON = date(2026, 9, 1)
POLICE, FIRE, COUNCIL = "Northshire Police", "Northshire Fire Authority", "Seaborough Borough Council"
NHS = "NHS Northshire Integrated Care Board"


@pytest.fixture
def board(app):
    return Board(ON)


def health(board, user=None):
    user = user or make.a_chair(body=board.body)
    return queries.board_health.of_body(board.body, viewer=make.viewer(user, on=ON))


def kinds(found, name):
    return next(body.presence.kinds for body in found.authorities if body.presence.known_as == name)


def of(found, name):
    return next(body for body in found.authorities if body.presence.known_as == name)


def test_each_authority_came_itself_by_a_substitute_or_not_at_all(board):
    board.meeting(100)
    board.meeting(50, absent=(FIRE, NHS))

    found = health(board)

    assert kinds(found, COUNCIL)[-2:] == ("member", "member")
    assert kinds(found, POLICE)[-2:] == ("substitute", "substitute")
    assert kinds(found, FIRE)[-2:] == ("member", "nobody")
    assert (found.last_known.number, found.last_known.total) == (3, 5)


def test_where_no_attendance_is_recorded_nobody_is_said_to_be_missing(board):
    board.meeting(50, attended=False)

    found = health(board)

    assert {body.presence.kinds[-1] for body in found.authorities} == {"not known"}
    assert found.last_known is None
    assert found.headline.bold == "Who came to the last meeting is not known."


def test_while_the_last_attendance_is_not_known_the_one_before_is_told_with_its_day(board):
    board.meeting(50, absent=(FIRE,))
    board.meeting(10, attended=False)

    found = health(board)

    assert (found.last_known.number, found.last_known.is_last) == (4, False)
    assert found.headline.bold == (
        "Who came to the last meeting is not known. On Monday 13 July 2026, four of five authorities came. "
        f"{FIRE} was not there."
    )


def test_while_somebody_present_is_not_known_nobody_is_said_to_be_missing(board):
    meeting = board.meeting(50, absent=(FIRE,))
    row = make.an_attendance(make.a_person("R Ferris"), meeting=meeting)
    row.person = None
    db.session.flush()

    assert kinds(health(board), FIRE)[-1] == "not known"
    assert kinds(health(board), COUNCIL)[-1] == "member"


def test_the_authorities_are_those_of_the_meetings_day(app):
    board = Board(date(2022, 8, 1))
    board.meeting(60)
    board.meeting(10)

    found = queries.board_health.of_body(
        board.body, viewer=make.viewer(make.a_chair(body=board.body), on=date(2022, 8, 1))
    )

    assert kinds(found, "NHS Seaborough CCG")[-2:] != ("member", "member")
    assert kinds(found, "NHS Seaborough CCG")[-1] == "not an authority then"
    assert kinds(found, NHS)[-2:] == ("not an authority then", "member")


def test_where_the_area_is_not_known_the_list_of_members_says_who_they_are(app):
    board = Board(ON, area=None)
    board.meeting(50, absent=(FIRE,))

    found = health(board)

    assert [body.presence.name for body in found.authorities] == list(board.seats)
    assert kinds(found, FIRE)[-1] == "nobody"
    assert kinds(found, POLICE)[-1] == "substitute"


def test_only_the_last_six_meetings_that_were_held_are_shown(board):
    for days in range(10, 90, 10):
        board.meeting(days)
    board.meeting(5, state=MeetingState.CANCELLED, minutes_state=None)
    board.meeting(-9)

    found = health(board)

    assert [(ON - meeting.on).days for meeting in found.meetings] == [60, 50, 40, 30, 20, 10]
    assert found.coming.on == ON + timedelta(days=9)


def test_done_on_time_is_proposed_by_the_due_day_and_not_returned(board):
    board.action(FIRE, -10, done_in=-10)
    board.action(FIRE, -10, done_in=-9)
    board.action(FIRE, -12, done_in=-12, state=ActionState.RETURNED)
    board.action(FIRE, -13)
    board.action(FIRE, 13)
    board.action(FIRE, -10, done_in=-20, state=ActionState.VERIFIED)

    found = health(board)

    assert of(found, FIRE).shares[-1] == found.shares[-1] == Share(2, 5)
    assert of(found, COUNCIL).shares[-1] == Share()


def test_what_will_not_proceed_counts_for_nobody(board):
    other = make.a_decision(minute=board.decision.minute)
    board.action(FIRE, -10, state=ActionState.NOT_PROCEEDING, dropped_by=other)
    board.action(FIRE, -10, state=ActionState.VERIFIED)

    assert health(board).shares[-1] == Share()


def test_an_action_counts_in_the_quarter_it_was_due(board):
    board.action(FIRE, -365, done_in=-370)
    board.action(FIRE, -700, done_in=-700)

    assert of(health(board), FIRE).shares == (Share(), Share(1, 1), Share(), Share(), Share(), Share())


def test_due_by_the_next_meeting_is_the_day_of_that_meeting(board):
    board.meeting(200)
    board.action(FIRE, 0, done_in=-200, due_on=None, is_due_by_next_meeting=True)

    shares = of(health(board), FIRE).shares

    assert sum(shares, Share()) == Share(1, 1)


def test_an_authority_is_found_by_any_of_its_names(board):
    rename(board, FIRE, "Northshire Fire and Rescue Service")
    board.action(FIRE, -3)

    assert of(health(board), FIRE).overdue == 1


def test_the_missing_authority_its_actions_and_its_vacancy_make_the_headline(board):
    board.meeting(20, absent=(NHS,))
    board.action(NHS, -46)
    board.action(NHS, -32)
    board.action(COUNCIL, -4)

    headline = health(board).headline

    assert headline.bold == f"Four of five authorities came. {NHS} was not there."
    assert headline.rest == (
        "It owns two of the three overdue actions. Its seat has been vacant since Wednesday 1 July 2026."
    )


def test_the_lists_show_the_longest_overdue_and_what_waits_for_agreement(board):
    for days in range(1, 15):
        board.action(COUNCIL, -days)
    verified = board.action(POLICE, 30, done_in=-5, state=ActionState.VERIFIED)
    board.happened(verified, Happening.VERIFIED, -3)
    board.meeting(30, minutes_state=MinutesState.DRAFT_PUBLISHED)

    found = health(board)

    assert found.overdue == 14
    assert [(ON - line.due_on).days for line in found.late] == list(range(14, 4, -1))
    assert found.late[0].holders == ("Grace Holloway",)
    assert [(line.action.id, line.verified_on) for line in found.verified] == [(verified.id, ON - timedelta(days=3))]
    assert [meeting.on for meeting in found.minutes] == [ON - timedelta(days=30)]


def test_an_exempt_action_is_counted_for_those_entitled_only(board):
    minute = make.a_minute(meeting=board.decision.minute.meeting, is_exempt=True)
    make.an_action(decision=make.a_decision(minute=minute), owner=board.seats[FIRE], due_on=ON - timedelta(days=3))
    elsewhere = make.a_chair(body=make.a_body("Another Partnership"))

    assert health(board).overdue == 1
    assert health(board, elsewhere).overdue == 0
    assert health(board, elsewhere).late == []


def test_a_board_without_anything_says_so(app):
    body = make.a_body()

    found = queries.board_health.of_body(body, viewer=make.viewer(make.a_chair(body=body), on=ON))

    assert (found.authorities, found.meetings, found.overdue, found.last_known) == ([], [], 0, None)
    assert found.headline.bold == "Which members are responsible authorities is not recorded."
