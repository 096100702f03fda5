"""Columns of a page: those read one after the other, such as two columns of members, and those of a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from shp_gov.importers.pack.labels import begins_with_a_name, is_page_reference
from shp_gov.importers.pack.pdf_rows import Row, Segment, column_rows, is_apart

NARROWEST_GUTTER = 8.0
COLUMN_EDGE = 1.5
PLAIN_SPACE = 2.0
CELL_EDGE = 10.0
LEVEL = 2.5
MOSTLY = 0.7
NEXT_ROW_WITHIN = 2.6

Pitches = Mapping[float, float]


@dataclass(frozen=True, slots=True)
class Gutter:
    """An upright strip of a page with no words in it."""

    left: float
    right: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def is_free(self) -> bool:
        return self.right - self.left >= NARROWEST_GUTTER

    def narrowed(self, row: Row) -> "Gutter":
        """Narrow the strip to what a further row leaves free."""
        left = max((segment.x1 for segment in row.segments if segment.x0 < self.middle), default=self.left)
        right = min((segment.x0 for segment in row.segments if segment.x0 >= self.middle), default=self.right)
        return Gutter(max(self.left, left), min(self.right, right))


@dataclass(frozen=True, slots=True)
class Band:
    """Some rows of a page, and a gutter that goes down through all of them."""

    rows: tuple[Row, ...]
    gutter: Gutter

    @property
    def left(self) -> list[Row]:
        """The rows of the column at the left of the gutter."""
        return column_rows((s for s in self._segments if s.x0 < self.gutter.middle), self.rows[0].page)

    @property
    def right(self) -> list[Row]:
        """The rows of what stands at the right of the gutter."""
        return column_rows((s for s in self._segments if s.x0 >= self.gutter.middle), self.rows[0].page)

    @property
    def _segments(self) -> list[Segment]:
        return [segment for row in self.rows for segment in row.segments]


def in_reading_order(rows: Sequence[Row], pitch: Pitches) -> list[Row]:
    """Put the rows of a page in the order they are read: down one column, then the next; tables row by row."""
    ordered: list[Row] = []
    place = 0
    while place < len(rows):
        band = _band(rows, place)
        if band is None:
            ordered.append(rows[place])
            place += 1
            continue
        ordered += _read(band, pitch)
        place += len(band.rows)
    return ordered


def _band(rows: Sequence[Row], start: int) -> Band | None:
    """Find how far down the page the first gutter of a row goes."""
    segments = rows[start].segments
    if len(segments) < 2:
        return None
    gutter = Gutter(segments[0].x1, segments[1].x0)
    found: list[Row] = []
    for row in rows[start:]:
        if found and (found[-1].y - row.y > NEXT_ROW_WITHIN * row.size or _is_heading(row, gutter)):
            break
        fitting = row if gutter.narrowed(row).is_free else _parted(row, gutter.right)
        if fitting is None:
            break
        found.append(fitting)
        gutter = gutter.narrowed(row) if fitting is row else gutter
    return Band(tuple(found), gutter) if len(found) > 1 else None


def _is_heading(row: Row, gutter: Gutter) -> bool:
    """Tell a heading that stands below the columns, not in one of them."""
    stands_alone = row.is_bold and row.x1 < gutter.middle and not row.segments[1:]
    return stands_alone and (row.text.isupper() or row.text.endswith(":"))


def _parted(row: Row, edge: float) -> Row | None:
    """Part a row whose left cell is full to the brim, where its right cell begins at the column's edge."""
    words = row.words
    for place in range(1, len(words)):
        if abs(words[place].x0 - edge) <= COLUMN_EDGE and edge - words[place - 1].x1 >= PLAIN_SPACE:
            return replace(row, segments=(Segment(words[:place]), Segment(words[place:])))
    return None


def _read(band: Band, pitch: Pitches) -> list[Row]:
    left, right = band.left, band.right
    left_starts, right_starts = _starts(left, pitch), _starts(right, pitch)
    level = [y for y in left_starts if _is_among(y, right_starts)]
    is_uneven = len(level) < MOSTLY * min(len(left_starts), len(right_starts)) and len(left) > 2
    if is_uneven or (_lists_people(left, left_starts) and _lists_people(right, right_starts)):
        first = [replace(row, right=band.gutter.left) for row in in_reading_order(left, pitch)]
        return first + in_reading_order(right, pitch)
    return _table(band, left, right, _merged(left_starts, right_starts))


def _starts(rows: Sequence[Row], pitch: Pitches) -> list[float]:
    """Give the height at which each block of a column starts."""
    return [row.y for place, row in enumerate(rows) if not place or is_apart(rows[place - 1], row, pitch)]


def _lists_people(rows: Sequence[Row], starts: Sequence[float]) -> bool:
    """Tell a column of people with their posts, each beginning with a name and a comma."""
    names = [row for row in rows if row.y in starts and begins_with_a_name(row.text)]
    return len(starts) > 2 and len(names) > MOSTLY * len(starts)


def _merged(heights: Sequence[float], others: Sequence[float]) -> list[float]:
    """Put two columns' heights together, from the top, those on a level once."""
    return sorted([*heights, *(y for y in others if not _is_among(y, heights))], reverse=True)


def _is_among(y: float, others: Sequence[float]) -> bool:
    return any(abs(y - other) <= LEVEL for other in others)


def _table(band: Band, left: Sequence[Row], right: Sequence[Row], starts: Sequence[float]) -> list[Row]:
    """Give the rows of a table, each entry with its whole left cell before its right one."""
    read: list[Row] = []
    for top, bottom in zip(starts, [*starts[1:], -float("inf")], strict=True):
        here = [row for row in band.rows if bottom + LEVEL < row.y <= top + LEVEL]
        first = [row for row in left if bottom + LEVEL < row.y <= top + LEVEL]
        second = [row for row in right if bottom + LEVEL < row.y <= top + LEVEL]
        read += _entry(here, first, second, band.gutter)
    return read


def _is_wrapped(rows: Sequence[Row], gutter: Gutter) -> bool:
    """Tell a cell of several rows: none but the last had room for the next one's first word."""
    spaces = [gutter.right - upper.x1 - CELL_EDGE for upper in rows[:-1]]
    return len(rows) > 1 and all(lower.first_width > space for lower, space in zip(rows[1:], spaces, strict=True))


def _entry(here: list[Row], left: list[Row], right: list[Row], gutter: Gutter) -> list[Row]:
    if is_page_reference(" ".join(row.text for row in right)):
        return [replace(row, right=gutter.left) for row in left]
    if not right:
        return [replace(row, right=gutter.left) for row in here]
    if not _is_wrapped(left, gutter) or left[0].text.endswith(":"):
        return here
    words = tuple(word for row in left for word in row.words)
    return [replace(right[0], segments=(Segment(words), *right[0].segments)), *right[1:]]
