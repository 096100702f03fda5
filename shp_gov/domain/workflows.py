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
    Transition("publish_agenda", MeetingState.SCHEDULED, MeetingState.AGENDA_PUBLISHED, Permission.RECORD_DECISION),
    Transition("open", MeetingState.AGENDA_PUBLISHED, MeetingState.IN_PROGRESS, Permission.RECORD_DECISION),
    Transition("close", MeetingState.IN_PROGRESS, MeetingState.CLOSED, Permission.RECORD_DECISION),
)
MINUTES = Workflow(
    "set of minutes",
    Transition("send_to_the_chair", MinutesState.DRAFT, MinutesState.WITH_THE_CHAIR, Permission.RECORD_DECISION),
    Transition(
        "publish_as_a_draft",
        MinutesState.WITH_THE_CHAIR,
        MinutesState.DRAFT_PUBLISHED,
        Permission.RECORD_DECISION,
    ),
    Transition("approve", MinutesState.DRAFT_PUBLISHED, MinutesState.APPROVED, Permission.RECORD_DECISION),
)
