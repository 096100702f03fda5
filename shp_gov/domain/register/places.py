"""The places of a seat through time: who is followed when a term ends, and since when a place is empty."""

from collections.abc import Sequence
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)

Days = tuple[date | None, date | None]
"""The first and last day of a term; None where it is open or not known."""


def is_followed(until: date | None, terms: Sequence[Days], *, places: int) -> bool:
    """Tell whether no fewer of the places are held on the day after a term ends than on its last day."""
    return until is not None and _held(terms, until + ONE_DAY) >= min(places, _held(terms, until))


def vacant_since(terms: Sequence[Days], *, places: int, on: date) -> date | None:
    """Tell the day after the last day on which all places were held; None where they never were."""
    ends = [until for _, until in terms if until is not None and until < on]
    full = [until for until in ends if _held(terms, until) >= places]
    return max(full) + ONE_DAY if full else None


def _held(terms: Sequence[Days], on: date) -> int:
    return sum((first is None or first <= on) and (last is None or on <= last) for first, last in terms)
