"""How each task of a meeting stands, and what is in the way of publishing."""

from dataclasses import replace
from datetime import date

import pytest

from shp_gov.domain.cycle import AgendaStands, CallStands, Status, obstacles, stages, tasks
from shp_gov.domain.workflows import AgendaState, MeetingState, MinutesState, ReportState
from tests.domain.cycle.given import AGREED, DAY, LATE, PUBLISH_BY, READY, a_work, after


def task(work, key):
    return next(each for each in tasks(work) if each.key == key)


def test_the_tasks_are_those_of_a_meeting_in_their_order():
    keys = [each.key for each in tasks(a_work())]

    before, at, later = ["call", "agenda", "reports", "replies", "check", "publish"], ["script", "room"], ["agree"]
    assert keys == [*before, *at, *later, "draft", "approve"]


@pytest.mark.parametrize(
    ("call", "days_before", "status", "says"),
    [
        (None, 40, Status.NOT_STARTED, "By Wednesday 29 July 2026"),
        (None, 0, Status.NOT_NEEDED, "Nobody was asked"),
        (CallStands(11, 9, 6, date(2026, 8, 20)), 30, Status.IN_PROGRESS, "11 asked, 9 answered, 6 items offered"),
        (CallStands(11, 11, 6, date(2026, 8, 20)), 30, Status.COMPLETED, "11 asked, 11 answered, 6 items offered"),
        (CallStands(11, 9, 6, date(2026, 8, 1)), 30, Status.COMPLETED, "11 asked, 9 answered, 6 items offered"),
    ],
)
def test_the_call_for_items(call, days_before, status, says):
    found = task(a_work(days_before=days_before, call=call), "call")

    assert found.status is status
    assert found.says.startswith(says)


@pytest.mark.parametrize(
    ("agenda", "status", "says"),
    [
        (None, Status.IN_PROGRESS, "13 items, 1 of them private. To the chair by"),
        (AgendaStands(1, AgendaState.WITH_THE_CHAIR), Status.IN_PROGRESS, "Version 1"),
        (AgendaStands(2, AgendaState.CHANGES_ASKED_FOR), Status.BLOCKED, "Version 2"),
        (AgendaStands(3, AgendaState.AGREED, date(2026, 8, 17)), Status.COMPLETED, "Version 3. 13 items"),
    ],
)
def test_the_agenda(agenda, status, says):
    found = task(a_work(agenda=agenda, private=1), "agenda")

    assert found.status is status
    assert found.says.startswith(says)


def test_an_agenda_with_nothing_on_it_lets_nothing_else_begin():
    work = a_work(items=0, agenda=None)

    assert task(work, "agenda").status is Status.NOT_STARTED
    assert [task(work, key).status for key in ("reports", "publish", "script")] == [Status.CANNOT_START] * 3


@pytest.mark.parametrize(
    ("reports", "without", "days_before", "status", "says"),
    [
        ((), (), 30, Status.NOT_NEEDED, "No item"),
        ((), ("4.1",), 30, Status.NOT_STARTED, "0 of 1 ready"),
        ((READY,), (), 30, Status.COMPLETED, "1 of 1 ready"),
        ((READY, LATE), (), 30, Status.IN_PROGRESS, "1 of 2 ready"),
        ((READY, LATE), (), 8, Status.BLOCKED, "1 of 2 ready"),
        ((replace(READY, hidden=2),), (), 30, Status.BLOCKED, "0 of 1 ready"),
    ],
)
def test_the_reports(reports, without, days_before, status, says):
    found = task(a_work(days_before=days_before, reports=reports, without_report=without), "reports")

    assert found.status is status
    assert found.says.startswith(says)


def test_a_task_whose_day_has_passed_is_late_until_it_is_done():
    work = a_work(days_before=8, reports=(READY, LATE))

    assert task(work, "reports").is_late(work.today)
    assert not task(replace(work, reports=(READY,)), "reports").is_late(work.today)


@pytest.mark.parametrize(
    ("details", "status"),
    [
        ({}, Status.NOT_NEEDED),
        ({"private": 1}, Status.NOT_STARTED),
        ({"always_checks_twice": True}, Status.NOT_STARTED),
        ({"private": 1, "reports": (LATE,)}, Status.CANNOT_START),
        ({"private": 1, "agenda": AgendaStands(3, AgendaState.AGREED, None, "Tom Reddy")}, Status.IN_PROGRESS),
        ({"private": 1, "agenda": AgendaStands(3, AgendaState.CHECKED)}, Status.COMPLETED),
    ],
)
def test_the_second_check(details, status):
    assert task(a_work(**details), "check").status is status


def test_what_is_in_the_way_is_said_before_the_button():
    work = a_work(private=1, reports=(READY, LATE), without_report=("4.1", "4.2"))

    assert obstacles(work) == [
        "Items 4.1 and 4.2 have no report. Ask for it, or put it off.",
        "Report 5.2, “Domestic abuse services”, has not been cleared by legal.",
        "A second officer has not checked the agenda. It holds private business.",
    ]
    assert task(work, "publish").status is Status.CANNOT_START
    assert task(work, "publish").says == obstacles(work)[0]
    assert task(a_work(), "publish").says == "By Wednesday 2 September 2026"


