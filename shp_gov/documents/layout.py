"""From what a paper says to how it looks: each kind of block becomes flowables on a sheet."""

from collections.abc import Callable, Iterable
from itertools import chain
from typing import Any

from reportlab.platypus import Flowable, KeepTogether, Spacer

from shp_gov.documents.content import (
    Attendance,
    Block,
    Bullets,
    Facts,
    Grid,
    Members,
    Notice,
    Numeral,
    Numerals,
    Room,
    Run,
    Signature,
    Text,
    Together,
    Words,
    plain,
)
from shp_gov.documents.flowables import Box, Columns, Need, SignatureLines
from shp_gov.documents.house_style import GUTTER, MEASURE, Sheet
from shp_gov.documents.paragraph import Bar, P
from shp_gov.documents.tables import set_facts, set_grid
from shp_gov.documents.tagged import Element

TAGS = {
    "title": "H1",
    "subject": "H1",
    "part": "H2",
    "minute": "H2",
    "titled": "H2",
    "section": "H3",
    "paged": "H3",
    "sub": "H3",
    "words": "BlockQuote",
}
FIRST_COLUMN = 262  # the wider column of members is the responsible authorities'


def lay_out(blocks: Iterable[Block], sheet: Sheet) -> list[Flowable]:
    """Set blocks on a sheet."""
    return [flowable for block in blocks for flowable in SET[type(block)](block, sheet)]


def _text(block: Text, sheet: Sheet) -> list[Flowable]:
    bar = Bar(0, sheet.colour) if block.look == "words" else None
    small = sheet["note"].fontSize
    tag = TAGS.get(block.look, "P")
    return [P(block.words, sheet[block.look], tag, label=block.label, right=block.right, bar=bar, small=small)]


def _bullets(block: Bullets, sheet: Sheet) -> list[Flowable]:
    owner = Element("L")
    looks = ("bullet", "bullet1")
    made = [
        P(words, sheet[looks[depth]], "LBody", label="–", owner=Element("LI", owner)) for depth, words in block.items
    ]
    return [*made, Spacer(1, 5)]


def _numerals(block: Numerals, sheet: Sheet) -> list[Flowable]:
    """(i), (ii) at one edge and their words at the next; the heading stays with the first of them."""
    owner = Element("L")
    edge = sheet.measures["numbers"] - 14
    bar = Bar(edge, sheet.colour, is_joined=True) if block.is_agreed else None
    made: list[Flowable] = [P(block.heading, sheet["decision"], "H3", bar=bar and Bar(edge, sheet.colour))]
    first, *rest = [_row(row, sheet, bar, Element("LI", owner)) for row in block.rows]
    kept = KeepTogether([*(made if block.heading else []), *first])
    return [kept, *chain.from_iterable(rest), Spacer(1, 6)]


def _row(row: Numeral, sheet: Sheet, bar: Bar | None, item: Element) -> list[Flowable]:
    looks = ("numeral", "action") if row.numeral else ("alone", "actionalone")
    words = P(row.words, sheet[looks[0]], "LBody", label=row.numeral, bar=bar, owner=item)
    return [words, *(P(note, sheet[looks[1]], "LBody", bar=bar, owner=item) for note in row.notes)]


def _attendance(block: Attendance, sheet: Sheet) -> list[Flowable]:
    labels = [block.label, *("" for _ in block.people[1:])]
    measure = MEASURE - sheet["who"].leftIndent
    people = [_broken(person, sheet, measure) for person in block.people]
    made = [P(person, sheet["who"], label=label) for person, label in zip(people, labels, strict=True)]
    return [*made, Spacer(1, 8)]


def _broken(person: Words, sheet: Sheet, measure: float) -> Words:
    """Break a line that is too long after the name's comma, so that no second line looks like another person."""
    paragraph = P(person, sheet["who"])
    if "was in attendance" in plain(person) or paragraph.minWidth() > measure or paragraph.wrap(MEASURE, 800)[1] <= 0:
        return person
    lines = paragraph.breakLines(measure).lines
    if len(lines) < 2:
        return person
    runs = (Run(person),) if isinstance(person, str) else person
    return (Run(runs[0].words.replace(", ", ",\n", 1), runs[0].mark), *runs[1:])


def _members(block: Members, sheet: Sheet) -> list[Flowable]:
    lists = _halved(block.lists)
    if sheet.is_large or len(lists) == 1:
        return [Columns([each], [MEASURE], sheet) for each in block.lists]
    widths = [FIRST_COLUMN, MEASURE - FIRST_COLUMN - GUTTER]
    pairs = [lists[start : start + 2] for start in range(0, len(lists), 2)]
    return [Columns(pair, widths[: len(pair)], sheet) for pair in pairs]


def _halved(lists: Any) -> Any:
    """Let one long list stand in two columns."""
    if len(lists) != 1 or len(lists[0][1]) < 6:
        return lists
    heading, seats = lists[0]
    half = (len(seats) + 1) // 2
    return ((heading, seats[:half]), ("", seats[half:]))


def _notice(block: Notice, sheet: Sheet) -> list[Flowable]:
    indent = sheet.measures["numbers"] if block.is_indented else 0
    return [Box([P(words, sheet["body"]) for words in block.paragraphs], indent)]


def _together(block: Together, sheet: Sheet) -> list[Flowable]:
    """Keep blocks on one page; ReportLab measures them wrongly if some already keep together."""
    made = lay_out(block.blocks, sheet)
    loose = (getattr(each, "_content", [each]) for each in made)
    return [KeepTogether([*chain.from_iterable(loose)])]


def _room(block: Room, _sheet: Sheet) -> list[Flowable]:
    need: list[Flowable] = [Need(block.needs)] if block.needs else []
    return [*need, Spacer(1, block.space)] if block.space else need


def _grid(block: Grid, sheet: Sheet) -> list[Flowable]:
    return [set_grid(block, sheet)]


def _facts(block: Facts, sheet: Sheet) -> list[Flowable]:
    return [set_facts(block, sheet)]


def _signature(_block: Signature, sheet: Sheet) -> list[Flowable]:
    return [SignatureLines(sheet)]


SET: dict[type, Callable[[Any, Sheet], list[Flowable]]] = {
    Text: _text,
    Bullets: _bullets,
    Numerals: _numerals,
    Attendance: _attendance,
    Members: _members,
    Notice: _notice,
    Grid: _grid,
    Facts: _facts,
    Signature: _signature,
    Room: _room,
    Together: _together,
}
