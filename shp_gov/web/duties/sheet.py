"""The year planner as rows for a spreadsheet."""

import csv
import io
from collections.abc import Iterator

from shp_gov.queries.planner import Planned, Planner
from shp_gov.web.actions.sheet import harmless

HEADS = ("What", "Due", "Done", "Meeting", "After its day")


def written(planner: Planner) -> str:
    """Write everything that falls due in the year, soonest first, a row for each."""
    page = io.StringIO()
    page.write("\N{BYTE ORDER MARK}")
    csv.writer(page).writerows([HEADS, *_rows(planner)])
    return page.getvalue()


def _rows(planner: Planner) -> Iterator[tuple[str, ...]]:
    for planned in planner.planned:
        yield tuple(map(harmless, _row(planned)))


def _row(planned: Planned) -> tuple[str, ...]:
    return (
        planned.item.title,
        planned.item.due_on.isoformat(),
        "yes" if planned.item.is_met else "",
        planned.meeting.on.isoformat() if planned.meeting else "",
        "yes" if planned.is_late else "",
    )