@pytest.mark.parametrize(
    ("state", "says"),
    [
        (ReportState.REQUESTED, "has not come from Carl Whitby. It is due on Thursday 20 August 2026."),
        (ReportState.RETURNED, "was returned to Carl Whitby."),
        (ReportState.CLEARED, "is in, and nobody has made it ready."),
    ],
)
def test_a_report_says_whom_it_waits_for(state, says):
    report = replace(READY, state=state, author="Carl Whitby", due_on=date(2026, 8, 20))

    assert report.in_the_way() == f"Report 5.1, “Patrols”, {says}"


@pytest.mark.parametrize(
    ("state", "days_before", "status"),
    [
        (MeetingState.SCHEDULED, 0, Status.CANNOT_START),
        (MeetingState.AGENDA_PUBLISHED, 1, Status.CANNOT_START),
        (MeetingState.AGENDA_PUBLISHED, 0, Status.NOT_STARTED),
        (MeetingState.IN_PROGRESS, 0, Status.IN_PROGRESS),
        (MeetingState.CLOSED, 0, Status.COMPLETED),
    ],
)
def test_the_meeting_opens_on_its_day_when_its_agenda_is_out(state, days_before, status):
    work = a_work(state=state, days_before=days_before, published_on=PUBLISH_BY)

    assert task(work, "room").status is status


@pytest.mark.parametrize(
    ("work", "statuses"),
    [
        (after(None), (Status.NOT_STARTED, Status.CANNOT_START, Status.CANNOT_START)),
        (after(MinutesState.WITH_THE_CHAIR), (Status.IN_PROGRESS, Status.CANNOT_START, Status.CANNOT_START)),
        (
            after(MinutesState.WITH_THE_CHAIR, suggestions=2),
            (Status.BLOCKED, Status.CANNOT_START, Status.CANNOT_START),
        ),
        (
            after(MinutesState.WITH_THE_CHAIR, agreed_on=DAY),
            (Status.COMPLETED, Status.NOT_STARTED, Status.CANNOT_START),
        ),
        (after(MinutesState.DRAFT_PUBLISHED), (Status.COMPLETED, Status.COMPLETED, Status.CANNOT_START)),
        (
            after(MinutesState.DRAFT_PUBLISHED, comes_to=DAY),
            (Status.COMPLETED, Status.COMPLETED, Status.NOT_STARTED),
        ),
        (after(MinutesState.APPROVED), (Status.COMPLETED, Status.COMPLETED, Status.COMPLETED)),
    ],
)
def test_the_minutes_go_to_the_chair_to_everybody_and_to_the_next_meeting(work, statuses):
    assert tuple(task(work, key).status for key in ("agree", "draft", "approve")) == statuses


def test_the_line_shows_what_is_done_where_the_work_is_and_the_days():
    work = a_work(reports=(READY, LATE), call=CallStands(11, 11, 6, date(2026, 8, 1)))

    line = stages(work, tasks(work))

    assert [step.is_done for step in line] == [True, True, False, False, False, False, False, False]
    assert [step.words for step in line if step.is_now] == ["Reports cleared"]
    small = ["Done", "Done", "1 of 2 ready", "By 2 September", "10 September", "By 17 September", "By 24 September"]
    assert [step.small for step in line] == [*small, "12 November"]


def test_a_meeting_of_which_everything_is_done_is_nowhere_on_the_line():
    work = after(MinutesState.APPROVED)

    assert not any(step.is_now for step in stages(work, tasks(work)))


@pytest.mark.parametrize(
    ("key", "missed_on"),
    [("call", date(2026, 7, 29)), ("agenda", date(2026, 8, 12)), ("check", date(2026, 9, 1)), ("publish", PUBLISH_BY)],
)
def test_nobody_is_late_with_what_was_due_before_the_meeting_was_made(key, missed_on):
    work = a_work(days_before=5, agenda=None, private=1, made_on=date(2026, 9, 4))

    found = task(work, key)

    assert (found.missed_on, found.is_late(work.today)) == (missed_on, False)


def test_a_day_after_the_meeting_was_made_counts_and_so_does_what_is_done():
    work = a_work(days_before=5, agenda=None, made_on=date(2026, 8, 20))

    assert task(work, "publish").is_late(work.today)
    assert task(work, "publish").missed_on is None
    assert task(replace(work, agenda=AGREED), "agenda").missed_on is None


def test_the_line_of_stages_says_what_was_due_too_early():
    work = a_work(days_before=5, agenda=None, made_on=date(2026, 9, 4))

    line = {step.words: step.small for step in stages(work, tasks(work))}

    assert line["Items called for"] == "Was due 29 July"
    assert line["Minutes agreed by chair"] == "By 17 September"
