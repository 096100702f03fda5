"""The action log as rows for a spreadsheet."""

from collections.abc import Iterable, Iterator
from datetime import date

from shp_gov.domain.calendar import days_overdue
from shp_gov.domain.words import and_list
from shp_gov.queries.action_log import Line
from shp_gov.web.filters import sentence_case

HEADS = [
    "Action",
    "What is to be done",
    "Decision",
    "Decided on",
    "Authority",
    "Owner",
    "Who answers for it",
    "Due",
    "State",
    "Days overdue",
    "Blocked",
    "Exempt",
]


def rows(lines: Iterable[Line], *, on: date) -> Iterator[list[str]]:
    """Give the heads, and a row for each action."""
    yield HEADS
    for line in lines:
        yield _cells(line, on)


def _cells(line: Line, on: date) -> list[str]:
    action = line.action
    return [
        str(action.number),
        action.what,
        action.decision.reference,
        action.decision.on.isoformat(),
        line.authority,
        line.owner.title,
        and_list(line.holders),
        line.due_on.isoformat() if line.due_on else "",
        sentence_case(action.state),
        str(days_overdue(line.due_on, on)) if line.is_overdue else "",
        "yes" if line.is_blocked else "",
        "yes, not for publication" if action.is_exempt else "",
    ]
