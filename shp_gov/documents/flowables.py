"""What ReportLab does not have: two lists side by side, an outlined notice, a line to sign on, a question for room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import Color
from reportlab.platypus import ActionFlowable, Flowable

from shp_gov.documents.content import Run, Seat, Words, bold
from shp_gov.documents.house_style import GUTTER, HEIGHT, INK, MEASURE, OUTLINE, RULE, Sheet
from shp_gov.documents.paragraph import P
from shp_gov.documents.tagged import Element, TaggedCanvas

A_PAGE = 560  # less room than this is what another paragraph left over: the next page has more
SeatList = tuple[str, tuple[Seat, ...]]


def draw_rule(canvas: TaggedCanvas, x: float, y: float, width: float, colour: Color = INK) -> None:
    """Draw a black line that nobody reads aloud."""
    canvas.artifact()
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(RULE)
    canvas.line(x, y, x + width, y)
    canvas.end()


class Need(ActionFlowable):
    """Go to the next page unless this much room is left; unlike CondPageBreak, leave the space between paragraphs."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self.height = height

    def apply(self, doc: Any) -> None:
        if doc.frame._y - doc.frame._y1p < self.height:
            doc.handle_frameEnd()


class Columns(Flowable):
    """Lists side by side, the first read to its end before the second. They break between members."""

    canv: Any

    def __init__(
        self,
        lists: Sequence[SeatList],
        widths: Sequence[float],
        sheet: Sheet,
        elements: Sequence[Element] | None = None,
    ) -> None:
        super().__init__()
        self.lists, self.widths, self.sheet = lists, widths, sheet
        self.is_continued = elements is not None
        self.elements = elements or [Element("L") for _ in lists]
        self.spaceAfter = 12

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.cells = [self._cell(heading, seats) for heading, seats in self.lists]
        self.heights = [
            [p.wrap(measure, HEIGHT)[1] + 7 for p in cell]
            for cell, measure in zip(self.cells, self.widths, strict=True)
        ]
        return width, max(map(sum, self.heights))

    def _cell(self, heading: str, seats: tuple[Seat, ...]) -> list[P]:
        """A list that was read to its end on the page before leaves its column empty."""
        return [self._heading(heading), *map(self._member, seats)] if seats else []

    def _heading(self, heading: str) -> P:
        return P(
            heading + " (continued)" if self.is_continued and heading else heading or "\xa0", self.sheet["listhead"]
        )

    def _member(self, seat: Seat) -> P:
        name = Run(seat.name, "italic") if seat.is_vacant else bold(seat.name)
        words: Words = (name, Run("\n"), Run(seat.post, "small")) if seat.post else (name,)
        return P(words, self.sheet["member"], "LI", small=self.sheet["note"].fontSize)

    def split(self, width: float, height: float) -> list[Flowable]:
        self.wrap(width, height)
        fits = [_fit(heights, height) for heights in self.heights]
        if max(fits) < (2 if height < A_PAGE else 1):
            return []
        first = [(heading, seats[:fit]) for (heading, seats), fit in zip(self.lists, fits, strict=True)]
        rest = [(heading, seats[fit:]) for (heading, seats), fit in zip(self.lists, fits, strict=True)]
        made = [Columns(part, self.widths, self.sheet, self.elements) for part in (first, rest)]
        made[0].is_continued = self.is_continued
        return list(made)

    def draw(self) -> None:
        x, highest = 0.0, max(map(sum, self.heights))
        for cell, heights, width, element in zip(self.cells, self.heights, self.widths, self.elements, strict=True):
            self._draw_cell(cell, heights, element, (x, highest))
            if cell:
                draw_rule(self.canv, x, highest - heights[0] + 5, width)
            x += width + GUTTER

    def _draw_cell(self, cell: list[P], heights: list[float], element: Element, at: tuple[float, float]) -> None:
        x, y = at
        for paragraph, height in zip(cell, heights, strict=True):
            paragraph.owner = element if paragraph.tag == "LI" else None
            paragraph.drawOn(self.canv, x, y - paragraph.height)
            y -= height


def _fit(heights: list[float], room: float) -> int:
    """Count the members that fit under the heading, but never leave one alone for the next page."""
    used, fit = heights[0] if heights else 0.0, 0
    while fit + 1 < len(heights) and used + heights[fit + 1] <= room:
        fit += 1
        used += heights[fit]
    return fit - 1 if fit == len(heights) - 2 and fit > 1 else fit


class Box(Flowable):
    """A notice that must not be missed: a black outline, words inside. A long one goes on in a second box."""

    canv: Any

    def __init__(self, paragraphs: Sequence[P], indent: float = 0) -> None:
        super().__init__()
        self.paragraphs, self.indent, self.spaceBefore, self.spaceAfter = paragraphs, indent, 8, 10

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        inner = width - self.indent - 24
        self.height = 17 + sum(p.wrap(inner, height)[1] for p in self.paragraphs) + 5 * (len(self.paragraphs) - 1)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        self.wrap(width, height)
        used, room = 17.0, height
        for number, paragraph in enumerate(self.paragraphs):
            if used + paragraph.height > room:
                return self._divided(number, room - used, width)
            used += paragraph.height + 5
        return [self]

    def _divided(self, number: int, room: float, width: float) -> list[Flowable]:
        parts: list[Any] = self.paragraphs[number].split(width - self.indent - 24, room)
        before = [*self.paragraphs[:number], *(parts[:1] if len(parts) > 1 else [])]
        after = [
            *(parts[1:] if len(parts) > 1 else self.paragraphs[number : number + 1]),
            *self.paragraphs[number + 1 :],
        ]
        return [Box(before, self.indent), Box(after, self.indent)] if before else []

    def draw(self) -> None:
        self.canv.artifact()
        self.canv.setLineWidth(OUTLINE)
        self.canv.rect(self.indent, 0, self.width - self.indent, self.height)
        self.canv.end()
        top = self.height - 9
        for paragraph in self.paragraphs:
            top -= paragraph.height
            paragraph.drawOn(self.canv, self.indent + 12, top)
            top -= 5


class SignatureLines(Flowable):
    """Two lines to write on: the chair's name and the day."""

    canv: Any

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self.sheet = sheet

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        return width, 46 + self.sheet["body"].leading

    def draw(self) -> None:
        edge, size = self.sheet.measures["numbers"], self.sheet["body"].fontSize
        for x, width, word in ((edge, 250, "Chair"), (edge + 274, MEASURE - edge - 274, "Date")):
            draw_rule(self.canv, x, size + 6, width)
            self.canv.begin(Element("P", self.canv.root))
            self.canv.setFont("Text-Bold", size)
            self.canv.drawString(x, 3, word)
            self.canv.end()
