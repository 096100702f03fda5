"""The year planner as rows for a spreadsheet."""

from collections.abc import Iterator

from shp_gov.queries.planner import Planned, Planner

HEADS = ("What", "Due", "Done", "Meeting", "After its day")


def rows(planner: Planner) -> Iterator[tuple[str, ...]]:
    """Give the heads, and a row for everything that falls due in the year, soonest first."""
    yield HEADS
    yield from map(_row, planner.planned)


def _row(planned: Planned) -> tuple[str, ...]:
    return (
        planned.item.title,
        planned.item.due_on.isoformat(),
        "yes" if planned.item.is_met else "",
        planned.meeting.on.isoformat() if planned.meeting else "",
        "yes" if planned.is_late else "",
    )
