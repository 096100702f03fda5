"""Rows of type joined again into the paragraphs and lines they were set from."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from shp_gov.importers.pack.labels import begins_with_a_name, is_bare_number, is_name_alone
from shp_gov.importers.pack.pdf_rows import Row, is_apart, pitches

SAME_EDGE = 4.0
SPACE = 0.3
ALLOWANCE = 0.25
SAME_MARGIN = 16.0
INDENTED_FIRST_LINE = 60.0
ENDS = (".", ":", ";", "?", "!", ":-", ";-", ".”", ".’")
RUNS_ON = re.compile(r"\b(?:and|of|the|for|to|in|on|by|with|at|or|a|an|from)$|&$")
ADDRESS = re.compile(r"\S+@\S+\.")


@dataclass(slots=True)
class Block:
    """Lines that stand together with no space between them; each line is the rows it was wrapped into."""

    lines: list[list[Row]]
    prefix: str = ""
    is_item: bool = False

    @property
    def last(self) -> Row:
        return self.lines[-1][-1]

    @property
    def opening(self) -> Row:
        """The row that the last line of the block begins with."""
        return self.lines[-1][0]

    @property
    def rows(self) -> list[Row]:
        return [row for line in self.lines for row in line]


@dataclass(frozen=True, slots=True)
class Setting:
    """How the document is set: the usual distance between lines, and where lines end on each page."""

    pitch: Mapping[float, float]
    right: Mapping[int, float]

    def is_full(self, row: Row, following: Row) -> bool:
        """Tell whether the next row's first word would not have fitted on this row."""
        right = row.right or self.right.get(row.page, 0.0)
        return row.x1 + (SPACE + ALLOWANCE) * row.size + following.first_width > right


def setting_of(rows: Sequence[Row], widths: Mapping[int, float]) -> Setting:
    """Measure how a document is set."""
    return Setting(pitches(rows), _right_edges(rows, widths))


def blocks_of(rows: Iterable[Row], setting: Setting) -> Iterator[Block]:
    """Join rows, in reading order and without furniture, into blocks."""
    current: Block | None = None
    for block in _apart(rows, setting):
        block.lines = _lines(block, setting)
        if current is not None and _goes_over(current, block, setting):
            current.lines[-1] += block.lines[0]
            current.lines += block.lines[1:]
            continue
        if current is not None:
            yield current
        current = block
    if current is not None:
        yield current


def _apart(rows: Iterable[Row], setting: Setting) -> Iterator[Block]:
    """Part the rows where there is space between them, or where an item begins."""
    current: Block | None = None
    prefix = ""
    for row in rows:
        if row.is_bullet_alone:
            prefix = "-"
            continue
        if current is not None and not prefix and _stands_with(current, row, setting):
            current.lines[-1].append(row)
            continue
        if current is not None:
            yield current
        current, prefix = Block([[row]], prefix, bool(prefix or row.label)), ""
    if current is not None:
        yield current


def _stands_with(block: Block, row: Row, setting: Setting) -> bool:
    last = block.last
    return last.page == row.page and not is_apart(last, row, setting.pitch) and not _begins_item(block, row, setting)


def _begins_item(block: Block, row: Row, setting: Setting) -> bool:
    """Tell whether a row begins with a label of its own, not with a number met in a sentence."""
    if not row.label:
        return False
    if row.is_hung or _is_level_item(block.opening, row):
        return True
    if is_bare_number(row.label):
        return False
    if row.x0 < block.last.x0 - SAME_EDGE:
        return True
    return block.last.text.endswith(ENDS) or not setting.is_full(block.last, row)


def _is_level_item(item: Row, row: Row) -> bool:
    """Tell two items of one list: each has a label, and their words begin at one edge, past the label."""
    return bool(item.label) and abs(item.text_x0 - row.text_x0) <= SAME_EDGE < row.text_x0 - row.x0


def _lines(block: Block, setting: Setting) -> list[list[Row]]:
    """Part a block into lines; where some rows end short it is a list, and a name begins a line."""
    rows = block.rows
    is_list = any(_ends_short(upper, lower, setting) for upper, lower in pairwise(rows)) and not block.is_item
    lines = [[rows[0]]]
    for row in rows[1:]:
        if _goes_on(lines[-1], row, setting, is_list=is_list):
            lines[-1].append(row)
        else:
            lines.append([row])
    return lines


