"""What happens in the room of a meeting: which event can follow which, and what may not be done just now."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from shp_gov.domain.errors import DomainError
from shp_gov.domain.words import enumerate_words, long_day, time_words


class RoomEvent(StrEnum):
    """What happened in the room."""

    ADJOURNED = "adjourned"
    RESUMED = "resumed"
    PUBLIC_EXCLUDED = "public excluded"
    PUBLIC_READMITTED = "public readmitted"
    QUORUM_LOST = "quorum lost"
    QUORUM_REGAINED = "quorum regained"
    INFORMAL = "proceeded informally"


class NotNow(DomainError):
    """This cannot be done at this point of the meeting."""


class WrongMoment(DomainError):
    """A time at which this cannot have happened."""


class ItemsWithoutOutcome(DomainError):
    """A meeting does not close while an item has no outcome."""


class NotQuorate(DomainError):
    """Nothing is decided while there is no quorum."""


@dataclass(frozen=True, slots=True)
class Proceedings:
    """How a meeting stands after all that happened in its room so far."""

    is_adjourned: bool = False
    is_public_out: bool = False
    is_informal: bool = False
    has_quorum: bool | None = None
    last_at: time | None = None


def stand_after(events: Iterable[tuple[RoomEvent, time]]) -> Proceedings:
    """Tell how a meeting stands after these events, in their order."""
    adjourned = out = informal = False
    quorum: bool | None = None
    last: time | None = None
    for kind, at in events:
        adjourned = kind is RoomEvent.ADJOURNED or (adjourned and kind is not RoomEvent.RESUMED)
        out = kind is RoomEvent.PUBLIC_EXCLUDED or (out and kind is not RoomEvent.PUBLIC_READMITTED)
        informal = kind is RoomEvent.INFORMAL or (informal and kind not in ENDS_INFORMAL)
        quorum = {RoomEvent.QUORUM_LOST: False, RoomEvent.QUORUM_REGAINED: True}.get(kind, quorum)
        last = at
    return Proceedings(adjourned, out, informal, quorum, last)


ENDS_INFORMAL = (RoomEvent.QUORUM_REGAINED, RoomEvent.ADJOURNED)


def require_next(kind: RoomEvent, now: Proceedings) -> None:
    """Refuse an event that cannot come next, with the reason."""
    if now.is_adjourned and kind is not RoomEvent.RESUMED:
        raise NotNow("The meeting is adjourned. Resume it first.")
    refused = {
        RoomEvent.RESUMED: not now.is_adjourned and "The meeting is not adjourned.",
        RoomEvent.PUBLIC_EXCLUDED: now.is_public_out and "The public have left already.",
        RoomEvent.PUBLIC_READMITTED: not now.is_public_out and "The public are in the room already.",
        RoomEvent.INFORMAL: now.is_informal and "The meeting goes on informally already.",
    }.get(kind)
    if refused:
        raise NotNow(refused)


def require_in_order(at: time, *, started_at: time | None, last_at: time | None) -> None:
    """Refuse a time before the meeting began, or before what happened last."""
    if started_at is not None and at < started_at:
        raise WrongMoment(f"The meeting began at {time_words(started_at)}. Give a later time than {time_words(at)}.")
    if last_at is not None and at < last_at:
        raise WrongMoment(f"Something was recorded at {time_words(last_at)}. Give that time or a later one.")


def require_its_day(on: date, *, today: date) -> None:
    """Refuse to open a meeting before its day."""
    if on > today:
        raise NotNow(f"This meeting is on {long_day(on)}. Open it on the day, or move it first.")


def require_every_outcome(waiting: Sequence[str]) -> None:
    """Refuse to close a meeting while items have no outcome. Takes their numbers."""
    if waiting:
        items = enumerate_words("item", waiting)
        raise ItemsWithoutOutcome(f"Record an outcome for {items} before you close the meeting.")


def require_in_private(now: Proceedings, *, is_private: bool, is_said: bool) -> None:
    """Refuse to decide private business while the public are in the room, unless the record says that they stayed."""
    if is_private and not now.is_public_out and not is_said:
        raise NotNow(
            "This item is private, and the public are in the room. Record the resolution by which they leave, or say "
            "on the page of the item that they stayed."
        )


def require_deciding(now: Proceedings, *, has_quorum: bool | None, why: str = "") -> None:
    """Refuse a decision while a meeting is adjourned or has no quorum. A quorum that is not known stops nobody."""
    if now.is_adjourned:
        raise NotNow("The meeting is adjourned. Resume it before you record a decision.")
    if has_quorum is False:
        raise NotQuorate(f"There is no quorum: {why} Adjourn, or go on informally. Nothing can be decided.")
