"""The paragraphs and tables of a Word document, in reading order, with its changes accepted."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from shp_gov.importers.pack.emphasis import Run, marked
from shp_gov.importers.pack.labels import is_label, is_page_reference, labelled, plain
from shp_gov.importers.pack.word_numbering import Numbering
from shp_gov.importers.pack.word_styles import Styles
from shp_gov.importers.pack.word_xml import MC, W, is_on, value_of
from shp_gov.inspection.markup import Element

SEEN_THROUGH = frozenset(
    f"{W}{name}"
    for name in ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "dir", "bdo")
)
PLAIN_MARKS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
PAGE_SEEN = f"{W}lastRenderedPageBreak"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its lines, the number or bullet before it, and its page where Word left a note of it."""

    lines: tuple[str, ...]
    label: str = ""
    depth: int = 0
    page: int | None = None

    @property
    def is_item(self) -> bool:
        return bool(self.label)

    @property
    def has_words(self) -> bool:
        return any(line.strip() for line in self.lines)


@dataclass(slots=True)
class Walk:
    """A walk through a document: its styles and lists, and how far it has come."""

    styles: Styles
    numbering: Numbering
    page: int = 1
    is_paged: bool = False
    carried: list[Run] = field(default_factory=list)

    def paragraphs(self, container: Element) -> Iterator[Paragraph]:
        """Give every paragraph inside an element, tables row by row."""
        for child in container:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag in SEEN_THROUGH:
                yield from self.paragraphs(child)
            elif child.tag == f"{MC}AlternateContent" and len(child):
                yield from self.paragraphs(child[0])

    def _paragraph(self, element: Element) -> Iterator[Paragraph]:
        properties = element.find(f"{W}pPr")
        style = value_of(properties, "val", of="pStyle")
        boxes: list[Element] = []
        runs, page = list(self.carried), self.page
        for run in self._runs(element, style, boxes):
            page = page if runs else self.page
            runs.append(run)
        mark = None if properties is None else properties.find(f"{W}rPr")
        if mark is not None and mark.find(f"{W}del") is not None:
            self.carried = runs
            return
        self.carried = []
        number_id, depth = self.styles.list_of(properties, style)
        label = self.numbering.label(number_id, depth) if number_id else ""
        lines = tuple(plain(line) for line in marked(runs).split("\n"))
        yield Paragraph(lines=lines, label=label, depth=depth, page=page if self.is_paged else None)
        for box in boxes:
            yield from self.paragraphs(box)

    def _runs(self, element: Element, style: str, boxes: list[Element]) -> Iterator[Run]:
        for child in element:
            if child.tag == f"{W}r":
                yield from self._run(child, style, boxes)
            elif child.tag in SEEN_THROUGH:
                yield from self._runs(child, style, boxes)
            elif child.tag == f"{MC}AlternateContent" and len(child):
                yield from self._runs(child[0], style, boxes)

    def _run(self, run: Element, style: str, boxes: list[Element]) -> Iterator[Run]:
        properties = run.find(f"{W}rPr")
        text = "".join(self._words(run, boxes))
        if not text or is_on(properties, "vanish"):
            return
        bold, italic = (self.styles.is_set(switch, properties, style) for switch in ("b", "i"))
        for number, line in enumerate(text.split("\n")):
            if number:
                yield Run("\n")
            if line:
                yield Run(line, bold=bold, italic=italic)

    def _words(self, run: Element, boxes: list[Element]) -> Iterator[str]:
        for child in run:
            if child.tag == f"{W}t":
                yield child.text or ""
            elif child.tag == PAGE_SEEN:
                self.page += 1
            elif child.tag in PLAIN_MARKS:
                yield PLAIN_MARKS[child.tag]
            elif child.tag in (f"{W}drawing", f"{W}pict", f"{MC}AlternateContent"):
                drawn = child[0] if child.tag == f"{MC}AlternateContent" and len(child) else child
                boxes.extend(drawn.iter(f"{W}txbxContent"))

    def _table(self, table: Element) -> Iterator[Paragraph]:
        for row in _children(table, "tr"):
            if row.find(f"{W}trPr/{W}del") is None:
                yield from _row([list(self._cell(cell)) for cell in _children(row, "tc")])

    def _cell(self, cell: Element) -> Iterator[Paragraph]:
        return (paragraph for paragraph in self.paragraphs(cell) if paragraph.has_words or paragraph.is_item)


def _children(parent: Element, name: str) -> Iterator[Element]:
    for child in parent:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in SEEN_THROUGH:
            yield from _children(child, name)


def _row(cells: list[list[Paragraph]]) -> Iterator[Paragraph]:
    """Give one row: on one line where every cell is one line, otherwise cell after cell."""
    filled = _labels_joined(_without_reference([cell for cell in cells if cell]))
    if len(filled) < 2 or any(len(cell) > 1 or len(cell[0].lines) > 1 for cell in filled):
        for cell in filled:
            yield from cell
        return
    first = filled[0][0]
    yield replace(first, lines=("\t".join(_shown(cell[0], bare=cell[0] is first) for cell in filled),))


def _without_reference(cells: list[list[Paragraph]]) -> list[list[Paragraph]]:
    """Drop the last cell of a row where it only says which pages of the pack are meant."""
    is_reference = len(cells) > 1 and all(is_page_reference(line) for said in cells[-1] for line in said.lines)
    return cells[:-1] if is_reference else cells


def _shown(paragraph: Paragraph, *, bare: bool) -> str:
    text = paragraph.lines[0]
    return text if bare else labelled(paragraph.label, text)


def _labels_joined(cells: list[list[Paragraph]]) -> list[list[Paragraph]]:
    """Put a numeral that has a cell to itself before the words of the next cell."""
    joined: list[list[Paragraph]] = []
    for cell in cells:
        label = _lone_label(joined[-1]) if joined else ""
        if label and not cell[0].label:
            joined[-1] = [replace(cell[0], label=label), *cell[1:]]
        else:
            joined.append(cell)
    return joined


def _lone_label(cell: list[Paragraph]) -> str:
    if len(cell) != 1 or len(cell[0].lines) != 1:
        return ""
    text = cell[0].lines[0].strip("*")
    if not text:
        return cell[0].label
    return text if is_label(text) and not cell[0].label else ""
