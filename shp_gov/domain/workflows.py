"""Which steps each record may take. A flag such as urgent, exempt, overdue or blocked is never a state."""

from enum import StrEnum

from shp_gov.domain.permissions import Permission
from shp_gov.domain.workflow import Transition, Workflow


class MeetingState(StrEnum):
    """Where a meeting is in its cycle."""

    SCHEDULED = "scheduled"
    AGENDA_PUBLISHED = "agenda published"
    IN_PROGRESS = "in progress"
    CLOSED = "closed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class MinutesState(StrEnum):
    """Where the minutes of a meeting are."""

    DRAFT = "draft"
    WITH_THE_CHAIR = "with the chair"
    DRAFT_PUBLISHED = "draft published"
    APPROVED = "approved"


class AgendaState(StrEnum):
    """Where a version of an agenda, or a supplement to it, is on its way to everybody."""

    DRAFT = "draft"
    WITH_THE_CHAIR = "with the chair"
    CHANGES_ASKED_FOR = "changes asked for"
    AGREED = "agreed"
    CHECKED = "checked"
    PUBLISHED = "published"


class ReportState(StrEnum):
    """Where a report is between being asked for and being in the pack."""

    REQUESTED = "requested"
    DRAFTED = "drafted"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    CLEARED = "cleared"
    READY = "ready"


class OfferState(StrEnum):
    """What became of an item that somebody offered."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class PlanState(StrEnum):
    """Where an entry of the forward plan is."""

    PLANNED = "planned"
    ON_AN_AGENDA = "on an agenda"
    CONSIDERED = "considered"
    DROPPED = "dropped"


class SuggestionState(StrEnum):
    """What an officer said to a change that the chair suggests."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"


class ActionState(StrEnum):
    """Where an action is between the decision and the body's agreement that it is done."""

    OPEN = "open"
    IN_PROGRESS = "in progress"
    RETURNED = "returned"
    PROPOSED = "completion proposed"
    VERIFIED = "verified"
    CLOSED = "closed"
    NOT_PROCEEDING = "not proceeding"


