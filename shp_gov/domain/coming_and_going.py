"""When people came to a meeting and left it: what can be so."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from shp_gov.domain.errors import DomainError
from shp_gov.domain.words import and_list, time_words

Outing = tuple[time, time]


class WrongTime(DomainError):
    """A time at which nobody can have come or gone."""


@dataclass(frozen=True, slots=True)
class Stay:
    """From when to when somebody was there, and whether remotely. No time: from the start, or to the end.

    `outings`: when they left meanwhile, and when they came back.
    """

    arrived_at: time | None = None
    left_at: time | None = None
    is_remote: bool = False
    outings: tuple[Outing, ...] = ()


def require_begun(name: str, arrived_at: time, *, started_at: time | None) -> None:
    """Refuse to let somebody arrive at a meeting before it begins: who was there from the start has no time."""
    if started_at is not None and arrived_at < started_at:
        began, came = time_words(started_at), time_words(arrived_at)
        there = f"If {name} was there from the start, tick them in the attendance."
        raise WrongTime(f"The meeting began at {began}, so nobody arrives at {came}. {there}")


def require_within(name: str, stay: Stay, *, started_at: time | None, ended_at: time | None) -> None:
    """Refuse to let somebody leave before they came, come after the end or leave before the start."""
    if stay.arrived_at and stay.left_at and stay.left_at <= stay.arrived_at:
        raise WrongTime(f"{name} cannot leave before arriving. Look at both times.")
    if ended_at and stay.arrived_at and stay.arrived_at >= ended_at:
        came, ended = time_words(stay.arrived_at), time_words(ended_at)
        raise WrongTime(f"{name} cannot arrive at {came}: the meeting ended at {ended}.")
    if ended_at and stay.left_at and stay.left_at > ended_at:
        left, ended = time_words(stay.left_at), time_words(ended_at)
        advice = "Leave the box empty for who stayed to the end."
        raise WrongTime(f"{name} cannot leave at {left}: the meeting ended at {ended}. {advice}")
    if started_at and stay.left_at and stay.left_at <= started_at:
        left, began = time_words(stay.left_at), time_words(started_at)
        raise WrongTime(f"{name} cannot leave at {left}: the meeting began at {began}.")
    _require_outings(name, stay, started_at=started_at, ended_at=ended_at)


def _require_outings(name: str, stay: Stay, *, started_at: time | None, ended_at: time | None) -> None:
    for gone, back in stay.outings:
        if started_at and gone <= started_at:
            left, began = time_words(gone), time_words(started_at)
            raise WrongTime(f"{name} cannot leave at {left}: the meeting began at {began}.")
        if ended_at and back > ended_at:
            came, ended = time_words(back), time_words(ended_at)
            raise WrongTime(f"{name} cannot come back at {came}: the meeting ended at {ended}.")
        if (stay.arrived_at and gone <= stay.arrived_at) or (stay.left_at and stay.left_at <= back):
            out = outing_words([(gone, back)])
            advice = f"Enter an arrival before {time_words(gone)} and a leaving after {time_words(back)}."
            raise WrongTime(f"{name} was out {out}. {advice}")


def require_over(name: str, stay: Stay, *, ended_at: time) -> None:
    """Refuse to let a meeting end before somebody came, left or came back."""
    moments = [stay.arrived_at, stay.left_at, *(back for _, back in stay.outings)]
    last = max(filter(None, moments), default=ended_at)
    if last > ended_at:
        advice = "Give that time or a later one, or correct theirs first."
        raise WrongTime(f"{name} came or left at {time_words(last)}, after {time_words(ended_at)}. {advice}")


def stay_words(stay: Stay) -> str:
    """Say from when to when somebody was there."""
    said = [
        f"Arrived at {time_words(stay.arrived_at)}." if stay.arrived_at else "There from the start.",
        f"Left and came back: {outing_words(stay.outings)}." if stay.outings else "",
        f"Left at {time_words(stay.left_at)}." if stay.left_at else "Stayed to the end.",
        "Took part remotely." if stay.is_remote else "",
    ]
    return " ".join(filter(None, said))


def outing_words(outings: Iterable[Outing]) -> str:
    """Say when somebody was out."""
    return and_list(f"from {time_words(gone)} to {time_words(back)}" for gone, back in outings)
