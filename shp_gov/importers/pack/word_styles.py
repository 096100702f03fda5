"""What the styles of a Word document say: bold, italic, and which list."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from shp_gov.importers.pack.word_xml import W, is_on, number_of, value_of
from shp_gov.inspection.markup import Element

DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Style:
    """One style, with what it leaves to the style it is based on."""

    based_on: str = ""
    bold: bool | None = None
    italic: bool | None = None
    number_id: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document."""

    named: Mapping[str, Style] = field(default_factory=dict)
    usual: str = ""

    def chain(self, name: str) -> list[Style]:
        """List a style and those it is based on, nearest first."""
        found: list[Style] = []
        while (style := self.named.get(name)) and len(found) < DEEPEST:
            found.append(style)
            name = style.based_on
        return found

    def is_set(self, switch: str, properties: Element | None, paragraph_style: str) -> bool:
        """Tell whether a run is bold (b) or italic (i): by itself, by its own style, or by its paragraph's."""
        if (own := is_on(properties, switch)) is not None:
            return own
        chains = self.chain(value_of(properties, "val", of="rStyle")) + self.chain(paragraph_style or self.usual)
        claims = (style.bold if switch == "b" else style.italic for style in chains)
        return next((claim for claim in claims if claim is not None), False)

    def list_of(self, properties: Element | None, paragraph_style: str) -> tuple[str, int]:
        """Give the list a paragraph belongs to, and how deep in it."""
        own = None if properties is None else properties.find(f"{W}numPr")
        if own is not None and (number_id := value_of(own, "val", of="numId")):
            return number_id, number_of(own, "val", of="ilvl")
        return next(
            ((style.number_id, style.depth) for style in self.chain(paragraph_style) if style.number_id), ("", 0)
        )


def styles_of(root: Element | None) -> Styles:
    """Read the styles that a document defines."""
    if root is None:
        return Styles()
    styles = list(root.iter(f"{W}style"))
    usual = (style for style in styles if style.get(f"{W}default") == "1" and style.get(f"{W}type") == "paragraph")
    return Styles(
        named={style.get(f"{W}styleId", ""): _style(style) for style in styles},
        usual=next((style.get(f"{W}styleId", "") for style in usual), ""),
    )


def _style(style: Element) -> Style:
    words, paragraph = style.find(f"{W}rPr"), style.find(f"{W}pPr")
    numbering = None if paragraph is None else paragraph.find(f"{W}numPr")
    return Style(
        based_on=value_of(style, "val", of="basedOn"),
        bold=is_on(words, "b"),
        italic=is_on(words, "i"),
        number_id=value_of(numbering, "val", of="numId"),
        depth=0 if numbering is None else number_of(numbering, "val", of="ilvl"),
    )
