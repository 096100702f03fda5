"""When people came to a meeting and left it: what can be so."""

from dataclasses import dataclass
from datetime import time

from shp_gov.domain.errors import DomainError
from shp_gov.domain.words import time_words


class WrongTime(DomainError):
    """A time at which nobody can have come or gone."""


@dataclass(frozen=True, slots=True)
class Stay:
    """From when to when somebody was there, and whether remotely. No time: from the start, or to the end."""

    arrived_at: time | None = None
    left_at: time | None = None
    is_remote: bool = False


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
