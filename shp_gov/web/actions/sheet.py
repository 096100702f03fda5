"""The action log as rows for a spreadsheet."""

import csv
import io
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
    "Answers for it now",
    "Due",
    "State",
    "Days overdue",
    "Blocked",
    "Exempt",
]
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rows(lines: Iterable[Line], *, on: date) -> Iterator[list[str]]:
    """Give the heads, and a row for each action."""
    yield HEADS
    for line in lines:
        yield [harmless(cell) for cell in _cells(line, on)]


def _cells(line: Line, on: date) -> list[str]:
    action = line.action
    return [
        str(action.number),
        action.what,
        action.decision.reference,
        action.decision.on.isoformat(),
        line.authority,
        action.owner_title,
        and_list(line.holders),
        line.due_on.isoformat() if line.due_on else "",
        sentence_case(action.state),
        str(days_overdue(line.due_on, on)) if line.is_overdue else "",
        "yes" if line.is_blocked else "",
        "yes, not for publication" if action.is_exempt else "",
    ]


def harmless(cell: str) -> str:
    """Keep a spreadsheet from taking words for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def write(row: list[str]) -> str:
    """Write one row."""
    line = io.StringIO()
    csv.writer(line).writerow(row)
    return line.getvalue()
