"""How the record of a body's meetings hangs together: what followed what, and what each part of it says."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class HeldMeeting:
    """A meeting that was held, and the day of the meeting whose minutes it confirmed; None: it is not recorded."""

    on: date
    confirmed: date | None = None
    has_minutes: bool = True


@dataclass(frozen=True, slots=True)
class SeriesOfMeetings:
    """The meetings a body held, oldest first; `since`: those before it are only there to be followed."""

    body: str
    meetings: tuple[HeldMeeting, ...]
    since: date | None = None


@dataclass(frozen=True, slots=True)
class StatedDay:
    """The weekday that a paper names for a day."""

    subject: str
    on: date
    weekday: str
    mend: str | None = None


@dataclass(frozen=True, slots=True)
class MinuteKept:
    """One minute: what was asked of the meeting, how many decisions it holds, and the ruling it rests on.

    `asks_decision` is None where the agenda does not say. `ruling_shared_with` counts the other minutes that rest on
    the same ruling for urgency.
    """

    reference: str
    title: str
    asks_decision: bool | None = None
    decisions: int = 0
    is_late_business: bool = False
    ruling: str | None = None
    ruling_shared_with: int = 0


@dataclass(frozen=True, slots=True)
class MinutesKept:
    """The minutes of a meeting; `declarations`: the words under that heading, None where there is no heading."""

    body: str
    on: date
    minutes: tuple[MinuteKept, ...]
    declarations: str | None = None
    mend: str | None = None


@dataclass(frozen=True, slots=True)
class Deferred:
    """An item that was put off, and the titles on the next agenda; None while there is none."""

    reference: str
    title: str
    on: date
    next_on: date | None = None
    next_titles: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class DecisionNote:
    """When a note of the decisions of a meeting was published; None: not recorded.

    `is_out` is False where the record shows that it was never published.
    """

    body: str
    meeting_on: date
    on: date
    published_on: date | None = None
    is_out: bool | None = None
