"""The usual words of a chair: opening, apologies, interests, urgent business, private business, the end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from shp_gov.domain.words import and_list, long_day, time_words

ANY_OTHERS = "Are there any other apologies?"
ANY_INTERESTS = "Does any member have an interest to declare in an item of this agenda?"
AGREED = "Is that agreed?"
LEAVE = "I ask the press and the public to leave the room, and the recording to be stopped."
COME_BACK = "The private business is over. The press and the public may come back."
PRIVATE_CIRCUMSTANCES = "they are stated in the papers that are not for publication"
NO_URGENT = "I have agreed to no urgent business."
YOUR_OWN = "You declared an interest in this item. Leave the chair and the room before it; the vice-chair takes it."


@dataclass(frozen=True)
class StandsIn:
    """Who comes in whose place."""

    name: str
    instead_of: str


@dataclass(frozen=True)
class Declared:
    """An interest that somebody declared before the meeting."""

    name: str
    item: str
    words: str
    is_private: bool

    @property
    def spoken(self) -> str:
        """Say it in public: of a private item only that there is one."""
        said = ", which is private" if self.is_private else f": {self.words}"
        return f"{self.name} has declared an interest in item {self.item}{said}".rstrip(".") + "."


def opening(own: str, *, body: str, on: date, is_hybrid: bool) -> tuple[str, ...]:
    """Open a meeting, in the body's own words where it has some."""
    if own.strip():
        return tuple(line.strip() for line in own.splitlines() if line.strip())
    remote = ("Some of us join remotely. I will ask them by name.",) if is_hybrid else ()
    return (
        f"Welcome to the meeting of {body} on {long_day(on)}.",
        "Say who you are and whom you sit for before you speak the first time.",
        *remote,
        "I declare the meeting open.",
    )


def apologies(away: Sequence[str], substitutes: Sequence[StandsIn]) -> tuple[str, ...]:
    """Read out who sent apologies, and who comes instead."""
    received = f"Apologies have been received from {and_list(away)}." if away else "No apologies have been received."
    return (received, *(f"{one.name} is here in the place of {one.instead_of}." for one in substitutes), ANY_OTHERS)


def declarations(ahead: Sequence[Declared]) -> tuple[str, ...]:
    """Ask for interests, and read out what was declared before the meeting."""
    return (*(each.spoken for each in ahead), ANY_INTERESTS)


def urgent(items: Sequence[tuple[str, str, str]]) -> tuple[str, ...]:
    """Rule on urgent business: each item with its number, its title and the special circumstances."""
    return tuple(
        f"I agree that item {number}, {title}, be taken as urgent business because of these special circumstances: "
        f"{reason.rstrip('.')}."
        for number, title, reason in items
    ) or (NO_URGENT,)


def closing(next_on: date | None, starts_at: time | None, venue: str) -> tuple[str, ...]:
    """Say when the next meeting is, and close."""
    at = f" at {time_words(starts_at)}" if starts_at else ""
    place = f", {venue}" if venue else ""
    coming = f"The next meeting is on {long_day(next_on)}{at}{place}." if next_on else "The next meeting is not fixed."
    return (coming, "I declare the meeting closed at ____________.")
