"""What the review of a pack shows: doubts first, each beside its source, then everything else by kind."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import request

from shp_gov.importers.pack import saved
from shp_gov.models import Import
from shp_gov.web.imports import parts, source
from shp_gov.web.imports.forms import as_typed
from shp_gov.web.imports.parts import Entry, Part, Value
from shp_gov.web.imports.source import Row
from shp_gov.web.paging import Page, page_of

AT_A_TIME = 7


@dataclass(frozen=True)
class Shown:
    """One thing to check: what was read, the lines it comes from, and what an officer said of it before."""

    heading: str
    says: str
    rows: list[Row]
    entry: Entry | None
    values: tuple[Value, ...]
    corrected: frozenset[str]
    others: Part | None = None
    is_out: bool = False


@dataclass(frozen=True)
class Review:
    """Everything that the review of a pack shows."""

    doubts: list[Shown]
    page: Page
    counts: list[tuple[Part, int]]
    entries: int


def reading_of(pack: Import) -> dict[str, Any]:
    """Give what was read with the corrections in their places. What was taken out keeps its place, and says so."""
    out = taken_out(pack)
    return saved.corrected(pack.reading, {row.path: row.value for row in pack.corrections if row.path not in out})


def taken_out(pack: Import) -> frozenset[str]:
    """Tell which lines an officer took out of the reading."""
    return frozenset(
        row.path for row in pack.corrections if row.value is None and row.path.rpartition(".")[2].isdecimal()
    )


def review(pack: Import, number: int) -> Review:
    """Gather a page of the doubts of a pack beside their source, and count what was read without doubt."""
    reading = reading_of(pack)
    read = parts.all_entries(reading)
    lines = source.lines(pack)
    used: set[str] = set()
    every = pack.reading.get("doubts", ())
    page = page_of(number, len(every), AT_A_TIME)
    doubts = [_doubt(doubt, read, lines, pack, used) for doubt in every[max(page.first - 1, 0) : page.last]]
    counts = [(part, len(parts.entries(part, reading))) for part in parts.PARTS]
    return Review(doubts, page, [(part, count) for part, count in counts if count], len(read))


def _doubt(
    doubt: dict[str, Any],
    read: Sequence[tuple[Part, Entry]],
    lines: Sequence[tuple[int, str]],
    pack: Import,
    used: set[str],
) -> Shown:
    """Lay a doubt beside its lines. What was read there can be corrected once on the page, at its first doubt."""
    line, sentence = doubt["line"], doubt["sentence"]
    found = parts.at_line(line, read, sentence)
    free = [each for each in found if each[1].path not in used][:1]
    used.update(entry.path for _, entry in free)
    entry = free[0][1] if free else None
    values = tuple(map(_as_sent, entry.values)) if entry else ()
    page = f"Page {doubt['page']}, line {line} of the pack" if doubt["page"] else f"Line {line} of the pack"
    others = found[0][0] if len(found) > 1 or (found and not free) else None
    rows = source.around(lines, line, line)
    return Shown(sentence, page, rows, entry, values, _corrected(pack, values), others, _is_out(pack, entry))


def of_part(part: Part, pack: Import, number: int) -> tuple[list[Shown], Page]:
    """Lay a page of what was read of one part beside its source."""
    lines, every = source.lines(pack), parts.entries(part, reading_of(pack))
    page = page_of(number, len(every), AT_A_TIME)
    return [_shown(entry, lines, pack) for entry in every[max(page.first - 1, 0) : page.last]], page


def _shown(entry: Entry, lines: Sequence[tuple[int, str]], pack: Import) -> Shown:
    where = f"Page {entry.page}, lines" if entry.page else "Lines"
    says = f"{where} {entry.first} to {entry.last}" if entry.last > entry.first else f"Line {entry.first}"
    values = tuple(_as_sent(value) for value in entry.values)
    shown = source.around(lines, entry.first, entry.last)
    corrected = _corrected(pack, values)
    return Shown(entry.title[:80], says, shown, entry, values, corrected, is_out=_is_out(pack, entry))


def _is_out(pack: Import, entry: Entry | None) -> bool:
    return entry is not None and entry.path in taken_out(pack)


def _as_sent(value: Value) -> Value:
    """Keep the words that were typed where the page is shown again."""
    typed = as_typed(request.form, value.path, value.value)
    return Value(value.path, value.label, typed, value.is_long)


def _corrected(pack: Import, values: Sequence[Value]) -> frozenset[str]:
    return frozenset({row.path for row in pack.corrections} & {value.path for value in values})
