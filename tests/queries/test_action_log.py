"""The action log, my actions, and when an action is due."""

from datetime import date, timedelta

import pytest

from shp_gov import queries
from shp_gov.database import db
from shp_gov.domain.workflows import ActionState, MeetingState, MinutesState
from shp_gov.models import OfficeKind
from shp_gov.queries.action_log import Asked, GroupBy, Show
from tests.factories import (
    a_body,
    a_chair,
    a_chair_in_office,
    a_decision,
    a_meeting,
    a_member,
    a_minute,
    a_person,
    a_seat,
    a_user,
    an_action,
    an_appointment,
    an_officer,
    an_organisation,
    viewer,
)

TODAY = date(2026, 9, 10)


@pytest.fixture
def body(app):
    return a_body()


@pytest.fixture
def meeting(body):
    return a_meeting(body=body)


@pytest.fixture
def decision(meeting):
    return a_decision(minute=a_minute(meeting=meeting))


def log(body, *, by=None, page=1, **asked):
    return queries.action_log.of_body(body, Asked(**asked), viewer=viewer(by, on=TODAY), page=page)


def whats(log) -> list[str]:
    return [line.action.what for line in log.lines]


def test_the_log_shows_what_is_not_closed_and_counts_every_filter(body, decision, meeting):
    an_action(decision=decision, what="late", due_on=date(2026, 9, 9))
    an_action(decision=decision, what="due today", due_on=TODAY)
    an_action(decision=decision, what="proposed", state=ActionState.PROPOSED, due_on=date(2026, 9, 1))
    an_action(decision=decision, what="verified", state=ActionState.VERIFIED, due_on=date(2026, 10, 1))
    an_action(decision=decision, what="closed", state=ActionState.CLOSED, closed_at=meeting)

    found = log(body, group_by=GroupBy.DUE)

    assert whats(found) == ["proposed", "late", "due today", "verified"]
    assert [line.is_overdue for line in found.lines] == [False, True, False, False]
    assert {show.value: number for show, number in found.counts.items()} == {
        "not closed": 4,
        "overdue": 1,
        "to verify": 1,
        "to agree": 1,
        "finished": 1,
        "all": 5,
        "without an owner": 0,
    }
    assert [whats(log(body, show=show)) for show in (Show.OVERDUE, Show.PROPOSED, Show.VERIFIED, Show.FINISHED)] == [
        ["late"],
        ["proposed"],
        ["verified"],
        ["closed"],
    ]


def test_the_log_is_grouped_by_authority_most_overdue_first(body, decision):
    police, council = an_organisation("Northshire Police"), an_organisation("Council")
    an_action(decision=decision, what="second", owner=a_seat(body=body, organisation=police), due_on=TODAY)
    an_action(decision=decision, what="first", owner=police, due_on=date(2026, 9, 1))
    an_action(decision=decision, what="theirs", owner=council, due_on=TODAY)
    an_action(decision=decision, what="ours", owner=body, due_on=TODAY)
    an_action(decision=decision, what="nobody’s", owner=a_seat(body=body), due_on=TODAY)

    found = log(body)

    assert [(line.authority, line.action.what) for line in found.lines] == [
        ("Council", "theirs"),
        ("No authority", "nobody’s"),
        ("Northshire Police", "first"),
        ("Northshire Police", "second"),
        ("Safer Seaborough Partnership", "ours"),
    ]
    assert [(row.name, row.actions, row.overdue) for row in found.authorities][2] == ("Northshire Police", 2, 1)
    assert whats(log(body, authority="Northshire Police")) == ["first", "second"]
    assert log(body, authority="Northshire Police").total == 2


def test_the_log_is_searched_in_the_words_of_actions_and_decisions(body, decision):
    an_action(decision=decision, what="Write 100% of the plan")
    an_action(decision=a_decision(minute=decision.minute, words="That 100 percent be written."), what="Other")

    assert whats(log(body, words="100%")) == ["Write 100% of the plan"]
    assert whats(log(body, words="PERCENT BE")) == ["Other"]
    assert whats(log(body, words="nothing like it")) == []


