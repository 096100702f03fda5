"""What an officer enters about a duty: checked against what the duty asks to know, and as it is kept."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from shp_gov.domain.duties import Duty, DutyField, Value
from shp_gov.domain.duties.years import SPAN_OF
from shp_gov.domain.errors import DomainError
from shp_gov.domain.words import long_day

THE_ACT_BEGAN = date(1998, 9, 30)
LONGEST_WORDS = 1000
KINDS: dict[str, tuple[type, str]] = {
    "day": (date, "a day"),
    "yes_no": (bool, "yes or no"),
    "number": (int, "a whole number"),
    "words": (str, "words"),
    "choice": (str, "one of the list"),
    "choices": (tuple, "a choice from the list"),
    "authority": (str, "an authority"),
    "authorities": (tuple, "a list of authorities"),
}


class EntryRefused(DomainError):
    """This cannot be what was done about the duty."""


def require_fitting(duty: Duty, entered: Mapping[str, Value], *, is_done: bool, today: date) -> None:
    """Refuse what the duty does not ask, what is of another kind, a day that cannot be, and no day where one is due."""
    fields = {field.name: field for field in duty.fields}
    for name, value in entered.items():
        if name not in fields:
            raise EntryRefused(f"“{duty.title}” does not ask for {name.replace('_', ' ')}.")
        _require_kind(fields[name], value)
        if isinstance(value, date):
            _require_sensible(fields[name], value, today)
    _require_what_it_needs(duty, entered, is_done=is_done)


def _require_kind(field: DutyField, value: Value) -> None:
    kind, words = KINDS[field.type]
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise EntryRefused(f"{field.label}: this is not {words}.")
    chosen = value if isinstance(value, tuple) else (value,)
    if field.options and (unknown := [one for one in chosen if one not in field.options]):
        raise EntryRefused(f"{field.label}: choose from the list, not “{unknown[0]}”.")
    if isinstance(value, str) and len(value) > LONGEST_WORDS:
        raise EntryRefused(f"{field.label} must be {LONGEST_WORDS:,} characters or fewer.")


def _require_sensible(field: DutyField, day: date, today: date) -> None:
    if day > today and not is_set_ahead(field):
        raise EntryRefused(f"{field.label} cannot be {long_day(day)}: that day has not come.")
    if day < THE_ACT_BEGAN:
        raise EntryRefused(f"{field.label} cannot be {long_day(day)}: the Crime and Disorder Act began later.")


def is_set_ahead(field: DutyField) -> bool:
    """Tell whether a day may lie ahead: the day by which something was asked for, such as `answer_by`."""
    return field.name.endswith("_by")


def _require_what_it_needs(duty: Duty, entered: Mapping[str, Value], *, is_done: bool) -> None:
    needed = duty.each or (first_day_asked(duty) if is_done else None)
    if needed and needed not in entered and not _has_another_day(duty, entered):
        raise EntryRefused(f"Enter this too: {duty.field(needed).label}.")
    if not is_done and isinstance(day := entered.get(duty.done), date):
        raise EntryRefused(f"It cannot be not done and done on {long_day(day)}. Take the day out, or say it was done.")


def _has_another_day(duty: Duty, entered: Mapping[str, Value]) -> bool:
    """Tell whether an entry for a year has some day: when it was presented may be all that is known."""
    return duty.cycle in SPAN_OF and any(isinstance(value, date) for value in entered.values())


def first_day_asked(duty: Duty) -> str:
    """Name the field whose day an entry cannot do without: the one that starts an occasion, or the day it was done."""
    days = (field.name for field in duty.fields if field.type == "day")
    return next(days) if duty.cycle == "each time" else duty.done


def require_order(duty: Duty, entered: Mapping[str, Value], *, until: date | None) -> None:
    """Refuse an end before its beginning, and an answer before what it answers."""
    start, done = entered.get(first_day_asked(duty)), entered.get(duty.done)
    if isinstance(start, date) and isinstance(done, date) and done < start:
        label = duty.field(duty.done).label
        raise EntryRefused(f"{label} cannot be {long_day(done)}: it would be before {long_day(start)}.")
    if until is not None and isinstance(start, date) and until < start:
        raise EntryRefused(f"It cannot hold until {long_day(until)}: it began on {long_day(start)}.")


def require_shown_by(its_body: int, on: date, *, body_id: int, today: date) -> None:
    """Refuse a meeting, or a decision, of another body or of a day that has not come."""
    if its_body != body_id:
        raise EntryRefused("Choose a decision or a meeting of the partnership whose duty this is.")
    if on > today:
        raise EntryRefused(f"The meeting of {long_day(on)} has not been held yet, so nothing was done at it.")


def require_year(duty: Duty, year: date | None, spans: list[date]) -> None:
    """Refuse a day that begins none of the years or quarters of a duty, and one where it has none."""
    if year is not None and not spans:
        raise EntryRefused(f"“{duty.title}” is not counted by years.")
    if spans and year not in spans:
        raise EntryRefused(f"Say which {duty.cycle} this is about: “{duty.title}” is due in every one.")


def as_kept(entered: Mapping[str, Value]) -> dict[str, Any]:
    """Write what was entered in the plain form that is kept."""
    return {name: _plain(value) for name, value in sorted(entered.items())}


def _plain(value: Value) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def as_entered(duty: Duty, kept: Mapping[str, Any]) -> dict[str, Value]:
    """Read what was kept. What the duty no longer asks for is left out."""
    return {field.name: _typed(field, kept[field.name]) for field in duty.fields if field.name in kept}


def _typed(field: DutyField, value: Any) -> Value:
    if field.type == "day":
        return date.fromisoformat(value)
    return tuple(value) if KINDS[field.type][0] is tuple else value


def known_by(duty: Duty, entered: Mapping[str, Value], on: date) -> dict[str, Value] | None:
    """Leave out the days that had not come on a day; nothing of an occasion that had not begun.

    The day it was done stays even where it is later: a check then says that it was not done yet, and was late.
    """
    first = entered.get(first_day_asked(duty))
    if duty.cycle == "each time" and first_day_asked(duty) != duty.done and isinstance(first, date) and first > on:
        return None
    stays = {duty.done} | {field.name for field in duty.fields if is_set_ahead(field)}
    later = {name for name, value in entered.items() if isinstance(value, date) and value > on} - stays
    days = {name for name, value in entered.items() if isinstance(value, date)}
    return None if days and days == later else {name: entered[name] for name in entered if name not in later}
