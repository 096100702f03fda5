"""What a page carries that is not its words: running heads, feet, page numbers, page references."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from shp_gov.importers.pack.labels import is_page_reference
from shp_gov.importers.pack.pdf_rows import Row, Segment

EDGE_ROWS = 4
NEIGHBOURS = 3
SAME_PLACE = 4.0
SMALLER = 0.92
SET_APART = 1.6
LAST_TITLE = 3.0
OPENING_ROWS = 8
MOSTLY = 0.7
DIGITS = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"(?:[-–—]\s*)?(?:(?:agenda |pack )?page\s+)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*[-–—])?", re.IGNORECASE
)
NEVER_FURNITURE = re.compile(
    r"(?:joint )?report of\b|report by\b|subject\b|title\b|(?:\d{1,2}\.? )?contact officers?\b", re.IGNORECASE
)
PAGES_HEADING = re.compile(r"(?:agenda |pack |report )?pages?(?: (?:nos?|numbers?)\.?)?:?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Look:
    """How the document looks: the size of its body type, and the words its first page opens with."""

    body: float
    opening: frozenset[str]


def without_furniture(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """Drop heads and feet that come again on a neighbouring page, and page numbers."""
    body = max((row.size for rows in pages for row in rows), key=_frequencies(pages).__getitem__, default=0.0)
    opening = frozenset(word for rows in pages[:1] for row in rows[:OPENING_ROWS] for word in _words(row))
    keys = [{_key(row): row.y for row in _edges(rows)} for rows in pages]
    return [_trimmed(rows, _recurring(index, keys), Look(body, opening)) for index, rows in enumerate(pages)]


def without_references(rows: list[Row]) -> list[Row]:
    """Drop a column of page references (3 to 8) at the right of an agenda, and end the lines beside it before it."""
    heading = next((row.segments[-1] for row in rows if _is_pages_heading(row)), None)
    references = [row.segments[-1] for row in rows if len(row.segments) > 1 and _refers(row.segments[-1], heading)]
    if not references:
        return [row if row.segments[-1] is not heading else replace(row, segments=row.segments[:-1]) for row in rows]
    marks = [*references, heading] if heading else references
    left, top = min(mark.x0 for mark in marks), max(mark.y for mark in marks)
    bottom = min(mark.y for mark in marks)
    beside = [row for row in rows if bottom - LAST_TITLE * row.size <= row.y <= top + SAME_PLACE]
    edge = max((words.x1 for row in beside for words in row.segments if words.x1 < left), default=left)
    return [_without_reference(row, left, edge) if row in beside else row for row in rows]


def _is_pages_heading(row: Row) -> bool:
    return len(row.segments) > 1 and bool(PAGES_HEADING.fullmatch(row.segments[-1].text))


def _refers(segment: Segment, heading: Segment | None) -> bool:
    """Tell a reference to pages: by its words, or as a bare number under a heading that says so."""
    if is_page_reference(segment.text):
        return True
    return heading is not None and segment.text.isdigit() and segment.x1 > heading.x0


def _without_reference(row: Row, left: float, edge: float) -> Row:
    if len(row.segments) > 1 and row.segments[-1].x0 >= left - SAME_PLACE:
        return replace(row, segments=row.segments[:-1], right=edge)
    return replace(row, right=edge) if row.x1 <= edge else row


def _frequencies(pages: Iterable[Iterable[Row]]) -> dict[float, int]:
    found: dict[float, int] = {}
    for rows in pages:
        for row in rows:
            found[row.size] = found.get(row.size, 0) + len(row.words)
    return found


def _key(row: Row) -> str:
    return DIGITS.sub("#", row.text).casefold()


def _edges(rows: Sequence[Row]) -> list[Row]:
    return [*rows[:EDGE_ROWS], *rows[max(EDGE_ROWS, len(rows) - EDGE_ROWS) :]]


def _recurring(index: int, keys: Sequence[dict[str, float]]) -> dict[str, int]:
    """Count, for each edge row of a page, how many neighbouring pages have it in the same place."""
    near = (*keys[max(0, index - NEIGHBOURS) : index], *keys[index + 1 : index + 1 + NEIGHBOURS])
    return {
        key: sum(key in other and abs(other[key] - y) <= SAME_PLACE for other in near) for key, y in keys[index].items()
    }


def _trimmed(rows: Sequence[Row], recurring: Mapping[str, int], look: Look) -> list[Row]:
    first, last = 0, len(rows)
    while first < min(EDGE_ROWS, last) and _is_head(rows, first, recurring, look):
        first += 1
    while last > max(first, len(rows) - EDGE_ROWS) and _recurs(rows[last - 1], recurring, look):
        last -= 1
    return list(rows[first:last])


def _is_head(rows: Sequence[Row], place: int, recurring: Mapping[str, int], look: Look) -> bool:
    """Tell a running head: it comes again, or it repeats in small type what the first page opened with."""
    row = rows[place]
    if _recurs(row, recurring, look) or place + 1 == len(rows):
        return _recurs(row, recurring, look)
    is_apart = row.size < SMALLER * look.body and row.y - rows[place + 1].y > SET_APART * look.body
    return is_apart and row.page > 1 and len(_words(row) & look.opening) > MOSTLY * len(_words(row))


def _recurs(row: Row, recurring: Mapping[str, int], look: Look) -> bool:
    key = _key(row)
    if PAGE_NUMBER.fullmatch(row.text):
        return True
    needed = 1 if "#" in key or row.size < SMALLER * look.body else 2
    return recurring[key] >= needed and not NEVER_FURNITURE.match(row.text)


def _words(row: Row) -> frozenset[str]:
    return frozenset(row.text.casefold().replace(",", " ").split())
