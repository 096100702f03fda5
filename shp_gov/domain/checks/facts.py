"""What the checks look at: small frozen facts, gathered as at a day. None always means that it is not recorded."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shp_gov.domain.areas import Area, AreaBody
from shp_gov.domain.areas.standing import Standing, StandingException, standings


@dataclass(frozen=True, slots=True)
class ListedBody:
    """A body as a list of members shows it. `is_responsible` is None where the list does not say by what right."""

    name: str
    is_responsible: bool | None = None
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """The bodies on a partnership's list of members on a day; None if there is no such list."""

    body: str
    on: date
    listed: tuple[ListedBody, ...] | None
    area: Area | None = None
    exceptions: tuple[StandingException, ...] = ()

    def known(self, body: ListedBody) -> AreaBody | None:
        """Find the body of the area that a name on the list means."""
        return self.area.body(body.name, self.on) if self.area else None

    def standings(self) -> list[Standing]:
        """Give every standing in the area, past and present; none where the area is not known."""
        return standings(self.area, self.exceptions) if self.area else []


@dataclass(frozen=True, slots=True)
class Member:
    """A person by their number in the register and the name to show."""

    person: int
    name: str


@dataclass(frozen=True, slots=True)
class SeatHeld:
    """A seat on the day of a meeting, and who held it then; nobody means it was vacant.

    `perhaps` are those of the holders whom the lists of members before and after do not surely place there.
    """

    seat: int
    title: str
    organisation: str | None = None
    holders: tuple[Member, ...] = ()
    perhaps: frozenset[int] = frozenset()


class How(StrEnum):
    """As what someone is in the attendance of a meeting."""

    PRESENT = "present"
    SUBSTITUTE = "substitute"
    APOLOGIES = "apologies"
    ABSENT = "absent"
    ALSO_PRESENT = "also present"
    OFFICER = "officer"


WAS_THERE = frozenset({How.PRESENT, How.SUBSTITUTE, How.ALSO_PRESENT, How.OFFICER})


@dataclass(frozen=True, slots=True)
class Attended:
    """One line of an attendance. A substitute has the seat, and the person, they stood in for, as far as known.

    `printed` is what the minutes print beside the name: it says more of that day than the seat does.
    """

    who: Member
    how: How
    seat: int | None = None
    instead_of: Member | None = None
    organisation: str | None = None
    printed: str | None = None


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """A meeting, the seats of its day and its attendance; None, or nobody in it, if none was recorded.

    `is_listed` is whether the record shows who the members were on that day.
    """

    body: str
    on: date
    seats: tuple[SeatHeld, ...]
    attendance: tuple[Attended, ...] | None
    area: Area | None = None
    exceptions: tuple[StandingException, ...] = ()
    is_listed: bool = True

    def lines(self, *how: How) -> Iterator[Attended]:
        """Give the lines of the attendance of these kinds."""
        return (line for line in self.attendance or () if line.how in how)


@dataclass(frozen=True, slots=True)
class OfficeHolder:
    """Who holds an office: `sits_for_authority` is whether their seat is a responsible authority's, if known."""

    name: str
    organisation: str | None
    sits_for_authority: bool | None = None


@dataclass(frozen=True, slots=True)
class OfficesHeld:
    """Chair and vice-chair of a body on a day, and what its terms of that day ask. None: not recorded."""

    body: str
    on: date
    chair: OfficeHolder | None
    vice_chair: OfficeHolder | None
    terms_ask_for_different: bool | None = None
    terms_bar_vice_chair_from: str | None = None
    terms_citation: str | None = None


@dataclass(frozen=True, slots=True)
class NumbersOfMeeting:
    """The numbers of a meeting's minutes in the order of the paper; None for one printed without a number.

    `confirmed` is the day of the meeting whose minutes this one confirmed: the meeting before it, if that is known.
    """

    on: date
    numbers: tuple[int | None, ...]
    confirmed: date | None = None


@dataclass(frozen=True, slots=True)
class YearOfMinutes:
    """A body's meetings of one municipal year that have minutes, oldest first; those after `since` are judged."""

    body: str
    year: str
    meetings: tuple[NumbersOfMeeting, ...]
    first_meeting_on: date | None = None
    since: date = date.min


@dataclass(frozen=True, slots=True)
class ActionOf:
    """An action of a decision: its owner's name, and whether it is due on a day or by the next meeting."""

    owner: str | None
    is_dated: bool


@dataclass(frozen=True, slots=True)
class DecisionFacts:
    """A decision, whether its words ask for something to be done, and the actions made of it."""

    reference: str
    on: date
    asks_for_action: bool | None
    actions: tuple[ActionOf, ...] = ()
    is_dismissed: bool = False
