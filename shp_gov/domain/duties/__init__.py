"""The duties of the governance calendar as data: read from the files beside this one, and checked before use."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from shp_gov.domain.duties.duty import Due, Duty, DutyField, Value
from shp_gov.domain.duties.reading import BadDuty, read
from shp_gov.domain.duties.years import Span, reg_year, reg_year_name, spans_about

FOLDER = Path(__file__).parent

__all__ = [
    "BadDuty",
    "Due",
    "Duty",
    "DutyField",
    "Span",
    "Value",
    "duties",
    "read",
    "reg_year",
    "reg_year_name",
    "spans_about",
]


@cache
def duties() -> Mapping[str, Duty]:
    """Give every duty by its id, in the order of the files."""
    found: dict[str, Duty] = {}
    for file in sorted(FOLDER.glob("*.toml")):
        for duty in read(file.name, file.read_text(encoding="utf-8")):
            if duty.id in found:
                raise BadDuty(f"{file.name}: there is already a duty {duty.id}. Give this one another id.")
            found[duty.id] = duty
    return MappingProxyType(found)
