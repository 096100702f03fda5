"""The styles of the Word files, as a table: Arial, which every office has, on the same edges as the printed paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

NUMBERS, NUMERALS, PEOPLE, MARGIN = 15, 10, 35, 22  # mm
QUIET = "3D4143"


@dataclass(frozen=True, kw_only=True)
class Look:
    """One style: its parent, its type, the space round it, its edges in mm and what stands beside it."""

    parent: str = "Normal"
    size: float = 11
    line: float = 15
    is_bold: bool = False
    is_italic: bool = False
    colour: str = ""
    before: float = 0
    after: float = 0
    left: float = 0
    hanging: float = 0
    keeps_next: bool = False
    keeps_lines: bool = False
    border: str = ""


LOOKS: Mapping[str, Look] = {
    "Normal": Look(parent="", after=7),
    "Masthead": Look(size=12, line=15, is_bold=True, colour="body", keeps_next=True),
    "Title": Look(size=26, line=30, is_bold=True, before=3, after=8, keeps_next=True),
    "Subject": Look(size=18, line=22, is_bold=True, before=5, after=10, left=PEOPLE, keeps_next=True),
    "Subtitle": Look(size=14, line=18, is_bold=True, after=2),
    "Facts": Look(size=12, line=16),
    "Heading 1": Look(size=15, line=19, is_bold=True, before=18, after=5, keeps_next=True),
    "Heading 2": Look(size=13, line=17, is_bold=True, before=18, after=4, left=NUMBERS, keeps_next=True),
    "Heading 3": Look(size=11, line=15, is_bold=True, before=11, after=1, left=NUMBERS, keeps_next=True),
    "Minute text": Look(after=7, left=NUMBERS),
    "Presenter": Look(is_italic=True, after=4, left=NUMBERS, keeps_next=True),
    "Bullet": Look(after=3, left=NUMBERS + 6, hanging=6),
    "Decision": Look(after=4, left=NUMBERS, keeps_lines=True, border="left"),
    "Recommendation": Look(after=4, left=NUMBERS, keeps_lines=True),
    "Contact": Look(after=0, left=NUMBERS),
    "Action": Look(size=9.5, line=12.5, colour=QUIET, after=3, left=NUMBERS, keeps_lines=True, border="left"),
    "Attendance": Look(left=PEOPLE),
    "Member": Look(after=4, keeps_lines=True),
    "Agenda item": Look(before=4, left=NUMBERS, keeps_lines=True),
    "Notice": Look(after=0, border="box"),
    "Indented notice": Look(after=0, left=NUMBERS + 3, border="box"),
    "Note": Look(size=9.5, line=12.5, colour=QUIET, after=6, left=NUMBERS),
    "Signature line": Look(is_bold=True, before=44, left=NUMBERS, border="top"),
    "Header": Look(size=9, line=12, colour=QUIET),
    "Footer": Look(size=9, line=12, colour=QUIET),
}
EDGES: Mapping[str, tuple[tuple[str, int, int, str], ...]] = {
    "left": (("left", 18, 6, "body"),),
    "box": tuple((side, 10, 6, "000000") for side in ("top", "left", "bottom", "right")),
    "top": (("top", 6, 4, "000000"),),
}


def make_styles(document: Any, colour: str) -> None:
    """Give a document these styles, and leave it no others that count for themselves."""
    for style in list(document.styles):
        if style.element.find(f".//{qn('w:numPr')}") is not None:
            style.element.getparent().remove(style.element)
    known = {style.name for style in document.styles}
    for name, look in LOOKS.items():
        style = document.styles[name] if name in known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles[look.parent] if look.parent else None
        _set_type(style, look, colour)
        _set_space(style, look)
        _set_border(style, look, colour)
    _speak_british(document)


def _set_type(style: Any, look: Look, colour: str) -> None:
    style.quick_style, style.hidden, style.unhide_when_used = True, False, False
    font = style.font
    font.size, font.bold, font.italic = Pt(look.size), look.is_bold, look.is_italic
    font.color.rgb = RGBColor.from_string({"": "000000", "body": colour}.get(look.colour, look.colour))
    faces = style.element.get_or_add_rPr().get_or_add_rFonts()
    faces.attrib.clear()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        faces.set(qn(f"w:{script}"), "Arial")


def _set_space(style: Any, look: Look) -> None:
    space = style.paragraph_format
    space.space_before, space.space_after, space.line_spacing = Pt(look.before), Pt(look.after), Pt(look.line)
    space.left_indent, space.first_line_indent = Mm(look.left), -Mm(look.hanging)
    space.keep_with_next, space.keep_together = look.keeps_next, look.keeps_lines
    space.widow_control = True


def _set_border(style: Any, look: Look, colour: str) -> None:
    properties = style.element.get_or_add_pPr()
    for old in properties.findall(qn("w:pBdr")):
        properties.remove(old)
    if look.border:
        properties.insert_element_before(_border(look.border, colour), *AFTER_BORDER)


AFTER_BORDER = (
    "w:shd",
    "w:tabs",
    "w:suppressAutoHyphens",
    "w:spacing",
    "w:ind",
    "w:contextualSpacing",
    "w:jc",
    "w:outlineLvl",
)


def _border(kind: str, colour: str) -> Any:
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="{gap}" w:color="{colour if ink == "body" else ink}"/>'
        for side, size, gap, ink in EDGES[kind]
    )
    return parse_xml(f"<w:pBdr {nsdecls('w')}>{edges}</w:pBdr>")


def _speak_british(document: Any) -> None:
    """Set the language of every word, for spelling and for reading aloud."""
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