class ProposalState(StrEnum):
    """What an officer said to a proposed action."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"


class ImportState(StrEnum):
    """What became of a pack that was read."""

    READ = "read"
    ACCEPTED = "accepted"
    UNDONE = "undone"


UNDER_WAY_OR_OVER = (MeetingState.IN_PROGRESS, MeetingState.CLOSED)
CALLED_OFF = (MeetingState.CANCELLED, MeetingState.POSTPONED)
FINISHED = (ActionState.CLOSED, ActionState.NOT_PROCEEDING)
UNFINISHED = tuple(state for state in ActionState if state not in FINISHED)
WITH_THE_OWNER = (ActionState.OPEN, ActionState.IN_PROGRESS, ActionState.RETURNED)

_START = (
    Transition("start", ActionState.OPEN, ActionState.IN_PROGRESS, Permission.UPDATE_ACTION),
    Transition("start", ActionState.RETURNED, ActionState.IN_PROGRESS, Permission.UPDATE_ACTION),
)
_PROPOSE = tuple(
    Transition("propose_completion", source, ActionState.PROPOSED, Permission.UPDATE_ACTION)
    for source in WITH_THE_OWNER
)
_ANSWER = (
    Transition("return", ActionState.PROPOSED, ActionState.RETURNED, Permission.VERIFY_ACTION),
    Transition("verify", ActionState.PROPOSED, ActionState.VERIFIED, Permission.VERIFY_ACTION),
    Transition("return", ActionState.VERIFIED, ActionState.RETURNED, Permission.VERIFY_ACTION),
    Transition("agree_closure", ActionState.VERIFIED, ActionState.CLOSED, Permission.RECORD_DECISION),
)
_DROP = tuple(
    Transition("not_proceed", source, ActionState.NOT_PROCEEDING, Permission.RECORD_DECISION) for source in UNFINISHED
)
_REOPEN = tuple(Transition("reopen", source, ActionState.OPEN, Permission.RECORD_DECISION) for source in FINISHED)

ACTION = Workflow("action", *_START, *_PROPOSE, *_ANSWER, *_DROP, *_REOPEN)

MEETING = Workflow(
    "meeting",
    Transition("publish_agenda", MeetingState.SCHEDULED, MeetingState.AGENDA_PUBLISHED, Permission.PUBLISH_AGENDA),
    Transition("open", MeetingState.AGENDA_PUBLISHED, MeetingState.IN_PROGRESS, Permission.TAKE_MINUTES),
    Transition("close", MeetingState.IN_PROGRESS, MeetingState.CLOSED, Permission.TAKE_MINUTES),
    *(
        Transition(step, source, target, Permission.ARRANGE_MEETING)
        for step, target in (("postpone", MeetingState.POSTPONED), ("cancel", MeetingState.CANCELLED))
        for source in (MeetingState.SCHEDULED, MeetingState.AGENDA_PUBLISHED)
    ),
)
AGENDA = Workflow(
    "agenda",
    Transition("send_to_the_chair", AgendaState.DRAFT, AgendaState.WITH_THE_CHAIR, Permission.BUILD_AGENDA),
    Transition("send_to_the_chair", AgendaState.CHANGES_ASKED_FOR, AgendaState.WITH_THE_CHAIR, Permission.BUILD_AGENDA),
    Transition("ask_for_changes", AgendaState.WITH_THE_CHAIR, AgendaState.CHANGES_ASKED_FOR, Permission.AGREE_AGENDA),
    Transition("agree", AgendaState.WITH_THE_CHAIR, AgendaState.AGREED, Permission.AGREE_AGENDA),
    Transition("ask_for_changes", AgendaState.CHECKED, AgendaState.CHANGES_ASKED_FOR, Permission.AGREE_AGENDA),
    Transition("agree", AgendaState.CHECKED, AgendaState.CHECKED, Permission.AGREE_AGENDA),
    *(
        Transition("check", source, AgendaState.CHECKED, Permission.CHECK_AGENDA)
        for source in (AgendaState.DRAFT, AgendaState.WITH_THE_CHAIR, AgendaState.AGREED)
    ),
    *(
        Transition("publish", source, AgendaState.PUBLISHED, Permission.PUBLISH_AGENDA)
        for source in (AgendaState.DRAFT, AgendaState.WITH_THE_CHAIR, AgendaState.AGREED, AgendaState.CHECKED)
    ),
)
_WITH_THE_AUTHOR = (ReportState.REQUESTED, ReportState.DRAFTED, ReportState.RETURNED)
REPORT = Workflow(
    "report",
    *(Transition("draft", source, ReportState.DRAFTED, Permission.WRITE_REPORT) for source in _WITH_THE_AUTHOR),
    *(Transition("submit", source, ReportState.SUBMITTED, Permission.WRITE_REPORT) for source in _WITH_THE_AUTHOR),
    *(
        Transition("return", source, ReportState.RETURNED, Permission.CLEAR_REPORT)
        for source in (ReportState.SUBMITTED, ReportState.CLEARED, ReportState.READY)
    ),
    Transition("clear", ReportState.SUBMITTED, ReportState.CLEARED, Permission.CLEAR_REPORT),
    Transition("make_ready", ReportState.CLEARED, ReportState.READY, Permission.CLEAR_REPORT),
)
MINUTES = Workflow(
    "set of minutes",
    Transition("send_to_the_chair", MinutesState.DRAFT, MinutesState.WITH_THE_CHAIR, Permission.TAKE_MINUTES),
    Transition("take_back", MinutesState.WITH_THE_CHAIR, MinutesState.DRAFT, Permission.TAKE_MINUTES),
    Transition(
        "publish_as_a_draft", MinutesState.WITH_THE_CHAIR, MinutesState.DRAFT_PUBLISHED, Permission.TAKE_MINUTES
    ),
    Transition("approve", MinutesState.DRAFT_PUBLISHED, MinutesState.APPROVED, Permission.TAKE_MINUTES),
)
