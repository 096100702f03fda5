"""The action log: what is proposed for closure, what is overdue and what is in hand, by authority."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from shp_gov.documents.content import (
    Block,
    Grid,
    Numeral,
    Numerals,
    Room,
    Run,
    Story,
    Text,
    Together,
    Words,
    bold,
    masthead,
)
from shp_gov.documents.furniture import print_pdf
from shp_gov.documents.wording import counted, day, joined
from shp_gov.domain.papers import ActionLogPaper, LoggedAction

WIDTHS = (56, 172, 98, 145)
KEPT_WHOLE, A_ROW = 4, 170
NOBODY = "No owner"
Actions = Sequence[LoggedAction]


def render(paper: ActionLogPaper) -> bytes:
    """Print the action log as a PDF."""
    on = day(paper.meeting_on or paper.as_on)
    running = joined("Action log", f"item {paper.item}" if paper.item else "", on)
    return print_pdf(story(paper), paper.imprint, title=f"Action log, {on}", running=running)


def story(paper: ActionLogPaper) -> Story:
    """Tell what the action log says, in reading order."""
    closing, overdue, in_hand = parts(paper)
    lead = joined(day(paper.meeting_on or paper.as_on), f"item {paper.item}" if paper.item else "")
    made = masthead(paper.imprint.body, "Action log", lead, _summary(paper, closing, overdue))
    if paper.years:
        made += [Room(space=4), Text(f"Each action begins with the number of its decision in {paper.years}.", "note")]
    made += _left_out(paper) + _recommendations(paper, closing, overdue, in_hand)
    for title, says, actions in (
        (
            "Proposed for closure",
            "Complete, with evidence that an officer has seen. They leave this log when the meeting agrees.",
            closing,
        ),
        ("Overdue", f"Counted to {day(paper.as_on)}. The longest first.", overdue),
        ("In hand", "Not yet due, by authority.", in_hand),
    ):
        made += _section(f"{title} ({len(actions)})", says, actions, paper.as_on) if actions else []
    return made


def parts(paper: ActionLogPaper) -> tuple[Actions, Actions, Actions]:
    """Part the actions: proposed for closure; overdue, the longest first; in hand, the soonest first."""
    on = paper.as_on
    closing = [action for action in paper.actions if action.is_proposed_for_closure]
    overdue = [action for action in paper.actions if action.days_overdue(on)]
    in_hand = [action for action in paper.actions if not (action.is_proposed_for_closure or action.days_overdue(on))]
    by_day = sorted(overdue, key=lambda action: action.due_on or date.max)
    return closing, by_day, sorted(in_hand, key=lambda action: action.due_on or date.max)


def by_organisation(actions: Actions) -> list[tuple[str, list[LoggedAction]]]:
    """Group actions by who owns them; the groups keep the order in which they are first met."""
    order = list(dict.fromkeys(action.organisation for action in actions))
    ordered = sorted(actions, key=lambda action: order.index(action.organisation))
    return [(name, list(group)) for name, group in groupby(ordered, key=lambda action: action.organisation)]


def _left_out(paper: ActionLogPaper) -> Story:
    """Say that a log too long to print is not printed whole, and where the whole of it is."""
    if not paper.left_out:
        return []
    says = (
        f"Printed here: {len(paper.actions)}. Left out: {paper.left_out}. The log as a spreadsheet (CSV) has them all."
    )
    return [Room(space=4), Text(says, "note")]


def _summary(paper: ActionLogPaper, closing: Actions, overdue: Actions) -> Words:
    made = [Run(f"On {day(paper.as_on)}: {counted(len(paper.actions) + paper.left_out, 'action')}.")]
    if overdue:
        made.append(bold(f" {len(overdue)} {_are(overdue)} overdue."))
    if closing:
        made.append(Run(f" {len(closing)} {_are(closing)} proposed for closure."))
    return tuple(made)


def _are(actions: Actions) -> str:
    return "is" if len(actions) == 1 else "are"


def _recommendations(paper: ActionLogPaper, closing: Actions, overdue: Actions, in_hand: Actions) -> Story:
    """Ask the meeting for what it has to do about each part that is not empty."""
    asked = [
        (
            closing,
            f"agree that the {counted(len(closing), 'action')} under “Proposed for closure” {_are(closing)} closed",
        ),
        (overdue, f"ask the owner of each of the {counted(len(overdue), 'overdue action')} for a date"),
        (in_hand, f"note the {counted(len(in_hand), 'action')} in hand"),
    ]
    wanted = [words for actions, words in asked if actions]
    if not wanted or paper.meeting_on is None:
        return []
    ends = [";"] * (len(wanted) - 1) + ["."]
    rows = tuple(
        Numeral(f"({'i' * place})", words + end) for place, (words, end) in enumerate(zip(wanted, ends, strict=True), 1)
    )
    return [Together((Text("The meeting is recommended to", "part"), Numerals("", rows)))]


def _section(title: str, says: str, actions: Actions, on: date) -> Story:
    """Keep a small group whole; a long one may run on, with its heading row again."""
    first, *rest = [_group(name or NOBODY, group, on) for name, group in by_organisation(actions)]
    heading: tuple[Block, ...] = (Text(title, "part"), Text(says, "note"))
    is_long = len(first.rows) > KEPT_WHOLE
    opening = [Room(A_ROW), *heading, first] if is_long else [Together((*heading, first))]
    return [*opening, *(Together((grid,)) if len(grid.rows) <= KEPT_WHOLE else grid for grid in rest)]


def _group(name: str, actions: Iterable[LoggedAction], on: date) -> Grid:
    """Put the authority's name into the heading row, so that it comes again when its actions run over a page."""
    rows = tuple(_row(action, on) for action in actions)
    heads: tuple[Words, ...] = ((Run(f"{name} "), Run(f"({len(rows)})", "count")), "", "Owner", "Due and state")
    return Grid(heads, rows, WIDTHS, is_grouped=True)


def _row(action: LoggedAction, on: date) -> tuple[Words, ...]:
    late = action.days_overdue(on)
    what = (Run(action.what), *((Run(f"\n{action.note}", "quiet"),) if action.note else ()))
    due = [Run(day(action.due_on) if action.due_on else "No date")]
    due += [Run(f"\n{counted(late, 'day')} overdue", "late")] if late else []
    return action.reference, what, action.owner, (*due, Run(f"\n{action.state}"))
