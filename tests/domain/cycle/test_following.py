"""There is one next step, and what is in the way is said before its button."""

from dataclasses import replace
from datetime import date

import pytest

from shp_gov.domain.cycle import AgendaStands, RepliesStand, next_step
from shp_gov.domain.workflows import AgendaState, MeetingState, MinutesState, ReportState
from tests.domain.cycle.given import DAY, LATE, PUBLISH_BY, READY, a_work, after


@pytest.mark.parametrize(
    ("work", "words", "key"),
    [
        (a_work(items=0, agenda=None), "Begin the agenda", "agenda"),
        (a_work(agenda=None, days_before=50), "Call for items", "call"),
        (a_work(agenda=None, days_before=15), "Send the agenda to the chair", "agenda"),
        (a_work(without_report=("4.1", "4.2")), "Ask for 2 reports", "reports"),
        (a_work(agenda=AgendaStands(2, AgendaState.CHANGES_ASKED_FOR)), "Answer the chair", "agenda"),
        (a_work(reports=(LATE,)), "Get report 5.2 cleared by legal", "reports"),
        (a_work(agenda=AgendaStands(2, AgendaState.WITH_THE_CHAIR)), "Wait for the chair", "agenda"),
        (a_work(private=1), "Have the agenda checked", "check"),
        (a_work(), "Publish the agenda", "publish"),
        (a_work(days_before=-1), "Record the meeting", "past"),
    ],
)
def test_what_is_next_before_the_agenda_is_out(work, words, key):
    found = next_step(work)

    assert (found.words, found.key) == (words, key)


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (replace(LATE, hidden=1), "Look at what report 5.2 hides"),
        (replace(LATE, state=ReportState.REQUESTED, author="Carl Whitby"), "Get report 5.2 from Carl Whitby"),
        (replace(LATE, state=ReportState.CLEARED, waits_for=()), "Make report 5.2 ready"),
        (replace(LATE, number=""), "Get report “Domestic abuse services” cleared by legal"),
    ],
)
def test_a_report_that_is_not_ready_says_what_to_do_about_it(report, words):
    assert next_step(a_work(reports=(READY, report))).words == words


def test_why_it_cannot_be_published_is_said_with_how_many_are_in_the_way():
    found = next_step(a_work(reports=(LATE, replace(LATE, number="5.3"), READY)))

    said = "You cannot publish yet. Report 5.2, “Domestic abuse services”, has not been cleared by legal."
    assert found.says == f"{said} 1 other report is not ready either."


def test_publishing_too_late_is_said_and_stays_possible():
    assert next_step(a_work(days_before=3)).says == "The last day to give notice was Wednesday 2 September 2026."
    assert next_step(a_work()).says == "Publish by Wednesday 2 September 2026 to give the clear days."


def published(**details):
    return a_work(state=MeetingState.AGENDA_PUBLISHED, published_on=PUBLISH_BY, **details)


@pytest.mark.parametrize(
    ("work", "words", "key"),
    [
        (published(days_before=5), "Ask who comes", "replies"),
        (published(days_before=5, replies=RepliesStand(13, 13, 13, 0)), "Print the chair’s script", "script"),
        (published(days_before=0), "Open the meeting", "room"),
        (published(days_before=-2), "Record the meeting", "room"),
        (a_work(state=MeetingState.IN_PROGRESS, days_before=0), "Close the meeting", "close"),
        (a_work(state=MeetingState.IN_PROGRESS, is_by_hand=True), "Finish entering the meeting", "finish"),
        (
            a_work(state=MeetingState.IN_PROGRESS, minutes=replace(a_work().minutes, waiting=("4", "5"))),
            "Take the minutes",
            "room",
        ),
    ],
)
def test_what_is_next_when_the_agenda_is_out(work, words, key):
    found = next_step(work)

    assert (found.words, found.key) == (words, key)


@pytest.mark.parametrize(
    ("work", "words", "key"),
    [
        (after(MinutesState.DRAFT), "Finish the draft minutes", "agree"),
        (after(MinutesState.WITH_THE_CHAIR), "Wait for the chair", "agree"),
        (after(MinutesState.WITH_THE_CHAIR, suggestions=1), "Answer the chair", "agree"),
        (after(MinutesState.WITH_THE_CHAIR, agreed_on=DAY), "Publish the draft minutes", "draft"),
        (after(MinutesState.DRAFT_PUBLISHED, comes_to=DAY), "Record the approval of the minutes", "approve"),
        (
            replace(after(MinutesState.DRAFT_PUBLISHED), next_on=None),
            "Put the next meeting into the diary",
            "diary",
        ),
    ],
)
def test_what_is_next_after_the_meeting(work, words, key):
    found = next_step(work)

    assert (found.words, found.key) == (words, key)


@pytest.mark.parametrize(
    "work",
    [
        after(MinutesState.APPROVED),
        after(MinutesState.DRAFT_PUBLISHED, comes_to=date(2026, 11, 12)),
        a_work(state=MeetingState.CANCELLED),
        a_work(state=MeetingState.POSTPONED),
    ],
)
def test_nothing_is_next_when_all_is_done_waits_for_a_day_or_is_called_off(work):
    assert next_step(work) is None
