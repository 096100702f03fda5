"""The design of every printed paper, as tables: the page, the ink, the faces, the sizes. All measures are points."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from reportlab.lib.colors import Color, HexColor, black
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont

FONTS = Path(__file__).parent / "fonts"

# --- The page. Numbers hang at its left edge; every title, paragraph and numeral starts at one edge further in. ---
WIDTH, HEIGHT = A4
LEFT = RIGHT = 62  # 22 mm: clear of punched holes
MEASURE = WIDTH - LEFT - RIGHT
FIRST_TOP, GUTTER = 60, 24
HEADER_Y = HEIGHT - 44
RULE, HAIR, HEAVY, OUTLINE = 0.75, 0.5, 3, 1.25

# --- Ink. The body's colour carries nothing that black would not. ---
INK, QUIET, LINE, LATE = black, HexColor("#3d4143"), HexColor("#9aa4a7"), HexColor("#a8201f")
QUIET_HEX, LATE_HEX = "#3d4143", "#a8201f"

# --- Faces ---
FACES = {"Text": "Regular", "Text-Bold": "Bold", "Text-Italic": "It", "Text-BoldItalic": "BoldIt"}

# --- Type. name: (face, size, leading, before, after, extras). Edges are written as the names of measures. ---
Row = tuple[str, float, float, float, float, Mapping[str, Any]]
TYPE: Mapping[str, Row] = {
    "body": ("Text", 12, 16, 0, 8, {}),
    "masthead": ("Text-Bold", 13, 16, 0, 0, {"textColor": "colour", "tracking": 0.9, "rightIndent": 92}),
    "title": ("Text-Bold", 30, 34, 4, 10, {}),
    "lead": ("Text-Bold", 15, 20, 0, 2, {}),
    "facts": ("Text", 13, 18, 0, 0, {}),
    "part": ("Text-Bold", 16, 20, 20, 5, {}),
    "sub": ("Text-Bold", 12, 16, 12, 1, {"leftIndent": "numbers"}),
    "note": ("Text", 10.5, 14, 0, 6, {"textColor": QUIET}),
    "section": ("Text-Bold", 13, 17, 13, 3, {"leftIndent": "numbers", "rightIndent": 24}),
    "paged": ("Text-Bold", 13, 17, 13, 3, {"leftIndent": "numbers", "rightIndent": "pages"}),
    "item": ("Text", 12, 16, 4, 0, {"leftIndent": "numbers", "rightIndent": "pages"}),
    "itemby": ("Text-Italic", 12, 16, 0, 4, {"leftIndent": "numbers", "rightIndent": "pages"}),
    "indent": ("Text", 12, 16, 0, 8, {"leftIndent": "numbers"}),
    "contact": ("Text", 12, 16, 0, 0, {"leftIndent": "numbers"}),
    "minute": ("Text-Bold", 14, 18, 24, 4, {"leftIndent": "numbers"}),
    "titled": ("Text-Bold", 14, 18, 24, 0, {"leftIndent": "numbers"}),
    "by": ("Text-Italic", 12, 16, 2, 4, {"leftIndent": "numbers"}),
    "bullet": ("Text", 12, 16, 0, 3, {"leftIndent": "bullet", "labelAt": "dash"}),
    "bullet1": ("Text", 12, 16, 0, 3, {"leftIndent": "bullet1", "labelAt": "dash1"}),
    "decision": ("Text-Bold", 12, 16, 12, 2, {"leftIndent": "numbers"}),
    "numeral": ("Text", 12, 16, 5, 0, {"leftIndent": "words", "labelAt": "numbers"}),
    "alone": ("Text", 12, 16, 5, 0, {"leftIndent": "numbers"}),
    "action": ("Text", 10.5, 14, 1, 0, {"leftIndent": "words", "textColor": QUIET}),
    "actionalone": ("Text", 10.5, 14, 1, 0, {"leftIndent": "numbers", "textColor": QUIET}),
    "who": ("Text", 12, 16, 0, 0, {"leftIndent": "people", "labelFont": "Text-Bold"}),
    "subject": ("Text-Bold", 20, 24, 6, 14, {"leftIndent": "people"}),
    "listhead": ("Text-Bold", 12, 16, 0, 0, {}),
    "member": ("Text", 12, 15, 0, 0, {}),
    "words": ("Text", 15, 22, 0, 0, {"leftIndent": 16}),
    "cell": ("Text", 10.5, 14, 0, 0, {}),
    "head": ("Text-Bold", 10.5, 14, 0, 0, {}),
    "group": ("Text-Bold", 12, 16, 8, 0, {}),
    "indentnote": ("Text", 10.5, 14, 0, 6, {"leftIndent": "numbers", "textColor": QUIET}),
    "concluded": ("Text", 12, 16, 22, 8, {"leftIndent": "numbers"}),
}
PLAIN: Mapping[str, Any] = {"textColor": INK, "labelAt": 0, "labelFont": "", "tracking": 0}


@dataclass(frozen=True)
class Sheet:
    """One way to set a paper: its measures and its styles."""

    is_large: bool
    colour: Color
    measures: Mapping[str, float]
    styles: Mapping[str, ParagraphStyle]

    def __getitem__(self, name: str) -> ParagraphStyle:
        return self.styles[name]

    @property
    def furniture(self) -> tuple[float, float]:
        """Give the size and the step of the lines at head and foot."""
        return (16, 19) if self.is_large else (9.5, 13)

    @property
    def frame(self) -> tuple[float, float, float]:
        """Give the space at the top of a later page, the space at the bottom, and where the foot stands."""
        return (84, 112, 70) if self.is_large else (72, 74, 46)


MEASURES = {"numbers": 42, "words": 72, "pages": 74, "people": 100}
LARGE_MEASURES = {"numbers": 60, "words": 104, "pages": 110, "people": 140}


@cache
def sheet(*, is_large: bool, colour: str) -> Sheet:
    """Give the styles for usual or for large print, with the body's colour."""
    load_faces()
    measures = dict(LARGE_MEASURES if is_large else MEASURES)
    numbers = measures["numbers"]
    measures |= {"bullet": numbers + 16, "dash": numbers + 2, "bullet1": numbers + 34, "dash1": numbers + 20}
    named: dict[str, Any] = {**measures, "colour": HexColor(colour)}
    styles = {name: _style(name, row, named, is_large) for name, row in TYPE.items()}
    return Sheet(is_large, named["colour"], measures, styles)


