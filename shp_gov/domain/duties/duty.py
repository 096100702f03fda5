"""A duty: what is asked, of whom, by when, and what an officer records of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from shp_gov.domain.clear_days import counts
from shp_gov.domain.duties.years import ONE_DAY, Span, last_day_of, months_later, spans_about

WHO = ("strategy group", "council")
CYCLES = ("year", "quarter", "standing", "each time")
TYPES = ("day", "yes_no", "number", "words", "choice", "choices", "authority", "authorities")
IN_THE_YEAR, BEFORE_THE_YEAR, IN_THE_NEXT, NO_DAY = "in the year", "before the year", "in the next quarter", "none"
PLAIN_DUES = (IN_THE_YEAR, BEFORE_THE_YEAR, IN_THE_NEXT, NO_DAY)

Value = date | bool | int | str | tuple[str, ...]


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
        if self.unit == "working_days":
            return _working_days_after(day, self.number)
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

    @property
    def deed(self) -> str:
        """Say what is done, from the name of its field: "prepared on", "in force from"."""
        return self.done.replace("_", " ")

    @property
    def done_words(self) -> str:
        """Say that it is done, without a day: "prepared", "in force"."""
        return self.deed.rsplit(" ", 1)[0]

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


def _working_days_after(day: date, number: int) -> date:
    for _ in range(number):
        day += ONE_DAY
        while not counts(day):
            day += ONE_DAY
    return day