def test_the_log_names_who_answers_today(body, decision):
    seat, police = a_seat(body=body), an_organisation()
    an_appointment(a_person("Ann Lee"), seat=seat, until_on=TODAY)
    an_appointment(a_person("Before Her"), seat=seat, until_on=TODAY - timedelta(days=1))
    sits = a_seat(body=body, organisation=police, held_by=a_person("Daniel Marsh"))
    board = a_body("Youth Justice Board")
    a_chair_in_office(a_person("Ruth Adeyemi"), body=board)
    a_chair_in_office(a_person("Her Vice"), body=board, kind=OfficeKind.VICE_CHAIR)
    owners = {"seat": seat, "police": police, "board": board, "vacant": a_seat(body=body), "sits": sits}
    for what, owner in owners.items():
        an_action(decision=decision, what=what, owner=owner)

    found = {line.action.what: line.holders for line in log(body).lines}
    whole = {line.action.what: line.holders for line in queries.action_log.every_line(body, Asked(), viewer=viewer())}

    assert found == {
        "seat": ("Ann Lee",),
        "police": ("Daniel Marsh",),
        "board": ("Ruth Adeyemi",),
        "vacant": (),
        "sits": ("Daniel Marsh",),
    }
    assert whole.keys() == found.keys()


def test_the_log_comes_in_pages(body, decision):
    for number in range(30):
        an_action(decision=decision, what=str(number), due_on=TODAY + timedelta(days=number))

    first, second = (whats(log(body, group_by=GroupBy.DUE, page=page)) for page in (1, 2))

    assert first + second == [str(number) for number in range(30)]
    assert len(first) == 25


def test_exempt_actions_and_drafts_are_not_even_counted_for_the_public(body, decision, meeting):
    an_action(decision=a_decision(minute=a_minute(meeting=meeting, is_exempt=True)), what="private")
    draft = a_meeting(body=body, on=date(2026, 9, 1), minutes_state=MinutesState.DRAFT)
    an_action(decision=a_decision(minute=a_minute(meeting=draft)), what="draft")
    an_action(decision=decision, what="open")

    public, officer = log(body), log(body, by=an_officer(body=body))

    assert whats(public) == ["open"]
    assert (public.total, public.counts[Show.ALL], sum(row.actions for row in public.authorities)) == (1, 1, 1)
    assert len(officer.lines) == officer.counts[Show.ALL] == 3


def test_by_the_next_meeting_is_the_day_of_the_meeting_after_the_decision(body, decision):
    action = an_action(decision=decision, due_on=None, is_due_by_next_meeting=True)
    assert queries.actions.due_day(action) is None
    assert log(body).lines[0].due_on is None

    decision.minute.meeting.next_on = date(2026, 9, 4)
    assert queries.actions.due_day(action) == date(2026, 9, 4)

    a_meeting(body=body, on=date(2026, 8, 1), state=MeetingState.CANCELLED)
    a_meeting(body=body, on=date(2026, 9, 9), state=MeetingState.SCHEDULED)
    a_meeting(body=body, on=date(2026, 12, 9), state=MeetingState.SCHEDULED)
    [line] = log(body, show=Show.OVERDUE).lines
    assert (queries.actions.due_day(action), line.due_on) == (date(2026, 9, 9), date(2026, 9, 9))
    assert line.is_overdue


def test_an_action_without_a_known_date_is_never_overdue(body, decision):
    an_action(decision=decision, due_on=None, is_due_by_next_meeting=True)
    an_action(decision=decision, due_on=None)

    assert log(body, show=Show.OVERDUE).lines == []
    assert log(body).counts[Show.OVERDUE] == 0


def test_blocked_is_worked_out_from_the_other_action(body, decision, meeting):
    other = an_action(decision=decision, what="first")
    an_action(decision=decision, what="second", waits_for=other)

    assert {line.action.what: line.is_blocked for line in log(body).lines} == {"first": False, "second": True}
    other.state, other.closed_at = ActionState.CLOSED, meeting
    db.session.flush()
    assert [line.is_blocked for line in log(body).lines] == [False]