def _style(name: str, row: Row, named: Mapping[str, Any], is_large: bool) -> ParagraphStyle:
    face, size, leading, before, after, extras = row
    size, leading = _enlarged(size) if is_large else (size, leading)
    settings = {key: named.get(value, value) if isinstance(value, str) else value for key, value in extras.items()}
    spaces: dict[str, Any] = {
        "spaceBefore": before,
        "spaceAfter": after,
        "allowWidows": 0,
        "allowOrphans": 0,
        "splitLongWords": 1,
    }
    return ParagraphStyle(name, fontName=face, fontSize=size, leading=leading, **spaces, **{**PLAIN, **settings})


def _enlarged(size: float) -> tuple[float, float]:
    """Words to 18, the second rank to 16, headings by less, so that the order of sizes stays."""
    steps = ((12, 16), (13, 18), (15, 20), (20, 23))
    larger = next((to for below, to in steps if size < below), 36)
    return larger, round(larger * 1.3)


@cache
def load_faces() -> None:
    """Register the four faces with ReportLab, once."""
    for name, file in FACES.items():
        registerFont(TTFont(name, str(FONTS / f"SourceSansPro-{file}.ttf")))
    registerFontFamily("Text", "Text", "Text-Bold", "Text-Italic", "Text-BoldItalic")
    registerFontFamily("Text-Bold", "Text-Bold", "Text-Bold", "Text-BoldItalic", "Text-BoldItalic")
    registerFontFamily("Text-Italic", "Text-Italic", "Text-BoldItalic", "Text-Italic", "Text-BoldItalic")


@cache
def characters(face: str) -> frozenset[int]:
    """List the characters a face has."""
    return frozenset(TTFont(f"{face}-list", str(FONTS / f"SourceSansPro-{FACES[face]}.ttf")).face.charToGlyph)
