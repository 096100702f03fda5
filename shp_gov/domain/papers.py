"""What each paper prints, as plain values: a paper holds only what its reader may see."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from shp_gov.domain.approval import Approval
from shp_gov.domain.terms.clauses import Part

DEFAULT_COLOUR = "#0d4f5e"


@dataclass(frozen=True, kw_only=True)
class Imprint:
    """What every page of a paper says of itself."""

    body: str
    version: int | None
    issued_on: date
    record_hash: str
    issued: str = "published"
    is_draft: bool = False
    is_approved: bool = False
    is_restricted: bool = False
    exempt_paragraphs: tuple[str, ...] = ()
    is_large_print: bool = False
    colour: str = DEFAULT_COLOUR


@dataclass(frozen=True)
class Person:
    """Somebody as printed: a name, and an organisation or post if the record gives one."""

    name: str
    organisation_or_post: str = ""


@dataclass(frozen=True)
class NextMeeting:
    """When and where the body meets next."""

    on: date
    starts_at: time | None = None
    venue: str = ""


@dataclass(frozen=True)
class Exemption:
    """The paragraph of Part 1 of Schedule 12A under which an item is private, and what that paragraph is about."""

    paragraph: str
    information: str = ""


# --- Agenda ---
@dataclass(frozen=True, kw_only=True)
class Member:
    """One seat on the agenda's front page; a vacant one has no name."""

    name: str = ""
    post: str = ""
    organisation: str = ""
    office: str = ""
    vacant_since: date | None = None


@dataclass(frozen=True)
class MemberGroup:
    """Members under one heading, such as "Responsible authority members"."""

    heading: str
    members: tuple[Member, ...]


@dataclass(frozen=True, kw_only=True)
class AgendaItem:
    """One item; `pages` says where its report is: "3 to 8", "Spoken", "Private"."""

    number: str
    title: str
    presenter: str = ""
    pages: str = ""
    exemption: Exemption | None = None
    public_interest: str = ""
    is_withheld: bool = False


@dataclass(frozen=True, kw_only=True)
class AgendaSection:
    """A numbered heading and its items; `resolution` stands before private ones."""

    number: str
    title: str
    items: tuple[AgendaItem, ...] = ()
    resolution: str = ""
    pages: str = ""


@dataclass(frozen=True, kw_only=True)
class AgendaPaper:
    """The agenda of one meeting."""

    imprint: Imprint
    on: date
    starts_at: time | None = None
    ends_at: time | None = None
    venue: str = ""
    admission: str = ""
    members: tuple[MemberGroup, ...] = ()
    also_invited: tuple[Person, ...] = ()
    sections: tuple[AgendaSection, ...] = ()
    next_meeting: NextMeeting | None = None
    questions: str = ""
    contact: str = ""


# --- Minutes ---
class MinuteKind(StrEnum):
    """What a minute is for. Only business has headings for its purpose and its issues."""

    BUSINESS = "business"
    APOLOGIES = "apologies"
    DECLARATIONS = "declarations"
    CONFIRMATION = "confirmation"
    NEXT_MEETING = "next meeting"
    FORMAL = "formal"


@dataclass(frozen=True)
class Attendee:
    """A member in the room."""

    name: str
    organisation_or_post: str = ""
    is_chair: bool = False


@dataclass(frozen=True, kw_only=True)
class Substitute:
    """Who came in whose place."""

    name: str
    organisation_or_post: str = ""
    for_name: str
    for_organisation: str = ""


@dataclass(frozen=True, kw_only=True)
class MinuteAction:
    """Who does what a decision asks for, and by when."""

    owner: str
    due_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class MinuteDecision:
    """The words agreed, with their numeral as the record has it: "(i)", or nothing; under them the vote and dissent."""

    words: str
    numeral: str = ""
    ruled: tuple[str, ...] = ()
    actions: tuple[MinuteAction, ...] = ()


@dataclass(frozen=True, kw_only=True)
class MinuteEntry:
    """One minute. Its number is printed as the record has it, missing or doubled."""

    number: str = ""
    title: str
    presenter: str = ""
    kind: MinuteKind = MinuteKind.BUSINESS
    purpose: str = ""
    narrative: str = ""
    not_agreed: tuple[str, ...] = ()
    decisions: tuple[MinuteDecision, ...] = ()
    reasons: str = ""
    is_urgent: bool = False
    urgency_ruling: str = ""
    exemption: Exemption | None = None
    public_summary: str = ""
    is_withheld: bool = False


@dataclass(frozen=True, kw_only=True)
class MinutesPaper:
    """The minutes and decision record of one meeting."""

    imprint: Imprint
    on: date
    starts_at: time | None = None
    ends_at: time | None = None
    venue: str = ""
    present: tuple[Attendee, ...] = ()
    substitutes: tuple[Substitute, ...] = ()
    substitution_rule: str = ""
    also_present: tuple[Person, ...] = ()
    officers: tuple[Person, ...] = ()
    entries: tuple[MinuteEntry, ...] = ()
    apologies: tuple[Person, ...] = ()
    declarations: tuple[str, ...] = ()
    exclusion: str = ""
    next_meeting: NextMeeting | None = None
    approval: Approval | None = None
    approve_on: date | None = None


# --- Action log ---
@dataclass(frozen=True, kw_only=True)
class LoggedAction:
    """One action that the body has not yet agreed to close."""

    reference: str
    what: str
    owner: str
    organisation: str
    due_on: date | None
    state: str
    note: str = ""
    is_proposed_for_closure: bool = False

    def days_overdue(self, on: date) -> int:
        """Count the days since it was due; nought if it is not late or waits for agreement."""
        if self.due_on is None or self.is_proposed_for_closure:
            return 0
        return max(0, (on - self.due_on).days)


@dataclass(frozen=True, kw_only=True)
class ActionLogPaper:
    """What is proposed for closure, overdue and in hand, as on a day."""

    imprint: Imprint
    as_on: date
    meeting_on: date | None = None
    item: str = ""
    years: str = ""
    actions: tuple[LoggedAction, ...] = ()
    left_out: int = 0


# --- Decision notice ---
@dataclass(frozen=True)
class Change:
    """A stretch of a recommendation's words: kept, removed or added by the meeting."""

    words: str
    done: str = "kept"


@dataclass(frozen=True, kw_only=True)
class NoticeAction:
    """What one decision asks of one owner."""

    reference: str
    what: str
    owner: tuple[str, ...]
    due_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class DecisionNotice:
    """One decision: its words, its reasons, what is to be done."""

    imprint: Imprint
    reference: str
    subject: str
    agreed: str
    on: date
    words: str
    actions: tuple[NoticeAction, ...] = ()
    ruled: str = ""
    reasons: str = ""
    changes: tuple[Change, ...] = ()
    report: str = ""
    minute: str = ""
    interests: str = ""
    replaces: str = ""
    minutes_approved_on: date | None = None
    minutes_to_approve_on: date | None = None
    contact: str = ""


# --- Terms of reference ---
@dataclass(frozen=True, kw_only=True)
class TermsPaper:
    """One version of the terms of reference: from when and by what it is in force, and its numbered clauses."""

    imprint: Imprint
    number: int
    in_force: str
    adopted: str = ""
    parts: tuple[Part, ...] = ()
