"""What a paper says, put into rows: what is missing is filled in, what is there stays, what was corrected wins."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from shp_gov.models import Base

Row = TypeVar("Row", bound=Base)


@dataclass(frozen=True)
class Entry:
    """What a paper says of one row, and which of its fields an officer corrected."""

    values: Mapping[str, Any]
    corrected: Collection[str] = frozenset()
    parts: Mapping[str, Sequence["Entry"]] = field(default_factory=dict)


def fill(row: Base, entry: Entry, *, keep: Collection[str] = ()) -> list[str]:
    """Fill in what is missing and put corrections in place. Give the names of the fields that changed."""
    return [name for name, value in entry.values.items() if _takes(row, name, value, entry, keep)]


def _takes(row: Base, name: str, value: Any, entry: Entry, keep: Collection[str]) -> bool:
    held = getattr(row, name)
    wins = name in entry.corrected
    if held == value or name in keep or not (wins or (held is None and value is not None)):
        return False
    setattr(row, name, value)
    return True


def matching(rows: Sequence[Row], entries: Sequence[Entry], *, by: str) -> Iterable[tuple[Row, Entry]]:
    """Pair rows with what another reading says of them: by their words, or by place where those were corrected."""
    spare = {_form(getattr(row, by)): row for row in reversed(rows)}
    for place, entry in enumerate(entries):
        if by in entry.corrected and place < len(rows):
            yield rows[place], entry
        elif (row := spare.pop(_form(entry.values[by]), None)) is not None:
            yield row, entry


def _form(words: str | None) -> str:
    return "".join(letter for letter in (words or "").casefold() if letter.isalnum())
