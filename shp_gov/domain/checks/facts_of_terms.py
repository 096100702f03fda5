"""What the terms of reference of a day ask, and what is on record about it. None: not recorded, or not asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from shp_gov.domain.areas import Area
from shp_gov.domain.areas.standing import StandingException
from shp_gov.domain.checks.facts import How, Member, OfficeHolder
from shp_gov.domain.quorum import InRoom, Item, Quorum, SeatOfBody


@dataclass(frozen=True, slots=True)
class Terms:
    """What one version asks, in numbers and yes or no. None: it does not say."""

    citation: str
    since: date | None = None
    chair_held_by: str | None = None
    vice_chair_is_yearly: bool | None = None
    vice_chair_from_authority: bool | None = None
    elected_members: int | None = None
    has_substitutes: bool | None = None
    elected_for_elected: bool | None = None
    new_members_agreed: bool | None = None
    review_months: int | None = None
    meetings_per_year: int | None = None
    max_gap_days: int | None = None
    absences_to_review: int | None = None
    apologies_count: bool | None = None
    performance_months: int | None = None
    plan_years: int | None = None
    consultation_days: int | None = None
    voting: str | None = None
    casting_vote: bool | None = None
    quorum: Quorum | None = None
    clauses: Mapping[str, str] = field(default_factory=dict)

    def cite(self, about: str = "") -> str:
        """Cite the clause that says a thing; the version, where none does."""
        return self.clauses.get(about, self.citation)


@dataclass(frozen=True, slots=True)
class Sitter:
    """Somebody in a seat: their post, what they were asked in for and until when, as far as known."""

    who: Member
    post: str | None = None
    purpose: str | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class SeatAsked:
    """A seat that the terms name, who sits in it, and how the newest list of members words it."""

    title: str
    post: str | None = None
    places: int = 1
    is_elected: bool = False
    is_co_opted: bool = False
    category: str = ""
    holders: tuple[Sitter, ...] | None = ()
    vacant_since: date | None = None
    listed_as: str | None = None


@dataclass(frozen=True, slots=True)
class GroupAsked:
    """A sub-group that the terms name: when it reports, and the days it did."""

    name: str
    months_due: tuple[int, ...] = ()
    tolerance_days: int | None = None
    times_a_year: int | None = None
    reports: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupChairs:
    """Who is said to chair the sub-groups of a body, each with what says it and its line; no groups: nothing says."""

    body: str
    on: date
    chairs: tuple["ChairSaid", ...]


@dataclass(frozen=True, slots=True)
class ChairSaid:
    """A sub-group and the words for its chair; `line` is the line of the pack that says so."""

    group: str
    words: str | None
    citation: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Addition:
    """A seat added to the body on a day, and where that was agreed."""

    title: str
    on: date
    agreed_by: str | None


@dataclass(frozen=True, slots=True)
class Absences:
    """How a member was accounted for at each meeting while in office, oldest first; None: nobody wrote it."""

    member: str
    hows: tuple[How | None, ...]


@dataclass(frozen=True, slots=True)
class TermsFacts:
    """A body on a day, the terms of that day, and what is on record about what they ask."""

    body: str
    on: date
    terms: Terms | None
    seats: tuple[SeatAsked, ...] = ()
    vice_chair: OfficeHolder | None = None
    year: str = ""
    first_meeting_on: date | None = None
    first_meeting_is_known: bool = True
    vice_chair_appointed_on: date | None = None
    vice_chair_appointed_by: str = ""
    has_had_a_vice_chair: bool = False
    additions: tuple[Addition, ...] = ()
    groups: tuple[GroupAsked, ...] = ()
    performance_reports: tuple[date, ...] = ()
    plan_years: int | None = None
    consultation: tuple[date, date] | None = None
    meetings: tuple[date, ...] | None = None
    meetings_in_year: Mapping[str, int] = field(default_factory=dict)
    absences: tuple[Absences, ...] = ()
    reviewed_on: date | None = None
    area: Area | None = None
    exceptions: tuple[StandingException, ...] = ()


@dataclass(frozen=True, slots=True)
class InChair:
    """Who was in the chair of a meeting, and by what right."""

    name: str
    posts: tuple[str, ...] = ()
    is_vice_chair: bool = False


@dataclass(frozen=True, slots=True)
class StoodIn:
    """A substitute and whom they stood in for; None where the paper does not say."""

    name: str
    instead_of: str | None
    member_was_there: bool | None = None
    member_is_elected: bool | None = None
    is_elected: bool | None = None


@dataclass(frozen=True, slots=True)
class Voter:
    """One vote: whose, for which seat and organisation, and whether their seat votes.

    `place` tells seats of one name apart.
    """

    name: str
    is_for: bool
    seat: str = ""
    organisation: str = ""
    may_vote: bool | None = True
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote at a meeting: who voted, None if that is not recorded, and what the chair cast beside it."""

    reference: str
    voters: tuple[Voter, ...] | None
    has_casting_vote: bool = False


@dataclass(frozen=True, slots=True)
class Decided:
    """An item that asked for a decision, and whom an interest took out of it."""

    reference: str
    item: Item = field(default_factory=Item)


@dataclass(frozen=True, slots=True)
class MeetingUnderTerms:
    """A meeting, the terms of its own day, and who was in the room. None in the room: not recorded."""

    body: str
    on: date
    terms: Terms | None
    in_chair: InChair | None = None
    chair_was_away: bool | None = None
    substitutes: tuple[StoodIn, ...] = ()
    room: tuple[InRoom, ...] | None = None
    seats: tuple[SeatOfBody, ...] = ()
    decided: tuple[Decided, ...] = ()
    votes: tuple[Vote, ...] = ()
    mend: str | None = None
    says_unset: bool = True
