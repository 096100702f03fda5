"""How often somebody came, counted fairly: only meetings while in office, and only where who came is known."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Came(StrEnum):
    """Whether somebody, or an authority, was represented at one meeting."""

    MEMBER = "member"
    SUBSTITUTE = "substitute"
    APOLOGIES = "apologies"
    NOBODY = "nobody"
    NO_SEAT = "no seat"
    NOT_KNOWN = "not known"
    NOT_THEN = "not then"


COUNTED = (Came.MEMBER, Came.SUBSTITUTE, Came.APOLOGIES, Came.NOBODY)


@dataclass(frozen=True)
class Tally:
    """How often somebody came to the meetings of their time, themselves or by a substitute."""

    meetings: int
    members: int
    substitutes: int
    apologies: int
    not_known: int

    @property
    def came(self) -> int:
        """Count the meetings at which they were represented."""
        return self.members + self.substitutes

    @property
    def percent(self) -> int | None:
        """Give the share of the meetings of their time; nothing where there was none."""
        return round(100 * self.came / self.meetings) if self.meetings else None

    @property
    def words(self) -> str:
        """Say it: "5 of 6, 1 by a substitute"."""
        if not self.meetings:
            return "No meeting that is known"
        by = f", {self.substitutes} by a substitute" if self.substitutes else ""
        return f"{self.came} of {self.meetings}{by}"


def tally(kinds: Iterable[Came]) -> Tally:
    """Count. A meeting before or after their time, without a seat, or of which nobody knows, is no meeting missed."""
    number = Counter(kinds)
    return Tally(
        meetings=sum(number[kind] for kind in COUNTED),
        members=number[Came.MEMBER],
        substitutes=number[Came.SUBSTITUTE],
        apologies=number[Came.APOLOGIES],
        not_known=number[Came.NOT_KNOWN],
    )
