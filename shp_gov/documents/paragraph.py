"""One paragraph on a page: its words marked up, its label, its bar, its place in the structure tree."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph

from shp_gov.documents.characters import marked_up, set_in
from shp_gov.documents.content import Run, Words
from shp_gov.documents.house_style import INK, LATE_HEX, QUIET_HEX, characters
from shp_gov.documents.tagged import Element, TaggedCanvas

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
NAMED = "[Ii]tem|[Mm]inute|[Ss]ection|[Pp]aragraph|[Pp]age|[Vv]ersion|Dr|Part|Schedule"
PAIRS = re.compile(rf"\b(\d{{1,2}}) (?=(?:{MONTHS})\b)|\b({NAMED}) (?=\d|[A-Z]\w)|(?<=\d) (?=[ap]m\b)")
MARKS = {
    "": "{}",
    "bold": "<b>{}</b>",
    "italic": "<i>{}</i>",
    "quiet": f"<font color='{QUIET_HEX}'>{{}}</font>",
    "small": f"<font size='{{small}}' color='{QUIET_HEX}'>{{}}</font>",
    "count": f"<font name='Text' size='{{small}}' color='{QUIET_HEX}'>{{}}</font>",
    "late": f"<font name='Text-Bold' color='{LATE_HEX}'>{{}}</font>",
    "removed": "<strike>{}</strike>",
    "added": "<b><u>{}</u></b>",
}


def markup(words: Words, face: str, small: float = 10.5) -> str:
    """Escape words and put their marks round them; keep 10 September, minute 19 and Dr Okoro on one line."""
    runs = (Run(words),) if isinstance(words, str) else words
    made = "".join(_marked(run, face).replace("{small}", str(small)) for run in runs)
    return PAIRS.sub(lambda match: match[0][:-1] + "\xa0", made) or "\xa0"  # a label hangs on a line, even an empty one


def _marked(run: Run, face: str) -> str:
    before, after = MARKS[run.mark].split("{}")
    leans = run.mark == "italic" or face == "Text-Italic"
    if leans and not all(ord(each) in characters("Text-Italic") for each in run.words):
        before, after = before + "<font name='Text'>", "</font>" + after
    return before + marked_up(run.words, characters("Text")) + after


@dataclass(frozen=True)
class Bar:
    """The mark of words that the meeting agreed, at the left of a paragraph."""

    x: float
    colour: Color
    is_joined: bool = False  # to the paragraph above


class P(Paragraph):
    """A paragraph with a place in the structure tree. It may hang a label at its left and a word at its right."""

    canv: Any

    def __init__(
        self,
        words: Words | None,
        style: ParagraphStyle,
        tag: str = "P",
        *,
        label: str = "",
        right: str = "",
        bar: Bar | None = None,
        owner: Element | None = None,
        small: float = 10.5,
        **parts: Any,  # what ReportLab passes when it splits a paragraph
    ) -> None:
        made = None if words is None else markup(words, style.fontName, small)
        super().__init__(made, style, **parts)  # type: ignore[arg-type]
        self.tag, self.bar, self.owner, self.small = tag, bar, owner, small
        self.label, self.right = (set_in(each, characters("Text")) for each in (label, right))
        self.element: Element | None = None

    def split(self, width: float, height: float) -> list[Flowable]:
        parts: list[Any] = super().split(width, height)
        if len(parts) > 1:
            self.element = self.element or Element(self.tag)
            for part in parts:
                part.tag, part.element, part.small = self.tag, self.element, self.small
                part.bar, part.owner = self.bar, self.owner
            parts[0].label, parts[0].right = self.label, self.right
        return parts

    def draw(self) -> None:
        canvas: TaggedCanvas = self.canv
        if canvas.is_open:
            super().draw()
            return
        self._draw_bar(canvas)
        super().draw()
        canvas.end(canvas.is_open)
        if self.right:
            x = self.width - stringWidth(self.right, "Text", self.small)
            self._hang(canvas, Element("P", canvas.root), self.right, x, "Text", self.small)

    def beginText(self, x: float, y: float) -> Any:  # noqa: N802
        """Begin the first line at (x, y): only now is the baseline known on which the label hangs."""
        self.baseline = y
        if not self.canv.is_open:
            self._open(self.canv)
        text = self.canv.beginText(x, y)
        if self.style.tracking:
            text.setCharSpace(self.style.tracking)
        return text

    def _open(self, canvas: TaggedCanvas) -> None:
        """Draw the label, then begin the words: drawn, tagged and copied in the order of reading."""
        label = Element("Lbl", self.owner) if self.label and self.tag == "LBody" else None
        self.element = self._placed(canvas, self.element or Element(self.tag))
        if self.label:
            font = self.style.labelFont or self.style.fontName
            self._hang(canvas, label or self.element, f"{self.label} ", self.style.labelAt, font, self.style.fontSize)
        canvas.begin(self.element)

    def _placed(self, canvas: TaggedCanvas, element: Element) -> Element:
        """Hang the paragraph in the tree when its first lines are drawn, and a heading in the list beside the page."""
        if element.parent is None:
            element.parent = self.owner.rooted(canvas.root) if self.owner else canvas.root
            element.parent.kids.append(element)
            if self.tag in ("H1", "H2"):
                words = self.getPlainText().replace("\xa0", " ")
                canvas.bookmark(f"{self.label} {words}".strip(), int(self.tag[1]) - 1)
        return element

    def _hang(self, canvas: TaggedCanvas, element: Element, text: str, x: float, font: str, size: float) -> None:
        canvas.begin(element)
        canvas.saveState()
        canvas.setFillColor(INK)
        canvas.setFont(font, size)
        canvas.drawString(x, self.baseline, text)
        canvas.restoreState()
        canvas.end()

    def _draw_bar(self, canvas: TaggedCanvas) -> None:
        if self.bar is None:
            return
        gap = self.style.spaceBefore if self.bar.is_joined else 0
        canvas.artifact()
        canvas.setFillColor(self.bar.colour)
        canvas.rect(self.bar.x, 0, 2.5, self.height + gap, stroke=0, fill=1)
        canvas.end()
