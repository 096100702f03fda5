"""Blocks of rows written out as numbered lines, their wrapped words mended."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from shp_gov.importers.pack.emphasis import Run, marked
from shp_gov.importers.pack.labels import is_name_alone, labelled, plain
from shp_gov.importers.pack.lines import Line
from shp_gov.importers.pack.pdf_blocks import Block
from shp_gov.importers.pack.pdf_rows import Row, Segment
from shp_gov.importers.pack.text import tidy

TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
CUT_HERE = re.compile(r"\S/$|\d[-–]$")
SMALLER_BY, LITTLE_SMALLER = 0.6, 0.25
HYPHENATED = re.compile(r"[^\W\d_]-$")


def lines_of(blocks: Iterable[Block]) -> Iterator[Line]:
    """Number the lines of the blocks, with an empty line between blocks that are not items of one list."""
    kept = list(blocks)
    words = frozenset(token.casefold() for block in kept for row in block.rows for token in TOKEN.findall(row.text))
    number, before = 0, None
    for block in kept:
        if before is not None and not (before.is_item and block.is_item):
            number += 1
            yield Line(number, "", block.lines[0][0].page)
        for place, rows in enumerate(_name_over_post(block)):
            number += 1
            text = plain(marked(_runs(rows, words)))
            yield Line(number, tidy(labelled("" if place else block.prefix, text)), rows[0].page)
        before = block


def _name_over_post(block: Block) -> list[list[Row]]:
    """Set a name and the post in smaller type under it on one line: together they are one entry of a list."""
    if len(block.lines) != 2 or len(block.lines[0]) > 1 or block.is_item:
        return block.lines
    name, post = block.lines[0][0], block.lines[1][0]
    if not SMALLER_BY < name.size - post.size < name.size * LITTLE_SMALLER or not is_name_alone(name.text):
        return block.lines
    last = name.words[-1]
    words = (*name.words[:-1], replace(last, text=f"{last.text},"))
    return [[replace(name, segments=(Segment(words),)), *block.lines[1]]]


def _runs(rows: Sequence[Row], words: frozenset[str]) -> Iterator[Run]:
    for place, row in enumerate(rows):
        yield from _row_runs(row, rows[place + 1] if place + 1 < len(rows) else None, words)


def _row_runs(row: Row, following: Row | None, words: frozenset[str]) -> Iterator[Run]:
    for at, segment in enumerate(row.segments):
        for nth, word in enumerate(segment.words):
            gap = "" if word.is_glued or not nth else " "
            between = _between(row.segments[at - 1]) if at and not nth else gap
            text = _joined_end(word.text, following, words) if following and word is row.words[-1] else word.text
            yield Run(between + text, bold=word.face.bold, italic=word.face.italic)


def _between(left: Segment) -> str:
    """Part two columns by a tab, but a label such as Present: from its words by a space."""
    return " " if left.text.endswith(":") else "\t"


def _joined_end(text: str, following: Row, words: frozenset[str]) -> str:
    """End a wrapped row: with a space, or with nothing where a word was cut at its hyphen."""
    start = following.words[0].text
    if CUT_HERE.search(text):
        return text
    if not HYPHENATED.search(text) or not start[:1].isalpha():
        return f"{text} "
    head, tail = (TOKEN.findall(text[:-1]) or [""])[-1].casefold(), (TOKEN.findall(start) or [""])[0].casefold()
    was_cut = head + tail in words and f"{head}-{tail}" not in words
    return text[:-1] if was_cut else text
