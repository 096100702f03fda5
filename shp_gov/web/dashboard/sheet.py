"""Board health as rows for a spreadsheet."""

from collections.abc import Iterator

from shp_gov.domain.quarters import Quarter, Share
from shp_gov.queries.board_health import BoardHealth

HEADS = ("Authority", "From", "To", "Actions due", "Done on time")
ALL = "All owners"


def rows(health: BoardHealth) -> Iterator[tuple[str, ...]]:
    """Give the heads, and a row for the actions of each authority done on time in each quarter."""
    yield HEADS
    for body in health.authorities:
        yield from (_row(body.presence.name, *each) for each in zip(health.quarters, body.shares, strict=True))
    yield from (_row(ALL, *each) for each in zip(health.quarters, health.shares, strict=True))


def _row(name: str, quarter: Quarter, share: Share) -> tuple[str, ...]:
    return name, quarter.starts_on.isoformat(), quarter.ends_on.isoformat(), str(share.due), str(share.done)
