"""Every step of a meeting that waits for somebody: for its officer, or for another, each with its day."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from shp_gov.domain.back_plan import Stage
from shp_gov.domain.cycle.facts import WITH_ITS_AUTHOR, ReportStands, Work
from shp_gov.domain.replying import reply_by
from shp_gov.domain.words import day_words, plural
from shp_gov.domain.workflows import AgendaState, MeetingState, MinutesState

AHEAD = timedelta(days=14)
MOST_REPORTS = 5


@dataclass(frozen=True)
class Wait:
    """One step that waits: what to do, by when, and the task whose page it is done on.

    `is_theirs`: for another. `is_asked`: somebody asked for it by name, so it waits now, however far off its day is.
    """

    key: str
    words: str
    by: date | None = None
    is_theirs: bool = False
    says: str = ""
    is_asked: bool = False


def waits(work: Work, *, checks_it: bool = False, chair: str = "The chair") -> list[Wait]:
    """List what waits of a meeting, what is far off left out. `checks_it`: whoever looks was asked to check it."""
    if work.is_called_off:
        return []
    found = {
        MeetingState.SCHEDULED: _before,
        MeetingState.AGENDA_PUBLISHED: _published,
        MeetingState.IN_PROGRESS: _in_the_room,
        MeetingState.CLOSED: _after,
    }[work.state](work, chair, checks_it)
    near = [wait for wait in found if wait.is_asked or wait.by is None or wait.by <= work.today + AHEAD]
    return [_not_late(wait, work) for wait in near]


def _not_late(wait: Wait, work: Work) -> Wait:
    """Ask today for what was due before the meeting was made."""
    was_missed = wait.by is not None and work.in_time(wait.by) is None
    return replace(wait, by=work.today) if was_missed else wait


def _before(work: Work, chair: str, checks_it: bool) -> Iterator[Wait]:
    if work.today > work.on:
        return
    yield from _agenda(work, chair)
    yield from _reports(work)
    yield from _check(work, checks_it)
    yield Wait("publish", "Publish the agenda", work.publish_day)


def _agenda(work: Work, chair: str) -> Iterator[Wait]:
    due, state = work.due.get(Stage.DRAFT_AGENDA), work.agenda.state if work.agenda else AgendaState.DRAFT
    call, reports_in = work.due.get(Stage.CALL_FOR_ITEMS), work.due.get(Stage.REPORTS_IN)
    if work.call is None and call is not None and state is AgendaState.DRAFT and not _is_past(reports_in, work):
        yield Wait("call", "Call for items", call)
    if state is AgendaState.CHANGES_ASKED_FOR:
        yield Wait("agenda", "Answer what the chair says of the agenda", due or work.today)
    elif state is AgendaState.WITH_THE_CHAIR:
        yield Wait("agenda", f"{chair}: agree the agenda", due or work.today, is_theirs=True)
    elif state is AgendaState.DRAFT and due is not None and not _is_past(work.publish_by, work):
        yield Wait("agenda", "Send the agenda to the chair" if work.items else "Begin the agenda", due)


def _is_past(due: date | None, work: Work) -> bool:
    return due is not None and due < work.today


def _reports(work: Work) -> Iterator[Wait]:
    reports_in, clearance = work.due.get(Stage.REPORTS_IN), work.due.get(Stage.CLEARANCE)
    if work.without_report:
        yield Wait("reports", f"Ask for {plural(len(work.without_report), 'report')}", reports_in)
    for report in work.unready[:MOST_REPORTS]:
        yield _report(report, reports_in, clearance)
    if (others := len(work.unready) - MOST_REPORTS) > 0:
        yield Wait("reports", f"See {plural(others, 'other report')} that {_are(others)} not ready", clearance)


def _report(report: ReportStands, reports_in: date | None, clearance: date | None) -> Wait:
    name = f"report {report.number}" if report.number else f"the report “{report.title}”"
    if report.hidden:
        return Wait("reports", f"Look at what {name} hides", clearance)
    if report.state in WITH_ITS_AUTHOR:
        who, due = report.author or "Its author", report.due_on or reports_in
        return Wait("reports", f"{who}: send {name}", due, is_theirs=True, says=report.title)
    if report.waits_for:
        who = report.waits_for[0]
        return Wait(
            "reports", f"{who[:1].upper()}{who[1:]}: clear {name}", clearance, is_theirs=True, says=report.title
        )
    return Wait("reports", f"Make {name} ready", clearance, says=report.title)


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _check(work: Work, checks_it: bool) -> Iterator[Wait]:
    if not work.needs_check or work.is_checked or work.unready or work.without_report or not work.items:
        return
    due, asked = work.due.get(Stage.SECOND_CHECK), work.agenda.checker if work.agenda else ""
    if checks_it:
        yield Wait("check", "Check the agenda as second officer", due, is_asked=True)
    elif asked:
        yield Wait("check", f"{asked}: check the agenda", due, is_theirs=True)
    else:
        yield Wait("check", "Ask a colleague to check the agenda", due)


def _published(work: Work, chair: str, checks_it: bool) -> Iterator[Wait]:
    if work.today >= work.on:
        yield from [Wait("room", "Open the meeting", work.on)] if work.today == work.on else []
        return
    silent, seats = work.replies.seats - work.replies.replied, work.replies.seats
    if silent > 0:
        words = f"{plural(silent, 'member')}: reply for {work.on:%A} {day_words(work.on)}"
        says = f"{work.replies.replied} of {plural(seats, 'member')} replied"
        yield Wait("replies", words, reply_by(work.on), is_theirs=True, says=says)
    yield Wait("script", "Print the chair’s script and briefing", work.on)


def _in_the_room(work: Work, chair: str, checks_it: bool) -> Iterator[Wait]:
    left = len(work.minutes.waiting)
    words = f"Go on with the meeting: {plural(left, 'item')} left" if left else "Close the meeting"
    yield Wait("room" if left else "close", words, work.on)


def _after(work: Work, chair: str, checks_it: bool) -> Iterator[Wait]:
    minutes, to_chair = work.minutes, work.due.get(Stage.MINUTES_TO_CHAIR)
    if minutes.state in (MinutesState.APPROVED, MinutesState.DRAFT_PUBLISHED):
        return
    if minutes.state is MinutesState.DRAFT and minutes.decided == "corrected by the chair":
        yield Wait("decided", "Answer the chair: the decision list is not right", to_chair)
    if minutes.state is MinutesState.DRAFT and minutes.decided == "waits for the chair":
        yield Wait("decided", f"{chair}: say whether the decision list is right", to_chair, is_theirs=True)
    if minutes.suggestions:
        words = f"Answer {plural(minutes.suggestions, 'suggestion')} of the chair"
        yield Wait("agree", words, to_chair)
    if minutes.agreed_on:
        yield Wait("draft", "Publish the draft minutes", work.due.get(Stage.DRAFT_PUBLISHED))
    elif minutes.state is MinutesState.WITH_THE_CHAIR:
        yield Wait("agree", f"{chair}: agree the draft minutes", to_chair, is_theirs=True)
    elif minutes.state is MinutesState.DRAFT:
        yield Wait("agree", "Send the draft minutes to the chair", to_chair)


def stage_words(work: Work) -> str:
    """Say in two words how far a meeting to come is, for a list of meetings."""
    if work.is_published or work.is_called_off:
        return "published" if work.is_published else work.state.value
    if work.agenda and (work.agenda.checker or work.agenda.state is AgendaState.CHECKED):
        return "being checked"
    if work.publish_by and work.publish_by <= work.today + timedelta(days=7):
        return "not published"
    if work.unready or work.without_report:
        return "reports due"
    return "agenda drafted" if work.items else "items not called" if work.call is None else "items called for"
