"""Each task of a meeting, as the facts have it."""

from dataclasses import replace
from datetime import date

from shp_gov.domain.back_plan import Stage
from shp_gov.domain.cycle.facts import Work
from shp_gov.domain.cycle.task import FINISHED, Part, Status, Task
from shp_gov.domain.words import enumerate_words, long_day, plural
from shp_gov.domain.workflows import AgendaState, MeetingState, MinutesState

AGENDA_SAYS = {
    AgendaState.WITH_THE_CHAIR: "With the chair",
    AgendaState.CHANGES_ASKED_FOR: "The chair asks for changes",
    AgendaState.CHECKED: "Checked by a second officer",
}
AGREED = (AgendaState.AGREED, AgendaState.CHECKED, AgendaState.PUBLISHED)
STAGES = {
    "call": (Stage.CALL_FOR_ITEMS,),
    "agenda": (Stage.DRAFT_AGENDA,),
    "reports": (Stage.CLEARANCE, Stage.REPORTS_IN),
    "check": (Stage.SECOND_CHECK,),
    "script": (Stage.BRIEFING,),
}
PUBLISHED = (MinutesState.DRAFT_PUBLISHED, MinutesState.APPROVED)


def tasks(work: Work) -> list[Task]:
    """List every task of a meeting in its order."""
    before = [_call(work), _agenda(work), _reports(work), _replies(work), _check(work), _publish(work)]
    found = [*before, _script(work), _room(work), _agree(work), _draft(work), _approve(work)]
    return [replace(task, missed_on=_missed(work, task)) for task in found]


def _missed(work: Work, task: Task) -> date | None:
    """Give the day by which a task was due, where that was before the meeting was made and it is still to do."""
    days = [work.publish_day] if task.key == "publish" else [work.due.get(each) for each in STAGES.get(task.key, ())]
    day = next((each for each in days if each is not None), None)
    return day if day != work.in_time(day) and task.status not in FINISHED else None


def obstacles(work: Work) -> list[str]:
    """Say what stands between a meeting and publishing its agenda, the most important first."""
    found = [] if work.items else ["There is nothing on the agenda yet."]
    if work.without_report:
        verb = "have" if len(work.without_report) > 1 else "has"
        found.append(f"{enumerate_words('Item', work.without_report)} {verb} no report. Ask for it, or put it off.")
    found += [report.in_the_way() for report in work.unready]
    if work.is_sent_back:
        found.append("The chair asks for changes to the agenda, and nothing has changed since.")
    if work.needs_check and not work.is_checked:
        why = "It holds private business." if work.holds_private else "This body asks for it always."
        found.append(f"A second officer has not checked the agenda. {why}")
    return found


def _call(work: Work) -> Task:
    due, call = work.by(Stage.CALL_FOR_ITEMS), work.call
    status, says = Status.NOT_STARTED, f"By {long_day(due)}" if due else "Ask members what should come to the meeting"
    if call is not None:
        is_over = call.reply_by < work.today or work.is_published or call.answered >= call.asked
        status = Status.COMPLETED if is_over else Status.IN_PROGRESS
        says = f"{call.asked} asked, {call.answered} answered, {plural(call.offered, 'item')} offered"
        says += "" if is_over else f". Answers by {long_day(call.reply_by)}"
    elif work.is_published or work.today >= work.on:
        status, says = Status.NOT_NEEDED, "Nobody was asked"
    return Task("call", Part.BEFORE, "Call for items", status, says, due)


