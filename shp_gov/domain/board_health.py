"""The headline of a board's health: two sentences and what explains them, worked out from the facts."""

from dataclasses import dataclass
from datetime import date

from shp_gov.domain.words import and_list, long_day, plural

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, slots=True)
class Absent:
    """An authority nobody came from: how many overdue actions it owns, and since when its seat is vacant."""

    name: str
    overdue: int = 0
    is_vacant: bool = False
    vacant_since: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What the headline is made from.

    `came` is None where no attendance is known; `came_on` is the day it was, where that was not the last meeting.
    """

    authorities: int
    came: int | None
    absent: tuple[Absent, ...] = ()
    overdue: int = 0
    unfinished: int = 0
    oldest_days: int = 0
    now: int | None = None
    year_ago: int | None = None
    came_on: date | None = None


@dataclass(frozen=True, slots=True)
class Headline:
    """The words in bold, and the rest."""

    bold: str
    rest: str = ""


def headline(standing: Standing) -> Headline:
    """Say how the board does: who came, whether more is done on time, what is late and whose it is."""
    bold = " ".join(words for words in (_attendance(standing), _missing(standing)) if words)
    alone = len(standing.absent) == 1
    parts = [_owns(standing) or _late(standing), *(_vacancy(body, alone=alone) for body in standing.absent)]
    return Headline(bold, " ".join(words for words in parts if words))


def count_words(number: int) -> str:
    """Write a small number as a word: "five"; a larger one in figures."""
    return NUMBERS[number] if number < len(NUMBERS) else f"{number:,}"


def _attendance(standing: Standing) -> str:
    if not standing.authorities:
        return "Which members are responsible authorities is not recorded."
    if standing.came is None:
        return "Who came to the last meeting is not known."
    total = count_words(standing.authorities)
    part = "none" if standing.came == 0 else count_words(standing.came)
    who = f"all {total}" if standing.came == standing.authorities else f"{part} of {total}"
    if standing.came_on is not None:
        return f"Who came to the last meeting is not known. On {long_day(standing.came_on)}, {who} authorities came."
    return f"{who[:1].upper()}{who[1:]} authorities came{_trend(standing)}."


def _trend(standing: Standing) -> str:
    if standing.now is None or standing.year_ago is None or standing.now == standing.year_ago:
        return ""
    return ", and more is done on time" if standing.now > standing.year_ago else ", but less is done on time"


def _missing(standing: Standing) -> str:
    names = [body.name for body in standing.absent]
    if not names:
        return ""
    return f"{and_list(names)} {'was' if len(names) == 1 else 'were'} not there."


def _owns(standing: Standing) -> str:
    late = sum(body.overdue for body in standing.absent)
    if not late:
        return ""
    subject = "It owns" if len(standing.absent) == 1 else "They own"
    if standing.overdue == 1:
        return f"{subject} the only overdue action."
    share = "all" if late == standing.overdue else f"{count_words(late)} of the"
    return f"{subject} {share} {count_words(standing.overdue)} overdue actions."


def _late(standing: Standing) -> str:
    if not standing.unfinished:
        return "No action is open."
    if not standing.overdue:
        return "No action is overdue."
    days = plural(standing.oldest_days, "day")
    if standing.unfinished == 1:
        return f"The only open action is overdue, by {days}."
    some = f"{count_words(standing.overdue)} of {count_words(standing.unfinished)} open actions"
    late = f"is overdue, by {days}" if standing.overdue == 1 else f"are overdue, the oldest by {days}"
    return f"{some[:1].upper()}{some[1:]} {late}."


def _vacancy(body: Absent, *, alone: bool) -> str:
    if not body.is_vacant:
        return ""
    seat = "Its seat" if alone else f"The seat of {body.name}"
    since = f" has been vacant since {long_day(body.vacant_since)}" if body.vacant_since else " is vacant"
    return f"{seat}{since}."
