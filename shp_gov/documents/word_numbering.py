"""Lists of a Word file whose numbers are fixed by the record: Word sets them and does not count them."""

from typing import Any
from xml.sax.saxutils import quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from shp_gov.documents.characters import printable
from shp_gov.documents.word_styles import NUMBERS, NUMERALS, PEOPLE

ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
TENS = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")


def roman(number: int) -> str:
    """Write 1 to 99 in small Roman numerals."""
    tens, ones = divmod(number, 10)
    return TENS[tens] + ("", *ROMAN)[ones]


def is_counted(numerals: list[str]) -> bool:
    """Say whether numerals run (i), (ii), (iii) with none missing or doubled, so that Word may count them."""
    return len(numerals) < 100 and numerals == [f"({roman(number)})" for number in range(1, len(numerals) + 1)]


class Lists:
    """The lists of one document, added one by one."""

    def __init__(self, document: Any) -> None:
        self.root = document.part.numbering_part.element
        for old in list(self.root):
            self.root.remove(old)
        self.last = 0
        self.bullets = self._add("Bullet", [("bullet", "–", NUMBERS + 6, 6), ("bullet", "–", NUMBERS + 12, 6)])

    def minute(self, number: str) -> int:
        """Add the list of one minute: its number as printed, then decisions (i), (ii)."""
        start = "".join(filter(str.isdigit, number)) or "1"
        levels = [("decimal", number, NUMBERS, NUMBERS), ("lowerRoman", "(%2)", NUMBERS + NUMERALS, NUMERALS)]
        return self._add("Minute number", levels, start)

    def decision(self, numeral: str) -> int:
        """Add a list for one decision whose numeral Word would count otherwise."""
        return self._add("Decision numeral", [("decimal", numeral, NUMBERS + NUMERALS, NUMERALS)])

    def label(self, label: str) -> int:
        """Add a list whose only mark is a bold label, such as "Present:"."""
        return self._add("Attendance label", [("decimal", label, PEOPLE, PEOPLE)], face="<w:rPr><w:b/></w:rPr>")

    def paragraph(self, number: str) -> int:
        """Add the list of one paragraph whose number the record fixes, such as 2.1."""
        return self._add("Paragraph number", [("decimal", number, NUMBERS, NUMBERS)])

    def _add(self, name: str, levels: list[tuple[str, str, int, int]], start: str = "1", face: str = "") -> int:
        self.last += 1
        made = "".join(_level(depth, level, start if not depth else "1", face) for depth, level in enumerate(levels))
        abstract = (
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{self.last}"><w:multiLevelType w:val="multilevel"/>'
            f"<w:name w:val={quoteattr(f'{name} {self.last}')}/>{made}</w:abstractNum>"
        )
        first = self.root.find(qn("w:num"))
        place = len(self.root) if first is None else self.root.index(first)
        self.root.insert(place, parse_xml(abstract))
        number = f'<w:num {nsdecls("w")} w:numId="{self.last}"><w:abstractNumId w:val="{self.last}"/></w:num>'
        self.root.append(parse_xml(number))
        return self.last


def _level(depth: int, level: tuple[str, str, int, int], start: str, face: str) -> str:
    form, text, left, hanging = level
    shown = quoteattr(text if text == "(%2)" else printable(text).replace("%", "").replace("\n", " "))
    edges = f'<w:ind w:left="{Mm(left).twips}" w:hanging="{Mm(hanging).twips}"/>'
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start[-6:]}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val={shown}/><w:lvlJc w:val="left"/><w:pPr>{edges}</w:pPr>{face}</w:lvl>'
    )


def put_in(paragraph: Any, number: int, depth: int = 0) -> None:
    """Make a paragraph an item of a list."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val, properties.get_or_add_numId().val = depth, number
