"""What is next for a meeting: one step, with what is in the way said before the button."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from shp_gov.domain.back_plan import Stage
from shp_gov.domain.cycle.facts import WITH_ITS_AUTHOR, ReportStands, Work
from shp_gov.domain.cycle.tasks import obstacles
from shp_gov.domain.words import enumerate_words, long_day, plural
from shp_gov.domain.workflows import AgendaState, MeetingState, MinutesState


@dataclass(frozen=True)
class Next:
    """The next step: its heading, what to know, the words of its button and the task whose page it opens."""

    words: str
    says: str
    button: str
    key: str


def next_step(work: Work) -> Next | None:
    """Tell the one next step of a meeting; none when it is called off or everything is done."""
    if work.is_called_off:
        return None
    steps: dict[MeetingState, Callable[[Work], Iterator[Next]]] = {
        MeetingState.SCHEDULED: _before,
        MeetingState.AGENDA_PUBLISHED: _published,
        MeetingState.IN_PROGRESS: _in_the_room,
        MeetingState.CLOSED: _after,
    }
    return next(steps[work.state](work), None)


def _before(work: Work) -> Iterator[Next]:
    """Before publishing: the agenda begins, items are called for, reports come, the chair and a colleague look."""
    if work.today > work.on:
        says = "Its day has passed and its agenda was never published."
        yield Next("Record the meeting", says, "Enter it by hand", "past")
    if not work.items:
        yield Next("Begin the agenda", "There is nothing on it yet.", "Build the agenda", "agenda")
    if work.call is None and _is_draft(work) and not _is_past(work, Stage.REPORTS_IN) and work.today < work.on:
        due = work.by(Stage.CALL_FOR_ITEMS)
        says = f"Members are asked by {long_day(due)}." if due else "Ask members what should come to the meeting."
        yield Next("Call for items", says, "Call for items", "call")
    if work.agenda and work.agenda.state is AgendaState.CHANGES_ASKED_FOR:
        yield Next("Answer the chair", "The chair asks for changes to the agenda.", "Open the agenda", "agenda")
    if work.without_report:
        number = len(work.without_report)
        says = f"{enumerate_words('Item', work.without_report)} {'needs' if number == 1 else 'need'} one."
        yield Next(f"Ask for {plural(number, 'report')}", says, "Ask for reports", "reports")
    if _is_draft(work):
        due = work.by(Stage.DRAFT_AGENDA)
        by = f" It is due there by {long_day(due)}." if due else ""
        yield Next("Send the agenda to the chair", f"The chair has not seen it.{by}", "Open the agenda", "agenda")
    yield from _to_publication(work)


def _is_draft(work: Work) -> bool:
    return work.agenda is None or work.agenda.state is AgendaState.DRAFT


def _to_publication(work: Work) -> Iterator[Next]:
    if work.unready:
        yield _report(work, work.unready[0])
    if work.agenda and work.agenda.state is AgendaState.WITH_THE_CHAIR:
        says = "The agenda is with the chair. You may publish without waiting: the record then says so."
        yield Next("Wait for the chair", says, "Open the agenda", "agenda")
    if found := obstacles(work):
        yield Next("Have the agenda checked", f"You cannot publish yet. {found[0]}", "Ask for the check", "check")
    late = work.publish_by is not None and work.publish_by < work.today
    by = f"The last day to give notice was {long_day(work.publish_by)}." if late and work.publish_by else ""
    if not by and work.publish_by:
        by = f"Publish by {long_day(work.publish_by)} to give the clear days."
    yield Next("Publish the agenda", by or "Nothing is in the way.", "Publish", "publish")


def _report(work: Work, report: ReportStands) -> Next:
    number = f" {report.number}" if report.number else f" “{report.title}”"
    if report.hidden:
        words, button = f"Look at what report{number} hides", "Look at it"
    elif report.state in WITH_ITS_AUTHOR:
        words, button = f"Get report{number} from {report.author or 'its author'}", "Remind the author"
    elif report.waits_for:
        words, button = f"Get report{number} cleared by {report.waits_for[0]}", "Record the clearance"
    else:
        words, button = f"Make report{number} ready", "Open the report"
    others = len(work.unready) - 1
    more = f" {plural(others, 'other report')} {'is' if others == 1 else 'are'} not ready either." if others else ""
    return Next(words, f"You cannot publish yet. {report.in_the_way()}{more}", button, "reports")


def _published(work: Work) -> Iterator[Next]:
    if work.today >= work.on:
        late = work.today > work.on
        says = f"It was on {long_day(work.on)}." if late else "It is today."
        yield Next("Record the meeting" if late else "Open the meeting", says, "Open the meeting", "room")
    silent = work.replies.seats - work.replies.replied
    if silent > 0:
        verb = "has" if silent == 1 else "have"
        says = f"{plural(silent, 'member')} {verb} not said whether they come."
        yield Next("Ask who comes", says, "See the replies", "replies")
    yield Next("Print the chair’s script", f"The meeting is on {long_day(work.on)}.", "Open the script", "script")


def _in_the_room(work: Work) -> Iterator[Next]:
    if waiting := work.minutes.waiting:
        verb = "have" if len(waiting) > 1 else "has"
        says = f"{enumerate_words('Item', waiting)} {verb} no outcome yet."
        yield Next("Take the minutes", says, "Go on with the meeting", "room")
    if work.is_by_hand:
        says = "Its minutes then stand as they did on paper."
        yield Next("Finish entering the meeting", says, "Put it on record", "finish")
    yield Next("Close the meeting", "Every item has an outcome.", "Close the meeting", "close")


def _after(work: Work) -> Iterator[Next]:
    minutes = work.minutes
    if minutes.state is MinutesState.APPROVED:
        return
    if minutes.state is MinutesState.DRAFT_PUBLISHED:
        yield from _to_approval(work)
        return
    if minutes.suggestions:
        says = f"The chair suggests {plural(minutes.suggestions, 'change')} to the draft."
        yield Next("Answer the chair", says, "See the suggestions", "agree")
    if minutes.agreed_on:
        due = work.due.get(Stage.DRAFT_PUBLISHED)
        by = f" They are due by {long_day(due)}." if due else ""
        yield Next("Publish the draft minutes", f"The chair has agreed them.{by}", "Publish the draft", "draft")
    if minutes.state is MinutesState.WITH_THE_CHAIR:
        yield Next("Wait for the chair", "The draft minutes are with the chair.", "Open the minutes", "agree")
    due = work.due.get(Stage.MINUTES_TO_CHAIR)
    by = f"They are due with the chair by {long_day(due)}." if due else "Then send them to the chair."
    yield Next("Finish the draft minutes", by, "Open the minutes", "agree")


def _to_approval(work: Work) -> Iterator[Next]:
    comes = work.minutes.comes_to or work.next_on
    if comes is None:
        says = "The minutes are approved at the next meeting. None is in the diary."
        yield Next("Put the next meeting into the diary", says, "New meeting", "diary")
    elif work.minutes.comes_to and comes <= work.today:
        says = f"They are an item of the meeting of {long_day(comes)}."
        yield Next("Record the approval of the minutes", says, "Open that meeting", "approve")


def _is_past(work: Work, stage: Stage) -> bool:
    due = work.due.get(stage)
    return due is not None and due < work.today
