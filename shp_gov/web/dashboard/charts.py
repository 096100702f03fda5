"""Small pictures of how much was done on time, drawn here: lines for the quarters that are known, gaps for the rest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from shp_gov.domain.quarters import Quarter, Share, described
from shp_gov.queries.board_health import Authority

LEFT, STEP, TOP, HEIGHT = 6, 25, 16, 84
LOW = 50
TEXT_BELOW, LOWEST_TEXT = 8, 96


@dataclass(frozen=True)
class Point:
    """A place in the picture."""

    x: int
    y: float

    def __str__(self) -> str:
        """Write it as an SVG line wants it."""
        return f"{self.x},{self.y:.1f}"


@dataclass(frozen=True)
class Chart:
    """The line of one authority. Where nothing was ever due there is no line, and the picture says so."""

    name: str
    words: str
    lines: tuple[tuple[Point, ...], ...]
    last: Point | None
    percent: int | None
    is_low: bool

    @property
    def text_y(self) -> float:
        """Give the height at which the percentage stands."""
        return min(self.last.y + TEXT_BELOW, LOWEST_TEXT) if self.last else 0


def charts(authorities: Sequence[Authority], quarters: Sequence[Quarter]) -> list[Chart]:
    """Draw a picture for each authority."""
    return [_chart(body.presence.known_as, quarters, body.shares) for body in authorities]


def _chart(name: str, quarters: Sequence[Quarter], shares: Sequence[Share]) -> Chart:
    lines = tuple(_lines(shares))
    percent = next((share.percent for share in reversed(shares) if share.due), None)
    return Chart(
        name=name,
        words=described(name, quarters, shares),
        lines=lines,
        last=lines[-1][-1] if lines else None,
        percent=percent,
        is_low=percent is not None and percent < LOW,
    )


def _lines(shares: Sequence[Share]) -> Iterator[tuple[Point, ...]]:
    """Give the runs of quarters in which something was due."""
    for is_known, run in groupby(enumerate(shares), key=lambda numbered: numbered[1].due > 0):
        if is_known:
            yield tuple(Point(LEFT + STEP * number, _height(share)) for number, share in run)


def _height(share: Share) -> float:
    return TOP + HEIGHT * (1 - share.done / share.due)
