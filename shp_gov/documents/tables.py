"""Tables: words under a black line, a hairline between rows, heads again on the next page."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Table

from shp_gov.documents.content import Facts, Grid, bold
from shp_gov.documents.house_style import HAIR, HEIGHT, INK, LINE, MEASURE, RULE, Sheet
from shp_gov.documents.paragraph import P
from shp_gov.documents.tagged import TableTags

PAD = 4
TALLEST_ROW = 560
FACE_AND_EDGE: Sequence[tuple[Any, ...]] = (
    ("FONTNAME", (0, 0), (-1, -1), "Text"),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
)
GRID_LINES: Sequence[tuple[Any, ...]] = (
    ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
    ("RIGHTPADDING", (0, 0), (-1, -1), 10),
    ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), PAD),
    ("BOTTOMPADDING", (0, 0), (-1, -1), PAD + 1),
    ("LINEBELOW", (0, 0), (-1, 0), RULE, INK),
    ("LINEBELOW", (0, 1), (-1, -1), HAIR, LINE),
)
FACT_LINES: Sequence[tuple[Any, ...]] = (
    ("TOPPADDING", (0, 0), (-1, -1), PAD + 1),
    ("BOTTOMPADDING", (0, 0), (-1, -1), PAD + 2),
    ("LINEBELOW", (0, 0), (-1, -1), HAIR, LINE),
    ("LINEABOVE", (0, 0), (-1, 0), RULE, INK),
)


def set_grid(grid: Grid, sheet: Sheet) -> Any:
    """Set a table. A row is broken only if it is taller than a page."""
    head = [_head(words, sheet, grid.is_grouped and not column) for column, words in enumerate(grid.heads)]
    body = [[P(words, sheet["cell"]) for words in row] for row in grid.rows]
    commands = [*FACE_AND_EDGE, *GRID_LINES, *([("SPAN", (0, 0), (1, 0))] if grid.is_grouped else [])]
    tags = TableTags(2 if grid.is_grouped else 1)
    table = _table([head, *body], _widths(grid.widths, sheet), commands, tags, repeatRows=1)
    table.spaceBefore, table.spaceAfter = (4, 12) if grid.is_grouped else (0, 0)
    return table


def _head(words: Any, sheet: Sheet, is_group: bool) -> Any:
    if words == "":
        return ""
    return P(words, sheet["group" if is_group else "head"], small=sheet["note"].fontSize)


def set_facts(facts: Facts, sheet: Sheet) -> Any:
    """Set names at the side and what they stand for beside them."""
    cells = [[P((bold(name),), sheet["cell"]), P(words, sheet["cell"])] for name, words in facts.rows]
    commands = [*FACE_AND_EDGE, *FACT_LINES]
    table = _table(cells, [150, MEASURE - 150], commands, TableTags(has_heads=False))
    table.spaceAfter = 16
    return table


def _widths(parts: Sequence[float], sheet: Sheet) -> list[float]:
    """Share the measure out in these proportions; large print gives more to the first column, which holds a number."""
    first = parts[0] * (1.4 if sheet.is_large else 1)
    return [part * MEASURE / (first + sum(parts[1:])) for part in (first, *parts[1:])]


def _table(cells: Any, widths: Sequence[float], commands: Any, tags: Any, **settings: Any) -> Any:
    table: Any = Table(cells, colWidths=widths, style=commands, hAlign="LEFT", renderCB=tags, **settings)
    table.wrap(MEASURE, HEIGHT)
    table.splitInRow = int(max(table._rowHeights) > TALLEST_ROW)
    return table
