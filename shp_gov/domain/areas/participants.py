"""Who must co-operate with the authorities of an area, and who is to be invited: described by the law."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from shp_gov.domain.areas.area import Area, BadArea, TakesPart

FOLDER = Path(__file__).parent / "participants"
CO_OPERATING, INVITED = "co-operating", "invited"


@dataclass(frozen=True, slots=True)
class Description:
    """Bodies that the law describes and does not name, and from when to when it asks them to take part."""

    id: str
    words: str
    standing: str
    from_on: date
    to_on: date | None
    citation: str
    is_applicable: bool
    note: str

    def covers(self, on: date) -> bool:
        """Say whether the law asks for them on a day."""
        return self.from_on <= on and (self.to_on is None or on <= self.to_on)


@dataclass(frozen=True, slots=True)
class Participant:
    """A description as it stands in one area: whether there is such a body there, and who it is if that is known."""

    description: Description
    is_applicable: bool
    organisations: tuple[str, ...]
    note: str

    def as_json(self) -> dict[str, Any]:
        """Give the description as the command line prints it."""
        row = self.description
        return {
            "description": row.words,
            "standing": row.standing,
            "applicable": self.is_applicable,
            "organisations": list(self.organisations),
            "from": row.from_on.isoformat(),
            "to": row.to_on.isoformat() if row.to_on else None,
            "basis": row.citation,
            "note": self.note,
        }


@cache
def descriptions() -> dict[str, Description]:
    """Give every description by its short name, in the order of the files."""
    found = [row for file in sorted(FOLDER.glob("*.toml")) for row in _read(file.read_text(encoding="utf-8"))]
    return {row.id: row for row in found}


def _read(text: str) -> list[Description]:
    content = tomllib.loads(text)
    return [_description(row, content["citation"]) for row in content["description"]]


def _description(row: dict[str, Any], citation: str) -> Description:
    if row["standing"] not in (CO_OPERATING, INVITED):
        raise BadArea(f"participants: {row['id']} is {row['standing']}. Write {CO_OPERATING} or {INVITED}.")
    return Description(
        row["id"],
        row["words"],
        row["standing"],
        row["from"],
        row.get("to"),
        row.get("citation", citation),
        row.get("applicable", True),
        row.get("note", ""),
    )


def participants(area: Area, on: date, *, standing: str) -> list[Participant]:
    """List the descriptions of one standing that the law asks for on a day, as they stand in an area."""
    known = {row.description: row for row in area.takes_part}
    asked = [row for row in descriptions().values() if row.standing == standing and row.covers(on)]
    return [_in_area(row, known.get(row.id)) for row in asked]


def _in_area(row: Description, known: TakesPart | None) -> Participant:
    if known is None:
        return Participant(row, row.is_applicable, (), row.note)
    return Participant(row, known.is_applicable, known.organisations, known.note or row.note)