def test_my_actions_are_those_i_answer_for_in_every_body(body, decision):
    me = a_member(body=body)
    police, board = an_organisation(), a_body("Youth Justice Board")
    elsewhere = a_decision(minute=a_minute(meeting=a_meeting(body=board)))
    seat = a_seat(body=body, organisation=police)
    an_appointment(me.person, seat=seat)
    a_chair_in_office(me.person, body=board)
    an_action(decision=decision, what="mine", owner=seat, due_on=date(2026, 9, 9))
    an_action(decision=decision, what="my organisation’s", owner=police, due_on=TODAY)
    an_action(decision=elsewhere, what="my board’s", owner=board, due_on=date(2026, 9, 11))
    an_action(decision=elsewhere, what="my organisation’s elsewhere", owner=police)
    an_action(decision=decision, what="theirs")
    done = {"state": ActionState.CLOSED, "closed_at": decision.minute.meeting}
    an_action(decision=decision, what="done", owner=seat, **done)

    counts = queries.my_actions.counts(viewer(me, on=TODAY))
    lines = queries.my_actions.lines(viewer(me, on=TODAY), [ActionState.OPEN])

    assert [line.action.what for line in lines] == ["mine", "my organisation’s", "my board’s"]
    assert (counts.to_do, counts.overdue, counts.waiting, counts.finished, counts.bodies) == (3, 1, 0, 1, 2)


@pytest.mark.parametrize(("on", "number"), [(date(2026, 9, 10), 1), (date(2026, 9, 11), 0)])
def test_an_action_is_mine_until_the_last_day_of_my_term(body, decision, on, number):
    me, seat = a_user(person=a_person()), a_seat(body=body)
    an_appointment(me.person, seat=seat, until_on=TODAY)
    an_action(decision=decision, owner=seat)

    assert queries.my_actions.counts(viewer(me, on=on)).to_do == number


def test_somebody_without_a_seat_owes_nothing(body, decision):
    an_action(decision=decision)

    for nobody in (an_officer(body=body), a_chair(body=body)):
        assert queries.my_actions.lines(viewer(nobody), list(ActionState)) == []


def test_my_next_meetings_are_those_still_to_be_held(body, meeting):
    me = a_member(body=body)
    a_meeting(body=body, on=TODAY, state=MeetingState.CLOSED)
    a_meeting(body=body, on=date(2026, 9, 20), state=MeetingState.CANCELLED)
    coming = a_meeting(body=body, on=date(2026, 9, 30), state=MeetingState.SCHEDULED)
    a_meeting(body=body, on=date(2026, 12, 1), state=MeetingState.SCHEDULED)
    a_meeting(body=a_body(), on=date(2026, 9, 15), state=MeetingState.SCHEDULED)

    assert [each.meeting for each in queries.my_meetings.coming(viewer(me, on=TODAY))] == [coming]


def test_a_long_log_is_listed_by_due_date_and_counted_no_further(body, decision, monkeypatch):
    monkeypatch.setattr(queries.action_log, "MOST", 5)
    police = an_organisation("Northshire Police")
    seat = a_seat(body=body, organisation=police)
    for number in range(8):
        an_action(decision=decision, what=str(number), owner=seat, due_on=TODAY - timedelta(days=number))
    an_action(decision=decision, what="no date", owner=seat, due_on=None)

    found = log(body)

    assert (found.is_long, found.total, found.group_by) == (True, 6, GroupBy.DUE)
    assert whats(found) == ["7", "6", "5", "4", "3", "2", "1", "0", "no date"]
    assert (found.counts[Show.ALL], found.counts[Show.OVERDUE], found.counts[Show.FINISHED]) == (6, 6, 0)
    assert [(row.name, row.actions) for row in found.authorities] == [("Northshire Police", None)]
    assert log(body, show=Show.FINISHED).is_long is False
