"""What was read out of a pack: facts, each with its lines and how sure we are. Frozen, and free of any database."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from shp_gov.domain.intent import Intent
from shp_gov.domain.statements import StatementKind


class Confidence(StrEnum):
    """How sure a reading is."""

    CERTAIN = "certain"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Source:
    """The lines a reading comes from, as numbered in the file, and the page where it begins."""

    first: int
    last: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something an officer should look at: a sentence, and where."""

    sentence: str
    line: int
    page: int | None
    about: str


@dataclass(frozen=True, slots=True)
class MemberReading:
    """One name in the list of members or of those also invited; a vacancy has no name."""

    name: str
    post: str | None
    organisation: str | None
    source: Source
    confidence: Confidence
    category: str | None = None
    is_vacant: bool = False


@dataclass(frozen=True, slots=True)
class ItemReading:
    """One agenda item; `section` is its numbered parent heading, `is_container` a heading that only holds others."""

    number: str | None
    title: str
    position: int
    source: Source
    confidence: Confidence
    presenter: str | None = None
    section: str | None = None
    is_exempt: bool = False
    exempt_paragraph: str | None = None
    is_container: bool = False


@dataclass(frozen=True, slots=True)
class NextMeetingReading:
    """When and where the agenda says the next meeting is."""

    on: date | None
    time: str | None
    venue: str | None
    source: Source
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class AgendaReading:
    """The agenda: the meeting it calls, who is called, and what they will consider."""

    body: str | None
    meeting_on: date | None
    planned_start: str | None
    venue: str | None
    source: Source
    confidence: Confidence
    members: tuple[MemberReading, ...] = ()
    also_invited: tuple[MemberReading, ...] = ()
    items: tuple[ItemReading, ...] = ()
    next_meeting: NextMeetingReading | None = None


@dataclass(frozen=True, slots=True)
class AttendanceReading:
    """One person at a meeting, or away from it; `substitute_for` names whose place they took."""

    name: str
    post: str | None
    organisation: str | None
    source: Source
    confidence: Confidence
    category: str | None = None
    note: str | None = None
    substitute_for: str | None = None
    is_chair: bool = False
    is_vice_chair: bool = False

    @property
    def organisation_or_post(self) -> str | None:
        """Give post and organisation as one text, as minutes print them."""
        return ", ".join(part for part in (self.post, self.organisation) if part) or None


@dataclass(frozen=True, slots=True)
class DecisionReading:
    """One decision of a minute: its words, the numeral printed with it, and what the words ask for."""

    words: str
    ordinal: int
    source: Source
    confidence: Confidence
    printed_numeral: str | None = None
    intents: tuple[Intent, ...] = ()


@dataclass(frozen=True, slots=True)
class MinuteReading:
    """One minute; `number` is as printed (none if the numeral is missing), `position` its place in the minutes."""

    number: str | None
    title: str
    position: int
    source: Source
    confidence: Confidence
    presenter: str | None = None
    purpose: str | None = None
    narrative: str | None = None
    urgent_ruling: str | None = None
    is_urgent: bool = False
    is_exempt: bool = False
    exempt_paragraph: str | None = None
    inferred_number: int | None = None
    decisions: tuple[DecisionReading, ...] = ()


@dataclass(frozen=True, slots=True)
class MinutesReading:
    """The minutes and decision record of one meeting."""

    body: str | None
    meeting_on: date | None
    start: str | None
    end: str | None
    venue: str | None
    source: Source
    confidence: Confidence
    chair: str | None = None
    vice_chair: str | None = None
    present: tuple[AttendanceReading, ...] = ()
    substitutes: tuple[AttendanceReading, ...] = ()
    also_present: tuple[AttendanceReading, ...] = ()
    officers: tuple[AttendanceReading, ...] = ()
    apologies: tuple[AttendanceReading, ...] = ()
    declarations: tuple[str, ...] = ()
    minutes: tuple[MinuteReading, ...] = ()
    unplaced_decisions: tuple[DecisionReading, ...] = ()
    confirmed_minutes_of: date | None = None
    next_meeting_on: date | None = None


@dataclass(frozen=True, slots=True)
class ContactReading:
    """A contact officer of a report."""

    name: str
    email: str | None
    phone: str | None
    source: Source


@dataclass(frozen=True, slots=True)
class ReportReading:
    """One report to the meeting, with what it recommends."""

    title: str
    report_of: str | None
    source: Source
    confidence: Confidence
    item_number: str | None = None
    recommendations: tuple[str, ...] = ()
    appendices: tuple[str, ...] = ()
    contact_officers: tuple[ContactReading, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementReading:
    """Something stated in passing: about what, in which words, and the number or numbers they mean."""

    kind: StatementKind
    about: str
    words: str
    source: Source
    confidence: Confidence
    value: str | None = None


@dataclass(frozen=True, slots=True)
class PackReading:
    """All that was read out of one pack, and every doubt about it."""

    agenda: AgendaReading | None = None
    minutes: MinutesReading | None = None
    reports: tuple[ReportReading, ...] = ()
    doubts: tuple[Doubt, ...] = field(default=())
    statements: tuple[StatementReading, ...] = ()


NO_AGENDA = AgendaReading(None, None, None, None, Source(0, 0), Confidence.DOUBTFUL)
NO_MINUTES = MinutesReading(None, None, None, None, None, Source(0, 0), Confidence.DOUBTFUL)
