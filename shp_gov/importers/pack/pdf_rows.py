"""The words of a page, set in rows as the eye sees them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from statistics import median_low

from shp_gov.importers.pack.labels import is_bullet, is_label
from shp_gov.importers.pack.pdf_words import Page, Word

SAME_ROW = 0.45
COLUMN_GAP = 0.85
STRETCHED = 2.4
SURE_GAP = 4.0
NEW_PARAGRAPH = 1.16
USUAL_PITCH = 1.2
LOOSEST = 1.45
WIDE_SPACE = 0.75
SAME_SIZE = 0.6


@dataclass(frozen=True)
class Segment:
    """Some words of a row with no wide gap between them."""

    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        return "".join(
            word.text if word.is_glued or not place else f" {word.text}" for place, word in enumerate(self.words)
        )

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @cached_property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)

    @cached_property
    def y(self) -> float:
        return max(self.words, key=lambda word: word.face.size).y


@dataclass(frozen=True)
class Row:
    """One row of a page: its segments, and the right edge of the column it stands in."""

    segments: tuple[Segment, ...]
    page: int
    right: float = field(default=0.0, compare=False)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for segment in self.segments for word in segment.words)

    @property
    def text(self) -> str:
        return " ".join(segment.text for segment in self.segments)

    @property
    def x0(self) -> float:
        return self.segments[0].x0

    @property
    def x1(self) -> float:
        return self.segments[-1].x1

    @cached_property
    def y(self) -> float:
        return max(self.words, key=lambda word: word.face.size).y

    @cached_property
    def size(self) -> float:
        return Counter(word.face.size for word in self.words).most_common(1)[0][0]

    @cached_property
    def label(self) -> str:
        """The bullet or numeral that the row begins with, if the rest is set off from it or it stands alone."""
        first = self.words[0].text
        return first if is_label(first) else ""

    @property
    def is_bullet_alone(self) -> bool:
        return len(self.words) == 1 and is_bullet(self.words[0].text)

    @cached_property
    def text_x0(self) -> float:
        """Where the words begin, after a label such as 4.1 or Present: set off to the left."""
        if len(self.segments) > 1 and (self.segments[0].text.endswith(":")):
            return self.segments[1].x0
        return self.words[1].x0 if self.label and len(self.words) > 1 else self.x0

    @property
    def first_width(self) -> float:
        """How wide the first word is, whatever type its parts are set in."""
        end = next((place for place, word in enumerate(self.words) if place and not word.is_glued), len(self.words))
        return self.words[end - 1].x1 - self.x0

    @property
    def is_hung(self) -> bool:
        """Tell a label that hangs: more than a plain space lies between it and the words."""
        return bool(self.label) and len(self.words) > 1 and self.text_x0 - self.words[0].x1 > WIDE_SPACE * self.size

    @property
    def is_tabbed(self) -> bool:
        """Tell a row of a table: two or more segments, the first not a label of the second."""
        return len(self.segments) > 2 or (len(self.segments) > 1 and self.text_x0 == self.x0)

    def is_set_like(self, other: "Row") -> bool:
        """Tell whether two rows are set in one size."""
        return abs(self.size - other.size) <= SAME_SIZE

    @cached_property
    def is_bold(self) -> bool:
        return all(word.face.bold for word in self.words if not is_label(word.text))


def rows_of(page: Page) -> list[Row]:
    """Set the words of a page in rows, from the top."""
    return [Row(tuple(_segments(_with_bullet(row))), page.number) for row in _clustered(page.words)]


def column_rows(segments: Iterable[Segment], page: int) -> list[Row]:
    """Set some segments of a page in rows of their own, from the top."""
    words = [word for segment in segments for word in segment.words]
    return [Row(tuple(_segments(row)), page) for row in _clustered(words)]


def pitches(rows: Sequence[Row]) -> dict[float, float]:
    """Measure the usual distance from line to line, for each size of type."""
    found: dict[float, Counter[float]] = {}
    for upper, lower in pairwise(rows):
        step = upper.y - lower.y
        if upper.page == lower.page and upper.size == lower.size and 0.9 * upper.size < step < 2.6 * upper.size:
            found.setdefault(upper.size, Counter())[round(step * 2) / 2] += 1
    return {size: _lowest_common(steps) for size, steps in found.items()}


def is_apart(row: Row, following: Row, pitch: Mapping[float, float]) -> bool:
    """Tell whether more than the usual space lies between two rows."""
    step = row.y - following.y
    if step < 0 or not row.is_set_like(following):
        return step < 0 or step > LOOSEST * following.size
    return step > pitch.get(row.size, row.size * USUAL_PITCH) * NEW_PARAGRAPH + 0.3


def _lowest_common(steps: Counter[float]) -> float:
    """Give the smallest step that is common: paragraphs of one line must not pass for the usual distance."""
    most = max(steps.values())
    return min(step for step, count in steps.items() if count >= most / 4)


def _clustered(words: Iterable[Word]) -> Iterator[list[Word]]:
    row: list[Word] = []
    base: Word | None = None
    for word in sorted(words, key=lambda word: (-word.y, word.x0)):
        if base is not None and base.y - word.y < SAME_ROW * max(base.face.size, word.face.size):
            row.append(word)
            base = word if word.face.size > base.face.size else base
            continue
        if row:
            yield sorted(row, key=lambda word: word.x0)
        row, base = [word], word
    if row:
        yield sorted(row, key=lambda word: word.x0)


def _with_bullet(row: list[Word]) -> list[Word]:
    """Give a hollow bullet, which Word sets as a letter o, as a bullet."""
    if len(row) > 1 and row[0].text == "o" and row[1].x0 - row[0].x1 > WIDE_SPACE * row[0].face.size:
        return [replace(row[0], text="•"), *row[1:]]
    return row


def _segments(row: list[Word]) -> Iterator[Segment]:
    """Cut a row at its wide gaps, but never between a label and its words."""
    gaps = [right.x0 - left.x1 for left, right in pairwise(row) if not right.is_glued]
    usual = median_low(gaps) if gaps[1:] else 0.0
    start = 0
    for place in range(1, len(row)):
        left, right = row[place - 1], row[place]
        is_label_of_next = place - start == 1 and is_label(left.text)
        if _is_wide(right.x0 - left.x1, usual, min(left.face.size, right.face.size)) and not is_label_of_next:
            yield Segment(tuple(row[start:place]))
            start = place
    yield Segment(tuple(row[start:]))


def _is_wide(gap: float, usual: float, size: float) -> bool:
    """Tell the gap between two columns from the spaces of a line that was stretched to its margin."""
    return gap > SURE_GAP * size or gap > max(COLUMN_GAP * size, STRETCHED * usual)
