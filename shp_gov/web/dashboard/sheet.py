"""Board health as rows for a spreadsheet."""

import csv
import io
from collections.abc import Iterator

from shp_gov.domain.quarters import Quarter, Share
from shp_gov.queries.board_health import BoardHealth

HEADS = ("Authority", "From", "To", "Actions due", "Done on time")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
ALL = "All owners"


def written(health: BoardHealth) -> str:
    """Write the actions done on time, by authority and quarter, a row for each."""
    page = io.StringIO()
    page.write("\N{BYTE ORDER MARK}")
    csv.writer(page).writerows([HEADS, *_rows(health)])
    return page.getvalue()


def _rows(health: BoardHealth) -> Iterator[tuple[str, ...]]:
    for body in health.authorities:
        yield from (_row(body.presence.name, *each) for each in zip(health.quarters, body.shares, strict=True))
    yield from (_row(ALL, *each) for each in zip(health.quarters, health.shares, strict=True))


def _row(name: str, quarter: Quarter, share: Share) -> tuple[str, ...]:
    harmless = f"'{name}" if name.startswith(FORMULA) else name
    return harmless, quarter.starts_on.isoformat(), quarter.ends_on.isoformat(), str(share.due), str(share.done)
