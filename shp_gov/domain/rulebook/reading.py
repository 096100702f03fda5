"""Read a file of rules, refusing what cannot be right with the name of the file and the rule."""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Any, TypeVar

from shp_gov.domain.errors import DomainError
from shp_gov.domain.rulebook.rule import Binds, Case, Confidence, Rule, Source, Version
from shp_gov.domain.verdict import Verdict

Choice = TypeVar("Choice", bound=StrEnum)
OF_A_RULE = {"id", "title", "source", "binds", "confidence", "check", "note", "parameters", "version", "case"}
OF_A_VERSION = {"in_force", "until", "body_type", "citation", "parameters"}
OF_A_CASE = {"on", "given", "verdict", "subject"}


class BadRulebook(DomainError):
    """A rulebook file that cannot be used. The message names the file and the rule."""


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
    _refuse_unknown_keys(row, OF_A_RULE, where)
    return Rule(
        id=rule_id,
        title=_words(row, "title", where),
        source=_one_of(Source, row, "source", where),
        instrument=instrument,
        note=row.get("note", ""),
        versions=_versions(row, rule_id, where),
        binds=_one_of(Binds, row, "binds", where),
        confidence=_one_of(Confidence, row, "confidence", where),
        check=_words(row, "check", where),
        cases=_cases(row.get("case", []), where),
    )


def _versions(row: Mapping[str, Any], rule_id: str, where: str) -> tuple[Version, ...]:
    rows = row.get("version", [])
    if not rows:
        raise BadRulebook(f"{where}: it has no version. Say what is in force, and cite it.")
    starts = [_day(each, "in_force", where) or date.min for each in rows]
    if any(later <= earlier for earlier, later in pairwise(starts)):
        raise BadRulebook(f"{where}: its versions are not in the order of their dates.")
    ends: Iterable[date | None] = [*(start - timedelta(days=1) for start in starts[1:]), None]
    defaults = row.get("parameters", {})
    return tuple(
        _version({**each, "parameters": {**defaults, **each.get("parameters", {})}}, rule_id, number, span, where)
        for number, (each, *span) in enumerate(zip(rows, starts, ends, strict=True), start=1)
    )


def _version(row: Mapping[str, Any], rule_id: str, number: int, span: list[Any], where: str) -> Version:
    start, end = span
    _refuse_unknown_keys(row, OF_A_VERSION, where)
    until = _day(row, "until", where) or end
    if until is not None and (until < start or (end is not None and until > end)):
        raise BadRulebook(f"{where}: version {number} runs until {until}, outside its own dates.")
    citation, body_type = _words(row, "citation", where), row.get("body_type")
    return Version(rule_id, number, start, until, citation, body_type, row["parameters"])


def _cases(rows: list[Mapping[str, Any]], where: str) -> tuple[Case, ...]:
    if not rows:
        raise BadRulebook(f"{where}: it has no case. Give facts, a day, and what the rule says of them.")
    return tuple(_case(row, where) for row in rows)


def _case(row: Mapping[str, Any], where: str) -> Case:
    _refuse_unknown_keys(row, OF_A_CASE, where)
    on = _day(row, "on", where)
    if on is None:
        raise BadRulebook(f"{where}: a case has no day. Write on = 2018-06-22.")
    return Case(on, row.get("given", {}), _one_of(Verdict, row, "verdict", where), row.get("subject"))


def _one_of(choices: type[Choice], row: Mapping[str, Any], key: str, where: str) -> Choice:
    if row.get(key) not in set(choices):
        raise BadRulebook(f"{where}: the {key} is {row.get(key)!r}. It must be one of: {', '.join(choices)}.")
    return choices(row[key])


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
