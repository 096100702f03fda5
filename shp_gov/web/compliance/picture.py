"""The responsible authorities as a picture: a bar for each, filled while its seats were held, over two years."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shp_gov.domain.words import and_list, day_words
from shp_gov.queries.compliance.authorities import HELD, NO_SEAT, PART, VACANT, Authority

WIDTH = 300
FILLED = {HELD: "held", PART: "part", VACANT: "vacant"}


@dataclass(frozen=True)
class Piece:
    """A part of a bar."""

    x: float
    width: float
    kind: str


@dataclass(frozen=True)
class Bar:
    """The bar of one authority, and the same in words."""

    authority: Authority
    pieces: tuple[Piece, ...]
    words: str


def bars(authorities: Sequence[Authority]) -> list[Bar]:
    """Draw a bar for each authority."""
    return [_bar(authority) for authority in authorities]


def _bar(authority: Authority) -> Bar:
    spans = authority.spans
    first, days = spans[0].from_on, (spans[-1].until_on - spans[0].from_on).days + 1
    pieces = tuple(
        Piece(
            _place(span.from_on, first, days),
            WIDTH * ((span.until_on - span.from_on).days + 1) / days,
            FILLED[span.state],
        )
        for span in spans
        if span.state != NO_SEAT
    )
    told = [f"{span.state} from {day_words(span.from_on)} until {day_words(span.until_on)}" for span in spans]
    return Bar(authority, pieces, f"{authority.known_as}: {and_list(told)}")


def _place(day: date, first: date, days: int) -> float:
    return WIDTH * (day - first).days / days
