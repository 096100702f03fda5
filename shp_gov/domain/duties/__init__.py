"""The duties of the governance calendar as data: what is asked, of whom, by when, and what an officer records of it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from shp_gov.domain.duties.years import (
    ONE_DAY,
    Span,
    last_day_of,
    months_later,
    reg_year,
    reg_year_name,
    spans_about,
)
from shp_gov.domain.errors import DomainError

__all__ = ["BadDuty", "Due", "Duty", "DutyField", "Value", "duties", "read", "reg_year", "reg_year_name", "spans_about"]

FOLDER = Path(__file__).parent
WHO = ("strategy group", "council")
CYCLES = ("year", "municipal year", "quarter", "standing", "each time")
TYPES = ("day", "yes_no", "number", "words", "choice", "choices", "authority", "authorities")
WITH_OPTIONS = ("choice", "choices")
IN_THE_YEAR, BEFORE_THE_YEAR, IN_THE_NEXT, NO_DAY = "in the year", "before the year", "in the next quarter", "none"
PLAIN_DUES = (IN_THE_YEAR, BEFORE_THE_YEAR, IN_THE_NEXT, NO_DAY)
UNITS = ("days", "months")

Value = date | bool | int | str | tuple[str, ...]


class BadDuty(DomainError):
    """A file of duties that cannot be used. The message names the file and the duty."""


@dataclass(frozen=True, slots=True)
class DutyField:
    """One thing an officer records of a duty. "choice" is one of the options, "choices" any of them.

    "authority" is one responsible authority by its name, "authorities" any number of them.
    """

    name: str
    label: str
    type: str
    hint: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Due:
    """By when: in words, or so many days or months after a day that is recorded, or beginning with it."""

    words: str
    number: int = 0
    unit: str = ""
    after: str | None = None
    is_beginning_with: bool = False

    def from_day(self, day: date) -> date:
        """Give the last day, counted from a day."""
        if self.unit == "days":
            return day + timedelta(days=self.number)
        if self.is_beginning_with:
            return last_day_of(self.number, beginning_with=day)
        return months_later(day, self.number)


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty. `done` names the field with the day it was done, or from which it is in place.

    `each` names the field that tells the entries of a register apart: one entry for each authority.
    """

    id: str
    title: str
    asks: str
    who: str
    cycle: str
    due: Due
    done: str
    each: str | None = None
    from_on: date | None = None
    to_on: date | None = None
    fields: tuple[DutyField, ...] = ()

    def field(self, name: str) -> DutyField:
        """Find a field by its name."""
        return next(each for each in self.fields if each.name == name)

    def is_asked(self, on: date) -> bool:
        """Say whether the duty exists on a day."""
        return (self.from_on is None or self.from_on <= on) and (self.to_on is None or on <= self.to_on)

    def due_on(self, span: Span | None = None, entered: Mapping[str, Value] | None = None) -> date | None:
        """Give the last day to do it: for a year or quarter, or counted from a day that was entered."""
        if self.due.after:
            day = (entered or {}).get(self.due.after)
            return self.due.from_day(day) if isinstance(day, date) else None
        if span is None or self.due.words == NO_DAY:
            return None
        if self.due.words == BEFORE_THE_YEAR:
            return span.starts_on - ONE_DAY
        return span.ends_on if self.due.words == IN_THE_YEAR else _end_of_next(self.cycle, span)


def _end_of_next(cycle: str, span: Span) -> date:
    return spans_about(cycle, span.ends_on, before=0, after=1)[-1].ends_on


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
    keys = {"id", "title", "asks", "who", "cycle", "due", "done", "each", "from", "until", "field"}
    _refuse_unknown(row, keys, where)
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
    _refuse_unknown(row, {"name", "label", "type", "hint", "options"}, where)
    kind, options = _one_of(row, "type", TYPES, where), tuple(row.get("options", ()))
    if bool(options) != (kind in WITH_OPTIONS):
        raise BadDuty(f"{where}: options go with choice and choices, and with nothing else.")
    return DutyField(row["name"], _words(row, "label", where), kind, row.get("hint", ""), options)


def _due(given: Any, where: str) -> Due:
    if isinstance(given, str):
        if given not in PLAIN_DUES:
            raise BadDuty(f"{where}: due is {given!r}. It must be one of: {', '.join(PLAIN_DUES)}.")
        return Due(given)
    unit = next((unit for unit in UNITS if unit in given), None)
    start = next((key for key in ("after", "from") if key in given), None)
    if unit is None or start is None or set(given) != {unit, start} or type(given[unit]) is not int:
        raise BadDuty(f"{where}: due needs a number of days or months, and the field it counts after or from.")
    words = f"{given[unit]} {unit if given[unit] > 1 else unit[:-1]}"
    return Due(words, given[unit], unit, given[start], start == "from")


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
