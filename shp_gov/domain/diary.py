"""The diary: what may be done to a meeting before it is held, what else is on that day, when the next one would be."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from shp_gov.domain.errors import DomainError
from shp_gov.domain.months import months_after
from shp_gov.domain.words import and_list, long_day, plural, time_words
from shp_gov.domain.workflows import MeetingState

BEFORE_IT_IS_HELD = (MeetingState.SCHEDULED, MeetingState.AGENDA_PUBLISHED)
USUAL_LENGTH = timedelta(hours=2)
WEEK = 7
DAYS_OF_A_MONTH = 30.4
MOST_NAMES = 3


class MeetingThere(DomainError):
    """The body meets at that time already."""


class CannotArrange(DomainError):
    """A meeting cannot be put there."""


@dataclass(frozen=True)
class Slot:
    """When and where a meeting is."""

    on: date
    starts_at: time | None = None
    ends_at: time | None = None
    venue: str | None = None


def require_in_order(slot: Slot, *, active_from: date | None, active_until: date | None, body: str) -> None:
    """Refuse a meeting that ends before it begins, or on a day when the body does not exist."""
    if slot.starts_at and slot.ends_at and slot.ends_at <= slot.starts_at:
        raise CannotArrange(
            f"The meeting begins at {time_words(slot.starts_at)}. It cannot end at {time_words(slot.ends_at)}."
        )
    if active_from and slot.on < active_from:
        raise CannotArrange(f"{body} begins on {long_day(active_from)}. Choose a later day.")
    if active_until and slot.on > active_until:
        raise CannotArrange(f"{body} ends on {long_day(active_until)}. Choose an earlier day.")


def require_not_past(on: date, *, today: date) -> None:
    """Refuse to put a meeting on a day that has passed."""
    if on < today:
        raise CannotArrange(f"{long_day(on)} has passed. Choose today or a later day.")


def require_before_it_is_held(state: MeetingState, *, what: str) -> None:
    """Refuse to change when and where a meeting is once it is going on, over or called off."""
    if state not in BEFORE_IT_IS_HELD:
        raise CannotArrange(f"You cannot {what} this meeting: it is {state}.")


def require_same_day_once_published(state: MeetingState, on: date, *, new: date) -> None:
    """Refuse another day once the agenda of this one is out: people were told of it."""
    if state is MeetingState.AGENDA_PUBLISHED and new != on:
        raise CannotArrange(f"The agenda is published for {long_day(on)}. To meet on another day, postpone it.")


def overlap(one: Slot, other: Slot) -> bool:
    """Tell whether two meetings are at the same time. Two hours are taken where no end is known."""
    if one.on != other.on or one.starts_at is None or other.starts_at is None:
        return False
    return one.starts_at < _end(other) and other.starts_at < _end(one)


def _end(slot: Slot) -> time:
    if slot.ends_at is not None or slot.starts_at is None:
        return slot.ends_at or time.max
    end = datetime.combine(slot.on, slot.starts_at) + USUAL_LENGTH
    return end.time() if end.date() == slot.on else time.max


def is_same_place(one: str | None, other: str | None) -> bool:
    """Tell whether two places are the same, however they are written."""
    return bool(one and other) and _plain(one) == _plain(other)


def _plain(place: str | None) -> str:
    return "".join(letter for letter in (place or "").casefold() if letter.isalnum())


@dataclass(frozen=True)
class Clash:
    """Another meeting on the same day that shares people or the place."""

    body: str
    slot: Slot
    people: Sequence[str] = ()
    is_same_place: bool = False
    is_same_time: bool = False

    @property
    def sentence(self) -> str:
        """Say what is shared, and when the other meeting is."""
        at = f" at {time_words(self.slot.starts_at)}" if self.slot.starts_at else ""
        when = f"{long_day(self.slot.on)}{at}{', at the same time' if self.is_same_time else ''}"
        shared = [self._who()] if self.people else []
        shared += ["it is in the same place"] if self.is_same_place else []
        return f"{self.body} meets on {when}: {and_list(shared)}."

    def _who(self) -> str:
        named, others = self.people[:MOST_NAMES], len(self.people) - MOST_NAMES
        names = [*named, plural(others, "other")] if others > 0 else named
        return f"{and_list(names)} {'belong' if len(self.people) > 1 else 'belongs'} to both"


def usual_next(days: Sequence[date], *, after: date) -> date | None:
    """Guess the day of the next meeting from those there were: so many weeks on, or the same Friday of the month."""
    known = sorted(set(days))[-3:]
    if len(known) < 2:
        return None
    last, gap = known[-1], (known[-1] - known[-2]).days
    step = 1
    while (day := _later(last, gap, step, by_month=_place(known[-1]) == _place(known[-2]))) <= after:
        step += 1
    return day


def _later(last: date, gap: int, step: int, *, by_month: bool) -> date:
    months = round(gap / DAYS_OF_A_MONTH)
    if by_month and months:
        return in_month(months_after(last.replace(day=1), months * step), *_place(last))
    weeks = max(1, round(gap / WEEK))
    return last + timedelta(weeks=weeks * step)


def _place(day: date) -> tuple[int, int]:
    """Tell which weekday of its month a day is: its weekday, and the first, second … of them."""
    return day.weekday(), (day.day - 1) // WEEK + 1


def in_month(first: date, weekday: int, place: int) -> date:
    """Find the third Friday of a month by its first day; the last one where it has not so many."""
    day = first.replace(day=1)
    day += timedelta(days=(weekday - day.weekday()) % WEEK + WEEK * (place - 1))
    return day if day.month == first.month else day - timedelta(days=WEEK)
