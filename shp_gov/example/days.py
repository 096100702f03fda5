"""The days of the example, counted from today, so that something is always overdue, due soon or waiting."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from shp_gov.clock import LONDON

WEEK = timedelta(weeks=1)
FRIDAY = 4


@dataclass(frozen=True)
class Rhythm:
    """How a body meets: on which weekday, about how many days ago the last time, every how many weeks."""

    weekday: int
    last_ago: int
    every: int

    def day(self, place: int, today: date) -> date:
        """Tell the day of a meeting: 0 is the last one held, -1 the one before, 1 the next."""
        about = today - timedelta(days=self.last_ago)
        off = (self.weekday - about.weekday() + 3) % 7 - 3
        return _not_at_christmas(about + timedelta(days=off) + place * self.every * WEEK, later=place > 0)


def _not_at_christmas(day: date, *, later: bool) -> date:
    while (day.month, day.day) >= (12, 24) or (day.month, day.day) == (1, 1):
        day += WEEK if later else -WEEK
    return day


def working_day(day: date) -> date:
    """Take the Friday before instead of a Saturday or a Sunday."""
    return day - timedelta(days=max(0, day.weekday() - FRIDAY))


def moment(day: date, hour: int, minute: int = 0) -> datetime:
    """Tell the moment of an hour in England."""
    return datetime.combine(day, time(hour, minute), LONDON)