def _agenda(work: Work) -> Task:
    due, agenda = work.by(Stage.DRAFT_AGENDA), work.agenda
    words = "Build the agenda"
    if work.is_published:
        return Task("agenda", Part.BEFORE, words, Status.COMPLETED, _count_items(work), due)
    if not work.items:
        says = f"Nothing on it yet. To the chair by {long_day(due)}" if due else "Nothing on it yet"
        return Task("agenda", Part.BEFORE, words, Status.NOT_STARTED, says, due)
    if agenda is None or agenda.state is AgendaState.DRAFT:
        says = f"{_count_items(work)}. " + (f"To the chair by {long_day(due)}" if due else "Not with the chair yet")
        return Task("agenda", Part.BEFORE, words, Status.IN_PROGRESS, says, due)
    on = f" on {long_day(agenda.agreed_on)}" if agenda.agreed_on else ""
    how = AGENDA_SAYS.get(agenda.state, f"Agreed by the chair{on}")
    if agenda.state is AgendaState.CHECKED and not agenda.is_current:
        how = "It has changed since a second officer checked it"
    status = Status.COMPLETED if agenda.state in AGREED else Status.IN_PROGRESS
    status = Status.BLOCKED if agenda.state is AgendaState.CHANGES_ASKED_FOR else status
    return Task("agenda", Part.BEFORE, words, status, f"Version {agenda.number}. {_count_items(work)}. {how}", due)


def _count_items(work: Work) -> str:
    private = f", {work.private} of them private" if work.private else ""
    return f"{plural(work.items, 'item')}{private}"


def _reports(work: Work) -> Task:
    due = work.by(Stage.CLEARANCE) or work.by(Stage.REPORTS_IN)
    words, wanted = "Get reports in and cleared", len(work.reports) + len(work.without_report)
    if not wanted:
        says = "No item of this agenda needs a report" if work.items else "When the agenda says which are needed"
        status = Status.NOT_NEEDED if work.items else Status.CANNOT_START
        return Task("reports", Part.BEFORE, words, status, says, due)
    says = f"{work.ready} of {wanted} ready"
    if work.is_published or work.ready == wanted:
        return Task("reports", Part.BEFORE, words, Status.COMPLETED, says, due)
    late = due is not None and due < work.today
    status = Status.BLOCKED if late or any(report.hidden for report in work.reports) else Status.IN_PROGRESS
    status = status if work.reports or late else Status.NOT_STARTED
    says += f". Cleared by {long_day(due)}" if due else ""
    return Task("reports", Part.BEFORE, words, status, says, due)


def _replies(work: Work) -> Task:
    words, replies = "Take replies from members", work.replies
    says = f"{replies.replied} of {plural(replies.seats, 'member')} replied"
    if replies.replied:
        says += (
            f": {replies.attending} come, {replies.apologies} {'sends' if replies.apologies == 1 else 'send'} apologies"
        )
    if work.today > work.on or work.state in (MeetingState.IN_PROGRESS, MeetingState.CLOSED):
        return Task("replies", Part.BEFORE, words, Status.COMPLETED, says)
    if not replies.seats:
        return Task("replies", Part.BEFORE, words, Status.NOT_NEEDED, "No member is on record for that day")
    status = Status.IN_PROGRESS if replies.replied else Status.NOT_STARTED
    return Task("replies", Part.BEFORE, words, Status.COMPLETED if replies.replied >= replies.seats else status, says)


def _check(work: Work) -> Task:
    due, words = work.by(Stage.SECOND_CHECK), "Second officer checks"
    if work.is_checked:
        return Task("check", Part.BEFORE, words, Status.COMPLETED, "Checked by a second officer", due)
    if not work.needs_check:
        return Task("check", Part.BEFORE, words, Status.NOT_NEEDED, "Nothing on the agenda is private", due)
    if work.is_published:
        return Task("check", Part.BEFORE, words, Status.NOT_NEEDED, "It was published without", due)
    if not work.items or work.unready or work.without_report:
        says = "A colleague is asked when every report is ready"
        return Task("check", Part.BEFORE, words, Status.CANNOT_START, says, due)
    asked = work.agenda.checker if work.agenda else ""
    status = Status.IN_PROGRESS if asked else Status.NOT_STARTED
    return Task("check", Part.BEFORE, words, status, f"{asked} is asked" if asked else "Ask a colleague to check", due)


def _publish(work: Work) -> Task:
    words, due = "Publish the agenda and papers", work.in_time(work.publish_day)
    if work.is_published:
        says = f"Published on {long_day(work.published_on)}" if work.published_on else "Published"
        return Task("publish", Part.BEFORE, words, Status.COMPLETED, says, due)
    found = obstacles(work)
    by = f"By {long_day(due)}" if due else "Members are told at once"
    status = Status.CANNOT_START if found else Status.NOT_STARTED
    return Task("publish", Part.BEFORE, words, status, found[0] if found else by, due)


