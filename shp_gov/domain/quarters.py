"""Quarters of the year, and how much of what was due in one was done on time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from shp_gov.domain.words import plural


@dataclass(frozen=True, slots=True)
class Quarter:
    """Three months, or as much of them as has passed."""

    starts_on: date
    ends_on: date

    @property
    def words(self) -> str:
        """Name the months: "April to June 2026", "July 2026"."""
        last = f"{self.ends_on:%B %Y}"
        return last if self.starts_on.month == self.ends_on.month else f"{self.starts_on:%B} to {last}"

    @property
    def short_words(self) -> str:
        """Name the months for the head of a table: "Apr to Jun 2026"."""
        last = f"{self.ends_on:%b %Y}"
        return last if self.starts_on.month == self.ends_on.month else f"{self.starts_on:%b} to {last}"


@dataclass(frozen=True, slots=True)
class Share:
    """Of so many actions due, so many were done on time."""

    done: int = 0
    due: int = 0

    @property
    def percent(self) -> int | None:
        """Give the percentage; where nothing was due there is none."""
        return round(100 * self.done / self.due) if self.due else None

    @property
    def words(self) -> str:
        """Write it for a table: "5 of 6", "None due"."""
        return f"{self.done} of {self.due}" if self.due else "None due"

    def __add__(self, other: "Share") -> "Share":
        """Count two shares as one."""
        return Share(self.done + other.done, self.due + other.due)


def quarters_until(on: date, number: int) -> list[Quarter]:
    """List the last quarters up to a day, oldest first; the last of them ends on that day."""
    found: list[Quarter] = []
    end = on
    while len(found) < number:
        start = date(end.year, end.month - (end.month - 1) % 3, 1)
        found.insert(0, Quarter(start, end))
        end = start - timedelta(days=1)
    return found


def described(name: str, quarters: Sequence[Quarter], shares: Sequence[Share]) -> str:
    """Say in a sentence what a line of shares shows: its first and its last known quarter."""
    known = [(quarter, share) for quarter, share in zip(quarters, shares, strict=True) if share.due]
    if not known:
        return f"{name}: no action was due"
    ends = [known[0], known[-1]] if len(known) > 1 else known
    parts = [f"{share.percent}% on time in {quarter.words}" for quarter, share in ends]
    return f"{name}: {', '.join(parts)}, of {plural(sum(share.due for _, share in known), 'action')} due"
