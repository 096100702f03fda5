"""What must be known of a meeting to say how far the work on it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from shp_gov.domain.back_plan import Stage
from shp_gov.domain.words import and_list
from shp_gov.domain.workflows import AgendaState, MeetingState, MinutesState, ReportState

WITH_ITS_AUTHOR = (ReportState.REQUESTED, ReportState.DRAFTED, ReportState.RETURNED)


@dataclass(frozen=True)
class CallStands:
    """A call for items: how many were asked, answered and offered something, and by when."""

    asked: int
    answered: int
    offered: int
    reply_by: date


@dataclass(frozen=True)
class AgendaStands:
    """The newest version of an agenda that was kept, who looks at it, and whether the agenda still says the same."""

    number: int
    state: AgendaState
    agreed_on: date | None = None
    checker: str = ""
    is_current: bool = True


@dataclass(frozen=True)
class ReportStands:
    """A report on its way into the pack. A private one is named by its public title."""

    number: str
    title: str
    state: ReportState
    author: str = ""
    due_on: date | None = None
    waits_for: Sequence[str] = ()
    hidden: int = 0
    private_papers: int = 0

    @property
    def is_ready(self) -> bool:
        """Tell whether nothing stands in its way."""
        return self.state is ReportState.READY and not self.hidden

    @property
    def name(self) -> str:
        """Name it in a sentence."""
        number = f" {self.number}" if self.number else ""
        return f"Report{number}, “{self.title}”,"

    def in_the_way(self) -> str:
        """Say what it waits for."""
        if self.hidden:
            return f"{self.name} holds content that is hidden. Clean the file, or accept what was found."
        if self.state is ReportState.RETURNED:
            return f"{self.name} was returned to {self.author or 'its author'}."
        if self.state in WITH_ITS_AUTHOR:
            due = f" It is due on {self.due_on:%A} {self.due_on.day} {self.due_on:%B %Y}." if self.due_on else ""
            return f"{self.name} has not come from {self.author or 'its author'}.{due}"
        if self.waits_for:
            return f"{self.name} has not been cleared by {and_list(self.waits_for)}."
        return f"{self.name} is in, and nobody has made it ready."


@dataclass(frozen=True)
class RepliesStand:
    """How many of those who sit on the body have said whether they come."""

    seats: int = 0
    replied: int = 0
    attending: int = 0
    apologies: int = 0


@dataclass(frozen=True)
class MinutesStand:
    """How far the minutes are."""

    state: MinutesState | None = None
    number: int = 0
    waiting: Sequence[str] = ()
    agreed_on: date | None = None
    suggestions: int = 0
    decided: str | None = None
    comes_to: date | None = None
    approved_on: date | None = None


@dataclass(frozen=True)
class Work:
    """A meeting as its officer works on it."""

    on: date
    today: date
    state: MeetingState
    due: Mapping[Stage, date] = field(default_factory=dict)
    publish_by: date | None = None
    published_on: date | None = None
    call: CallStands | None = None
    items: int = 0
    private: int = 0
    agenda: AgendaStands | None = None
    always_checks_twice: bool = False
    reports: Sequence[ReportStands] = ()
    without_report: Sequence[str] = ()
    replies: RepliesStand = RepliesStand()
    minutes: MinutesStand = MinutesStand()
    next_on: date | None = None
    is_by_hand: bool = False
    made_on: date | None = None

    def by(self, stage: Stage) -> date | None:
        """Give the day by which a stage is due, unless it had passed when the meeting was made."""
        return self.in_time(self.due.get(stage))

    def in_time(self, day: date | None) -> date | None:
        """Give a day back, unless it had passed when the meeting was made: nobody could have kept it."""
        return None if day and self.made_on and day < self.made_on else day

    @property
    def publish_day(self) -> date | None:
        """Give the last day to publish: by the law, otherwise by the back-plan."""
        return self.publish_by or self.due.get(Stage.PUBLISH)

    @property
    def is_published(self) -> bool:
        """Tell whether the agenda is out."""
        return self.state in (MeetingState.AGENDA_PUBLISHED, MeetingState.IN_PROGRESS, MeetingState.CLOSED)

    @property
    def is_called_off(self) -> bool:
        """Tell whether the meeting is not held on its day."""
        return self.state in (MeetingState.CANCELLED, MeetingState.POSTPONED)

    @property
    def holds_private(self) -> bool:
        """Tell whether an item, or a paper to an open one, is not for publication."""
        return self.private > 0 or any(report.private_papers for report in self.reports)

    @property
    def needs_check(self) -> bool:
        """Tell whether a second officer must look: at private business, or always where the body says so."""
        return self.always_checks_twice or self.holds_private

    @property
    def is_checked(self) -> bool:
        """Tell whether a second officer has looked at the agenda as it stands."""
        if self.agenda is None or self.agenda.state is AgendaState.PUBLISHED:
            return self.agenda is not None
        return self.agenda.state is AgendaState.CHECKED and self.agenda.is_current

    @property
    def is_sent_back(self) -> bool:
        """Tell whether the chair asked for changes to just these words."""
        sent_back = self.agenda is not None and self.agenda.state is AgendaState.CHANGES_ASKED_FOR
        return sent_back and self.agenda is not None and self.agenda.is_current

    @property
    def ready(self) -> int:
        """Count the reports that are ready."""
        return sum(report.is_ready for report in self.reports)

    @property
    def unready(self) -> list[ReportStands]:
        """List the reports that are not ready."""
        return [report for report in self.reports if not report.is_ready]