def _script(work: Work) -> Task:
    due, words = work.by(Stage.BRIEFING), "Print the chair’s script"
    says = "Who is expected, what must be decided, and the words for it"
    if work.state is MeetingState.CLOSED:
        return Task("script", Part.AT, words, Status.COMPLETED, "The meeting is over")
    return Task("script", Part.AT, words, Status.NOT_STARTED if work.items else Status.CANNOT_START, says, due)


def _room(work: Work) -> Task:
    words, waiting = "Attendance, minutes, decisions and actions", work.minutes.waiting
    if work.state is MeetingState.CLOSED:
        return Task("room", Part.AT, words, Status.COMPLETED, f"Held on {long_day(work.on)}")
    if work.state is MeetingState.IN_PROGRESS:
        still = f"{enumerate_words('Item', waiting)} {'have' if len(waiting) > 1 else 'has'} no outcome yet"
        return Task("room", Part.AT, words, Status.IN_PROGRESS, still if waiting else "Every item has an outcome")
    if not work.is_published:
        says = f"Opens on {long_day(work.on)}, when the agenda is published"
        return Task("room", Part.AT, words, Status.CANNOT_START, says)
    status = Status.NOT_STARTED if work.today >= work.on else Status.CANNOT_START
    return Task("room", Part.AT, words, status, f"Opens on {long_day(work.on)}")


def _agree(work: Work) -> Task:
    due, minutes, words = work.by(Stage.MINUTES_TO_CHAIR), work.minutes, "Get draft minutes agreed by the chair"
    by = f"By {long_day(due)}" if due else ""
    if minutes.state in PUBLISHED or minutes.agreed_on:
        says = f"Agreed on {long_day(minutes.agreed_on)}" if minutes.agreed_on else "Agreed"
        return Task("agree", Part.AFTER, words, Status.COMPLETED, says, due)
    if work.state is not MeetingState.CLOSED:
        return Task("agree", Part.AFTER, words, Status.CANNOT_START, by or "After the meeting", due)
    if minutes.suggestions:
        says = f"The chair suggests {plural(minutes.suggestions, 'change')}"
        return Task("agree", Part.AFTER, words, Status.BLOCKED, says, due)
    if minutes.state is MinutesState.WITH_THE_CHAIR:
        return Task("agree", Part.AFTER, words, Status.IN_PROGRESS, f"With the chair. {by}".strip(), due)
    return Task("agree", Part.AFTER, words, Status.NOT_STARTED, by or "Finish them, then send them to the chair", due)


def _draft(work: Work) -> Task:
    due, minutes, words = work.by(Stage.DRAFT_PUBLISHED), work.minutes, "Publish draft minutes"
    by = f"By {long_day(due)}" if due else "After the chair has agreed them"
    if minutes.state in PUBLISHED:
        return Task("draft", Part.AFTER, words, Status.COMPLETED, "Everybody can read them", due)
    status = Status.NOT_STARTED if minutes.agreed_on else Status.CANNOT_START
    return Task("draft", Part.AFTER, words, status, by, due)


def _approve(work: Work) -> Task:
    minutes, words = work.minutes, "Approve the minutes"
    if minutes.state is MinutesState.APPROVED:
        at = f"Approved on {long_day(minutes.approved_on)}" if minutes.approved_on else "Approved"
        return Task("approve", Part.AFTER, words, Status.COMPLETED, at)
    if minutes.comes_to:
        says = f"On the agenda of {long_day(minutes.comes_to)}"
    elif work.next_on:
        says = f"Comes by itself to the agenda of {long_day(work.next_on)}"
    else:
        says = "No later meeting is in the diary yet"
    can = minutes.state is MinutesState.DRAFT_PUBLISHED and minutes.comes_to and minutes.comes_to <= work.today
    return Task("approve", Part.AFTER, words, Status.NOT_STARTED if can else Status.CANNOT_START, says)
