"""Read a file of duties, refusing what cannot be right with the name of the file and the duty."""

import tomllib
from collections.abc import Mapping
from datetime import date
from typing import Any

from shp_gov.domain.areas.participants import CO_OPERATING, INVITED, descriptions
from shp_gov.domain.duties.duty import CYCLES, NO_DAY, PLAIN_DUES, TYPES, WHO, Due, Duty, DutyField
from shp_gov.domain.errors import DomainError
from shp_gov.domain.words import plural

KEYS = {"id", "title", "asks", "who", "cycle", "due", "done", "each", "from", "until", "field"}
KEYS_OF_A_FIELD = {"name", "label", "type", "hint", "options"}
WITH_OPTIONS = ("choice", "choices")
UNITS = {"days": "day", "working_days": "working day", "months": "month"}


class BadDuty(DomainError):
    """A file of duties that cannot be used. The message names the file and the duty."""


def read(file_name: str, text: str) -> list[Duty]:
    """Read the duties of one file, refusing what cannot be right."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadDuty(f"{file_name}: not TOML: {error}.") from error
    _refuse_unknown(content, {"duty"}, file_name)
    return [_duty(row, file_name) for row in content.get("duty", [])]


def _duty(row: Mapping[str, Any], file_name: str) -> Duty:
    where = f"{file_name}: duty {_words(row, 'id', file_name)}"
    _refuse_unknown(row, KEYS, where)
    fields = tuple(_field(each, where) for each in row.get("field", []))
    duty = Duty(
        id=row["id"],
        title=_words(row, "title", where),
        asks=_words(row, "asks", where),
        who=_one_of(row, "who", WHO, where),
        cycle=_one_of(row, "cycle", CYCLES, where),
        due=_due(row.get("due", NO_DAY), where),
        done=_words(row, "done", where),
        each=row.get("each"),
        from_on=_day(row, "from", where),
        to_on=_day(row, "until", where),
        fields=fields,
    )
    _refuse_what_does_not_fit(duty, where)
    return duty


def _field(row: Mapping[str, Any], where: str) -> DutyField:
    where = f"{where}, field {_words(row, 'name', where)}"
    _refuse_unknown(row, KEYS_OF_A_FIELD, where)
    kind, options = _one_of(row, "type", TYPES, where), _options(row.get("options", ()), where)
    if bool(options) != (kind in WITH_OPTIONS):
        raise BadDuty(f"{where}: options go with choice and choices, and with nothing else.")
    return DutyField(row["name"], _words(row, "label", where), kind, row.get("hint", ""), options)


def _options(given: Any, where: str) -> tuple[str, ...]:
    """Give the options as written, or the words of the law for the bodies that take part."""
    if isinstance(given, str):
        if given not in (CO_OPERATING, INVITED):
            raise BadDuty(f"{where}: options is {given!r}. Write a list, {CO_OPERATING} or {INVITED}.")
        return tuple(row.words for row in descriptions().values() if row.standing == given)
    return tuple(given)


def _due(given: Any, where: str) -> Due:
    if isinstance(given, str):
        if given not in PLAIN_DUES:
            raise BadDuty(f"{where}: due is {given!r}. It must be one of: {', '.join(PLAIN_DUES)}.")
        return Due(given)
    unit = next((unit for unit in UNITS if unit in given), None)
    start = next((key for key in ("after", "from") if key in given), None)
    if unit is None or start is None or set(given) != {unit, start} or type(given[unit]) is not int:
        raise BadDuty(f"{where}: due needs a number of days or months, and the field it counts after or from.")
    return Due(plural(given[unit], UNITS[unit]), given[unit], unit, given[start], start == "from")


def _refuse_what_does_not_fit(duty: Duty, where: str) -> None:
    names = [each.name for each in duty.fields]
    if doubled := sorted({name for name in names if names.count(name) > 1}):
        raise BadDuty(f"{where}: it has {', '.join(doubled)} twice.")
    days = {each.name for each in duty.fields if each.type == "day"}
    for name in (duty.done, duty.due.after):
        if name is not None and name not in days:
            raise BadDuty(f"{where}: {name} is not one of its fields that hold a day.")
    if duty.each is not None and duty.each not in names:
        raise BadDuty(f"{where}: {duty.each} is not one of its fields.")
    if duty.from_on and duty.to_on and duty.to_on < duty.from_on:
        raise BadDuty(f"{where}: it ends before it begins.")


def _words(row: Mapping[str, Any], key: str, where: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value.strip():
        raise BadDuty(f"{where}: the {key} is missing.")
    return value


def _one_of(row: Mapping[str, Any], key: str, allowed: tuple[str, ...], where: str) -> str:
    if row.get(key) not in allowed:
        raise BadDuty(f"{where}: {key} is {row.get(key)!r}. It must be one of: {', '.join(allowed)}.")
    return str(row[key])


def _day(row: Mapping[str, Any], key: str, where: str) -> date | None:
    value = row.get(key)
    if value is not None and type(value) is not date:
        raise BadDuty(f"{where}: {key} is {value!r}. Write a date such as 2013-04-01, without quotation marks.")
    return value


def _refuse_unknown(row: Mapping[str, Any], known: set[str], where: str) -> None:
    if unknown := sorted(set(row) - known):
        raise BadDuty(f"{where}: it does not know {', '.join(unknown)}. Known: {', '.join(sorted(known))}.")
