"""The dates of a year from a pattern: the third Friday of every second month, not in recess."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from shp_gov.domain.clear_days import Basis, counts
from shp_gov.domain.diary import Clash, Slot, in_month
from shp_gov.domain.errors import DomainError
from shp_gov.domain.months import last_of_month, months_after
from shp_gov.domain.words import long_day

LAST = 5
PLACES = {1: "First", 2: "Second", 3: "Third", 4: "Fourth", LAST: "Last"}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS_OF_A_YEAR = 12
MOST_MEETINGS = 24


class NoDates(DomainError):
    """There is nothing to make."""


@dataclass(frozen=True)
class Pattern:
    """Which day of which months: the third Friday, every second month from one month on, but for those in recess."""

    place: int
    weekday: int
    first: date
    every: int = 1
    recess: Collection[int] = ()

    def days(self) -> list[date]:
        """List the days of the twelve months from the first."""
        months = [months_after(self.first.replace(day=1), step) for step in range(0, MONTHS_OF_A_YEAR, self.every)]
        return [self._day(month) for month in months if month.month not in self.recess]

    def _day(self, month: date) -> date:
        day = in_month(month, self.weekday, self.place)
        return day if self.place != LAST else _last(last_of_month(month), self.weekday)


def _last(end: date, weekday: int) -> date:
    return end.replace(day=end.day - (end.weekday() - weekday) % len(WEEKDAYS))


def usual_place(day: date) -> tuple[int, int]:
    """Tell which weekday of its month a day is, as a pattern says it: the third of them, Friday."""
    return min((day.day - 1) // len(WEEKDAYS) + 1, LAST), day.weekday()


@dataclass(frozen=True)
class Looked:
    """One day of a year that is being planned, and what speaks against it."""

    slot: Slot
    publish_by: date | None
    holiday: str = ""
    is_there: bool = False
    clashes: tuple[Clash, ...] = ()

    @property
    def notes(self) -> list[str]:
        """Say what speaks against the day, if anything does."""
        found = [f"The body meets on {long_day(self.slot.on)} already."] if self.is_there else []
        found += [f"It is a bank holiday: {self.holiday}."] if self.holiday else []
        if not self.holiday and not counts(self.slot.on, Basis.WORKING):
            found.append("It is at a weekend.")
        return found + [clash.sentence for clash in self.clashes]


def require_some(slots: Collection[Slot]) -> None:
    """Refuse a year without a meeting, one with too many, and two meetings on one day."""
    if not slots:
        raise NoDates("Tick the meetings to make.")
    if len(slots) > MOST_MEETINGS:
        raise NoDates(f"Make at most {MOST_MEETINGS} meetings at once.")
    days = [slot.on for slot in slots]
    if twice := sorted(day for day in set(days) if days.count(day) > 1):
        raise NoDates(f"{long_day(twice[0])} is there twice. Change one of them or leave it out.")
