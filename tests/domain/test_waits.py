"""What waits of a meeting, for whom and by when."""

from datetime import date

import pytest

from shp_gov.domain.back_plan import USUAL, due_on
from shp_gov.domain.cycle import AgendaStands, CallStands, MinutesStand, RepliesStand, ReportStands, Work
from shp_gov.domain.cycle.waits import stage_words, waits
from shp_gov.domain.workflows import AgendaState, MeetingState, MinutesState, ReportState

ON = date(2026, 9, 10)
PUBLISH_BY = date(2026, 9, 2)
DUE = {stage: due_on(ON, days) for stage, days in USUAL.items()}
CALLED = CallStands(11, 9, 6, date(2026, 8, 10))


def work(today: date, **details) -> Work:
    usual = {"state": MeetingState.SCHEDULED, "due": DUE, "publish_by": PUBLISH_BY, "call": CALLED, "items": 6}
    return Work(on=ON, today=today, **(usual | details))


def told(found, **how):
    return [(wait.words, wait.by, wait.is_theirs) for wait in waits(found, **how)]


def test_items_are_called_for_when_their_day_comes():
    day = DUE[next(stage for stage in DUE if stage.value == "call for items")]

    assert told(work(day, call=None, items=0))[0] == ("Call for items", day, False)
    assert told(work(date(2026, 6, 1), call=None, items=0)) == []


@pytest.mark.parametrize(
    ("state", "words", "is_theirs"),
    [
        (AgendaState.DRAFT, "Send the agenda to the chair", False),
        (AgendaState.WITH_THE_CHAIR, "The chair: agree the agenda", True),
        (AgendaState.CHANGES_ASKED_FOR, "Answer what the chair says of the agenda", False),
    ],
)
def test_the_agenda_goes_to_the_chair_and_back(state, words, is_theirs):
    found = told(work(date(2026, 8, 12), agenda=AgendaStands(1, state)))

    assert [(said, theirs) for said, _, theirs in found] == [(words, is_theirs)]


def test_a_late_report_waits_for_its_author_and_a_clearance_for_legal():
    reports = [
        ReportStands("5.1", "Taxi marshals", ReportState.REQUESTED, "Carl Whitby", date(2026, 8, 18)),
        ReportStands("5.2", "Services", ReportState.SUBMITTED, waits_for=["legal"]),
        ReportStands("5.3", "Beaches", ReportState.READY, hidden=2),
        ReportStands("5.4", "Boats", ReportState.CLEARED),
    ]

    found = told(work(date(2026, 8, 28), agenda=AgendaStands(1, AgendaState.AGREED), reports=reports))

    assert found == [
        ("Carl Whitby: send report 5.1", date(2026, 8, 18), True),
        ("Legal: clear report 5.2", date(2026, 8, 24), True),
        ("Look at what report 5.3 hides", date(2026, 8, 24), False),
        ("Make report 5.4 ready", date(2026, 8, 24), False),
        ("Publish the agenda", PUBLISH_BY, False),
    ]


@pytest.mark.parametrize(
    ("checker", "mine", "words", "is_theirs"),
    [
        ("", False, "Ask a colleague to check the agenda", False),
        ("Tom Reddy", False, "Tom Reddy: check the agenda", True),
        ("Tom Reddy", True, "Check the agenda as second officer", False),
    ],
)
def test_a_check_waits_for_whoever_is_asked(checker, mine, words, is_theirs):
    agenda = AgendaStands(1, AgendaState.AGREED, checker=checker)

    found = told(work(date(2026, 8, 31), private=1, agenda=agenda), checks_it=mine)

    assert [(said, theirs) for said, _, theirs in found] == [(words, is_theirs), ("Publish the agenda", False)]


def test_a_check_that_was_asked_for_waits_however_early_it_is():
    agenda = AgendaStands(1, AgendaState.AGREED, checker="Tom Reddy")

    found = told(work(date(2026, 7, 1), private=1, agenda=agenda), checks_it=True)

    assert [said for said, _, _ in found] == ["Check the agenda as second officer"]


def test_members_who_are_silent_are_waited_for_once_the_agenda_is_out():
    found = told(work(date(2026, 9, 3), state=MeetingState.AGENDA_PUBLISHED, replies=RepliesStand(13, 6, 5, 1)))

    assert found == [
        ("7 members: reply for Thursday 10 September 2026", date(2026, 9, 3), True),
        ("Print the chair’s script and briefing", ON, False),
    ]


def test_on_its_day_a_meeting_is_opened_then_closed():
    assert told(work(ON, state=MeetingState.AGENDA_PUBLISHED)) == [("Open the meeting", ON, False)]
    left = {"state": MeetingState.IN_PROGRESS, "minutes": MinutesStand(MinutesState.DRAFT, waiting=["4", "5"])}
    assert told(work(ON, **left)) == [("Go on with the meeting: 2 items left", ON, False)]
    assert told(work(ON, state=MeetingState.IN_PROGRESS)) == [("Close the meeting", ON, False)]


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (MinutesStand(MinutesState.DRAFT), ["Send the draft minutes to the chair"]),
        (MinutesStand(MinutesState.WITH_THE_CHAIR), ["The chair: agree the draft minutes"]),
        (
            MinutesStand(MinutesState.WITH_THE_CHAIR, suggestions=2),
            ["Answer 2 suggestions of the chair", "The chair: agree the draft minutes"],
        ),
        (MinutesStand(MinutesState.WITH_THE_CHAIR, agreed_on=date(2026, 9, 15)), ["Publish the draft minutes"]),
        (MinutesStand(MinutesState.DRAFT_PUBLISHED), []),
        (MinutesStand(MinutesState.APPROVED), []),
    ],
)
def test_minutes_wait_for_their_next_step(minutes, words):
    found = work(date(2026, 9, 16), state=MeetingState.CLOSED, minutes=minutes)

    assert [wait.words for wait in waits(found)] == words


def test_nothing_waits_of_a_meeting_that_is_called_off():
    assert waits(work(date(2026, 9, 1), state=MeetingState.CANCELLED)) == []


@pytest.mark.parametrize(
    ("today", "details", "words"),
    [
        (date(2026, 7, 1), {"call": None, "items": 0}, "items not called"),
        (date(2026, 8, 12), {"reports": [ReportStands("5", "A", ReportState.REQUESTED)]}, "reports due"),
        (date(2026, 8, 12), {}, "agenda drafted"),
        (date(2026, 8, 12), {"agenda": AgendaStands(1, AgendaState.AGREED, checker="Tom Reddy")}, "being checked"),
        (date(2026, 8, 27), {}, "not published"),
        (date(2026, 9, 3), {"state": MeetingState.AGENDA_PUBLISHED}, "published"),
    ],
)
def test_a_meeting_to_come_is_told_in_two_words(today, details, words):
    assert stage_words(work(today, **details)) == words


def test_what_was_due_before_the_meeting_was_made_waits_today_and_is_not_late():
    today = date(2026, 8, 28)

    made = told(work(today, agenda=AgendaStands(1, AgendaState.DRAFT), made_on=date(2026, 8, 27)))

    assert ("Send the agenda to the chair", today, False) in made
    assert ("Publish the agenda", PUBLISH_BY, False) in made