def _ends_short(row: Row, following: Row, setting: Setting) -> bool:
    is_alike = row.is_set_like(following) and row.is_bold == following.is_bold
    return is_alike and not setting.is_full(row, following) and not _runs_on(row, following)


def _goes_on(line: Sequence[Row], row: Row, setting: Setting, *, is_list: bool) -> bool:
    """Tell whether a row goes on with the line above it."""
    last = line[-1]
    if not last.is_set_like(row) or (last.is_bold and not row.is_bold):
        return False
    if row.is_tabbed or ADDRESS.match(row.text) or (last.is_tabbed and not _is_under_last_cell(last, row)):
        return False
    if _runs_on(last, row):
        return True
    if is_list and begins_with_a_name(row.text) and not last.text.endswith(","):
        return False
    if last.right and is_name_alone(last.text) and not (line[0].label or last.words[0].face.italic):
        return False
    return setting.is_full(last, row) and _keeps_the_edge(line, row)


def _is_under_last_cell(last: Row, row: Row) -> bool:
    return abs(last.segments[-1].x0 - row.x0) <= SAME_EDGE


def _runs_on(row: Row, following: Row) -> bool:
    if row.text.endswith(ENDS):
        return False
    if row.text.endswith(","):
        return not begins_with_a_name(following.text)
    return following.text[:1].islower() or bool(RUNS_ON.search(row.text))


def _goes_over(block: Block, following: Block, setting: Setting) -> bool:
    """Tell whether a sentence goes on at the top of the next page or column."""
    last, row = block.last, following.lines[0][0]
    if (last.page == row.page and row.y < last.y) or following.prefix or last.is_tabbed or row.is_tabbed:
        return False
    if last.text.endswith(ENDS) or last.size != row.size or last.is_bold != row.is_bold or row.is_hung:
        return False
    is_held = (
        setting.is_full(last, row) and _keeps_the_edge(block.lines[-1], row) and not _begins_item(block, row, setting)
    )
    return is_held or row.text[:1].islower()


def _keeps_the_edge(line: Sequence[Row], row: Row) -> bool:
    if len(line) > 1:
        return abs(line[-1].x0 - row.x0) <= SAME_EDGE
    first = line[0]
    edges = (first.x0, first.text_x0, first.segments[-1].x0)
    return min(abs(row.x0 - edge) for edge in edges) <= SAME_EDGE or 0 < first.x0 - row.x0 < INDENTED_FIRST_LINE


def _right_edges(rows: Sequence[Row], widths: Mapping[int, float]) -> dict[int, float]:
    """Measure where lines end on each page: as far as the longest line that runs on into the next."""
    found: dict[int, float] = {}
    for row, following in pairwise(rows):
        runs_on = following.text[:1].islower() and row.page == following.page and not row.right
        if runs_on and abs(row.text_x0 - following.x0) <= SAME_EDGE and row.y - following.y < 2 * row.size:
            found[row.page] = max(found.get(row.page, 0.0), row.x1)
    longest = max(found.values(), default=0.0)
    mirrored = _mirrored_margins(rows, widths)
    return {page: _edge(page, found, longest, mirrored[page]) for page in mirrored}


def _edge(page: int, found: Mapping[int, float], longest: float, mirrored: float) -> float:
    near = max((found.get(other, 0.0) for other in range(page - 2, page + 3)), default=0.0) or longest or mirrored
    return mirrored if near <= mirrored <= near + SAME_MARGIN else near


def _mirrored_margins(rows: Sequence[Row], widths: Mapping[int, float]) -> dict[int, float]:
    """Say where lines would end on each page if its right margin were as wide as its left one."""
    lefts: dict[int, Counter[float]] = {}
    for row in rows:
        lefts.setdefault(row.page, Counter())[round(row.x0, 1)] += 1
    return {page: widths.get(page, 0.0) - counts.most_common(1)[0][0] for page, counts in lefts.items()}
