"""The rules as dated data: read from the files beside this one, and checked before anything uses them."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any

from shp_gov.domain.errors import DomainError

FOLDER = Path(__file__).parent


class BadRulebook(DomainError):
    """A rulebook file that cannot be used. The message names the file and the rule."""


class Source(StrEnum):
    """On whose authority a rule stands."""

    STATUTE = "statute"
    ADOPTED = "adopted"
    TERMS = "terms of reference"
    GOOD_PRACTICE = "good practice"


@dataclass(frozen=True, slots=True)
class Version:
    """What a rule says from one day to another. `until` is its last day, empty while nothing has ended it."""

    rule: str
    number: int
    in_force: date
    until: date | None
    citation: str
    body_type: str | None = None

    def covers(self, day: date) -> bool:
        """Say whether this version is in force on a day."""
        return self.in_force <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule and its versions, oldest first."""

    id: str
    title: str
    source: Source
    instrument: str
    note: str
    versions: tuple[Version, ...]

    def on(self, day: date) -> Version | None:
        """Find the version in force on a day, if there is one."""
        return next((version for version in self.versions if version.covers(day)), None)

    def ended_before(self, day: date) -> bool:
        """Say whether the rule was repealed before a day."""
        last = self.versions[-1].until
        return last is not None and last < day

    @property
    def citation(self) -> str:
        """Give the source of its newest version, for a day when none is in force."""
        return self.versions[-1].citation

    @property
    def body_types(self) -> frozenset[str]:
        """Name every type of body the rule has ever been about."""
        return frozenset(version.body_type for version in self.versions if version.body_type)


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


def read(file_name: str, text: str) -> list[Rule]:
    """Read the rules of one file, refusing what cannot be right."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadRulebook(f"{file_name}: not TOML: {error}.") from error
    instrument = _words(content, "instrument", file_name)
    return [_rule(row, instrument, file_name) for row in content.get("rule", [])]


def _rule(row: Mapping[str, Any], instrument: str, file_name: str) -> Rule:
    rule_id = _words(row, "id", file_name)
    where = f"{file_name}: rule {rule_id}"
    _refuse_unknown_keys(row, {"id", "title", "source", "note", "version"}, where)
    if row.get("source") not in set(Source):
        raise BadRulebook(f"{where}: the source is {row.get('source')!r}. It must be one of: {', '.join(Source)}.")
    versions = _versions(row.get("version", []), rule_id, where)
    return Rule(rule_id, _words(row, "title", where), Source(row["source"]), instrument, row.get("note", ""), versions)


def _versions(rows: list[Mapping[str, Any]], rule_id: str, where: str) -> tuple[Version, ...]:
    if not rows:
        raise BadRulebook(f"{where}: it has no version. Say what is in force, and cite it.")
    starts = [_day(row, "in_force", where) or date.min for row in rows]
    if any(later <= earlier for earlier, later in pairwise(starts)):
        raise BadRulebook(f"{where}: its versions are not in the order of their dates.")
    ends: Iterable[date | None] = [*(start - timedelta(days=1) for start in starts[1:]), None]
    return tuple(
        _version(row, rule_id, number, start, end, where)
        for number, (row, start, end) in enumerate(zip(rows, starts, ends, strict=True), start=1)
    )


def _version(row: Mapping[str, Any], rule_id: str, number: int, start: date, end: date | None, where: str) -> Version:
    _refuse_unknown_keys(row, {"in_force", "until", "body_type", "citation"}, where)
    until = _day(row, "until", where) or end
    if until is not None and (until < start or (end is not None and until > end)):
        raise BadRulebook(f"{where}: version {number} runs until {until}, outside its own dates.")
    return Version(rule_id, number, start, until, _words(row, "citation", where), row.get("body_type"))


def _day(row: Mapping[str, Any], key: str, where: str) -> date | None:
    value = row.get(key)
    if value is not None and type(value) is not date:
        raise BadRulebook(f"{where}: {key} is {value!r}. Write a date such as 2013-04-01, without quotation marks.")
    return value


def _words(row: Mapping[str, Any], key: str, where: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value.strip():
        raise BadRulebook(f"{where}: the {key} is missing.")
    return value


def _refuse_unknown_keys(row: Mapping[str, Any], known: set[str], where: str) -> None:
    if unknown := sorted(set(row) - known):
        raise BadRulebook(f"{where}: it does not know {', '.join(unknown)}. Known: {', '.join(sorted(known))}.")
