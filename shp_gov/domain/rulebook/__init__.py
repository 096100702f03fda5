"""The rules as dated data: read from the files beside this one, and checked before anything uses them."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from shp_gov.domain.rulebook.reading import BadRulebook, read
from shp_gov.domain.rulebook.rule import Binds, Case, Confidence, Rule, Source, Version

FOLDER = Path(__file__).parent

__all__ = ["BadRulebook", "Binds", "Case", "Confidence", "Rule", "Source", "Version", "read", "rules"]


@cache
def rules() -> Mapping[str, Rule]:
    """Give every rule by its id, in the order of the files."""
    found: dict[str, Rule] = {}
    for file in sorted(FOLDER.glob("*.toml")):
        for rule in read(file.name, file.read_text(encoding="utf-8")):
            if rule.id in found:
                raise BadRulebook(f"{file.name}: there is already a rule {rule.id}. Give this one another id.")
            found[rule.id] = rule
    return MappingProxyType(found)
