"""The areas whose bodies we know: who they are, by all their names, from and to which day, and who followed them."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from shp_gov.domain.areas.area import PROBATION, Area, AreaBody, BadArea, Part, TakesPart
from shp_gov.domain.areas.reading import SHARED, read

__all__ = ["PROBATION", "Area", "AreaBody", "BadArea", "Part", "TakesPart", "area_called", "areas", "read", "texts"]

FOLDER = Path(__file__).parent


@cache
def areas() -> Mapping[str, Area]:
    """Give every area we know, by its slug."""
    files = texts()
    found = [read(f"{name}.toml", text, beside=files) for name, text in files.items() if "/" not in name]
    return MappingProxyType({area.slug: area for area in found})


def texts() -> dict[str, str]:
    """Give the text of every file of areas by its name: "hartlepool", "shared/cleveland"."""
    named = [(f.stem, f) for f in FOLDER.glob("*.toml")] + [(f"{SHARED}{f.stem}", f) for f in FOLDER.glob("shared/*")]
    return {name: file.read_text(encoding="utf-8") for name, file in sorted(named)}


def area_called(name: str | None) -> Area | None:
    """Find an area by its slug or one of its names, if we know it."""
    return next((area for area in areas().values() if area.is_called(name)), None) if name else None
