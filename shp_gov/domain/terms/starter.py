"""A text to start from, kept as data: sections, seats by kind of authority, and offices."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from shp_gov.domain.terms.version import Figures, Section

FILE = Path(__file__).with_name("community_safety_partnership.toml")


@dataclass(frozen=True, slots=True)
class StarterSeat:
    """A seat for a kind of authority, with plain words where the area does not say which body that is."""

    post: str
    type: str
    named: str
    category: str
    is_elected: bool = False


@dataclass(frozen=True, slots=True)
class StarterOffice:
    """An office, and whether the council of the area is barred from it."""

    kind: str
    is_yearly: bool | None = None
    is_from_responsible_authority: bool | None = None
    is_from_another_organisation: bool | None = None
    bars_council: bool = False


@dataclass(frozen=True, slots=True)
class Starter:
    """Everything to start from."""

    name: str
    sections: tuple[Section, ...]
    seats: tuple[StarterSeat, ...]
    offices: tuple[StarterOffice, ...]
    figures: Figures

    def sections_for(self, body: str, council: str | None) -> tuple[Section, ...]:
        """Give the sections with the names of the partnership and its council in them."""
        names = {"body": body, "council": council or "the council"}
        return tuple(
            Section(key=each.key, heading=each.heading, words=each.words.format_map(names)) for each in self.sections
        )


@cache
def starter() -> Starter:
    """Read the starter for an English Community Safety Partnership."""
    content = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return Starter(
        name=content["name"],
        sections=tuple(Section(**{**row, "words": row["words"].strip()}) for row in content["section"]),
        seats=tuple(map(_seat, content["seat"])),
        offices=tuple(StarterOffice(**row) for row in content["office"]),
        figures=Figures(**content["figures"]),
    )


def _seat(row: Mapping[str, Any]) -> StarterSeat:
    return StarterSeat(row["post"], row["type"], row["named"], row["category"], row.get("elected", False))
