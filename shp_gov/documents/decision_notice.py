"""The notice of one decision: its words, what is to be done, how and why."""

from shp_gov.documents.content import Facts, Grid, Run, Story, Text, Words, masthead
from shp_gov.documents.furniture import print_pdf
from shp_gov.documents.wording import day
from shp_gov.domain.papers import DecisionNotice, NoticeAction

WIDTHS = (62, 164, 100, 145)
MARKS = {"kept": "", "removed": "removed", "added": "added"}


def render(paper: DecisionNotice) -> bytes:
    """Print the notice as a PDF."""
    return print_pdf(story(paper), paper.imprint, title=f"Decision notice {paper.reference}", running="Decision notice")


def story(paper: DecisionNotice) -> Story:
    """Tell what the notice says, in reading order."""
    lead = f"{paper.reference}: {paper.subject}" if paper.subject else paper.reference
    made = masthead(paper.imprint.body, "Decision notice", lead, f"{paper.agreed} on {day(paper.on)}")
    made += [Text("The words agreed", "part"), Text(paper.words, "words")]
    made += _actions(paper.actions)
    rows = _facts(paper)
    made += [Text("How and why", "part"), Facts(rows)] if rows else []
    last = " ".join(filter(None, [_minutes(paper), f"Questions: {paper.contact}." if paper.contact else ""]))
    return [*made, Text(last, "note")] if last else made


def _actions(actions: tuple[NoticeAction, ...]) -> Story:
    if not actions:
        return []
    rows = tuple((each.reference, each.what, "\n".join(each.owner), _due(each)) for each in actions)
    return [Text("What is to be done", "part"), Grid(("Decision", "Action", "Owner", "Due"), rows, WIDTHS)]


def _due(action: NoticeAction) -> str:
    return day(action.due_on) if action.due_on else "No date"


def _facts(paper: DecisionNotice) -> tuple[tuple[str, Words], ...]:
    changed = tuple(Run(change.words, MARKS[change.done]) for change in paper.changes)
    rows: list[tuple[str, Words]] = [
        ("Vote and dissent", paper.ruled),
        ("Reasons", paper.reasons),
        ("What the meeting changed", changed),
        ("Report", paper.report),
        ("Minute", paper.minute),
        ("Interests declared", paper.interests),
        ("Replaces", paper.replaces),
    ]
    return tuple((name, words) for name, words in rows if words)


def _minutes(paper: DecisionNotice) -> str:
    """Say whether the minutes that hold the decision are approved yet."""
    if paper.minutes_approved_on:
        return f"The minutes of this decision were approved on {day(paper.minutes_approved_on)}."
    if paper.minutes_to_approve_on is None:
        return "The minutes of this decision are a draft until a meeting approves them."
    meeting = f"the meeting on {day(paper.minutes_to_approve_on)}"
    return f"The minutes of this decision are a draft until {meeting} approves them."
