"""How far lists of members tell who sat on a day: between two lists, and for a year after the newest."""

from dataclasses import dataclass
from datetime import date, timedelta

A_YEAR = timedelta(days=365)


def tells_of(listed_on: date | None, on: date) -> bool:
    """Tell whether the newest list before a day is young enough to say who belonged on it."""
    return listed_on is not None and on - listed_on <= A_YEAR


@dataclass(frozen=True, slots=True)
class Listed:
    """The last list that shows somebody in a seat; empty for a term that no list is the source of."""

    last: date | None = None

    def is_sure(self, on: date, *, until: date | None) -> bool:
        """Tell whether they surely sat on a day: a list of then or later shows them, or no list says otherwise."""
        return self.last is None or on <= self.last or (until is None and on - self.last <= A_YEAR)
