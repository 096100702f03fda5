"""The numbers that Word counts by itself and does not keep in the text."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from shp_gov.importers.pack.word_xml import W, number_of, value_of
from shp_gov.inspection.markup import Element

LEVELS = 9
ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
MOST_COUNTED = 4_000


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts and how the count is set."""

    form: str
    pattern: str
    start: int
    all_decimal: bool = False


@dataclass(slots=True)
class Numbering:
    """The lists of a document, counting as its paragraphs go by."""

    levels: Mapping[str, Mapping[int, Level]] = field(default_factory=dict)
    list_of: Mapping[str, str] = field(default_factory=dict)
    restarts: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def label(self, number_id: str, depth: int) -> str:
        """Count one paragraph and give the label that Word would print before it."""
        name = self.list_of.get(number_id, "")
        levels = self.levels.get(name, {})
        if depth not in levels:
            return ""
        self._count(name, number_id, depth)
        return self._set(levels, self.counts[name], depth)

    def _count(self, name: str, number_id: str, depth: int) -> None:
        counts = self.counts.setdefault(name, {})
        restart = self.restarts.get(number_id, {}).get(depth)
        if restart is not None and (number_id, depth) not in self.begun:
            counts[depth] = restart - 1
        self.begun.add((number_id, depth))
        counts[depth] = counts.get(depth, self.levels[name][depth].start - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]

    def _set(self, levels: Mapping[int, Level], counts: Mapping[int, int], depth: int) -> str:
        level = levels[depth]
        if level.form == "bullet":
            return "-" if level.pattern.strip() else ""
        text = level.pattern
        for shown in range(min(depth, LEVELS - 1) + 1):
            if f"%{shown + 1}" in text and shown in levels:
                form = "decimal" if level.all_decimal else levels[shown].form
                text = text.replace(f"%{shown + 1}", numeral(counts.get(shown, levels[shown].start), form))
        return text.strip()


def numeral(count: int, form: str) -> str:
    """Write a count the way a list asks for: 4, iv, D, d."""
    if form == "none" or not 0 <= count <= MOST_COUNTED:
        return "" if form == "none" else str(count)
    if form.endswith("Letter"):
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if form.startswith("upper") else letter
    if form.endswith("Roman"):
        return _roman(count).upper() if form.startswith("upper") else _roman(count)
    return f"{count:02d}" if form == "decimalZero" else str(count)


def numbering_of(root: Element | None) -> Numbering:
    """Read the lists that a document defines."""
    if root is None:
        return Numbering()
    levels = {
        value_of(shape, "abstractNumId", of=""): {
            number_of(level, "ilvl"): _level(level) for level in shape.iter(f"{W}lvl")
        }
        for shape in root.iter(f"{W}abstractNum")
    }
    lists = [(number.get(f"{W}numId", ""), number) for number in root.iter(f"{W}num")]
    return Numbering(
        levels=levels,
        list_of={name: value_of(number, "val", of="abstractNumId") for name, number in lists},
        restarts={name: _restarts(number) for name, number in lists},
    )


def _level(level: Element) -> Level:
    return Level(
        form=value_of(level, "val", of="numFmt") or "decimal",
        pattern=value_of(level, "val", of="lvlText"),
        start=number_of(level, "val", of="start", default=1),
        all_decimal=level.find(f"{W}isLgl") is not None,
    )


def _restarts(number: Element) -> dict[int, int]:
    return {
        number_of(override, "ilvl"): number_of(override, "val", of="startOverride", default=1)
        for override in number.iter(f"{W}lvlOverride")
        if override.find(f"{W}startOverride") is not None
    }


def _roman(count: int) -> str:
    text = ""
    for size, letters in ROMAN:
        text += letters * (count // size)
        count %= size
    return text
