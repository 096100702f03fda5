"""Rules that stop an act, each with the sentence that says why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from shp_gov.domain.errors import DomainError
from shp_gov.domain.words import enumerate_words, long_day
from shp_gov.domain.workflows import FINISHED, UNDER_WAY_OR_OVER, WITH_THE_OWNER, ActionState, MeetingState

LONGEST_NOTE = 4000
A_YEAR_AHEAD = timedelta(days=366)


class WordsMissing(DomainError):
    """Something must be said before this can be done."""


class WrongDay(DomainError):
    """This day cannot be right."""


class WrongMeeting(DomainError):
    """The body cannot have agreed this at that meeting."""


class WrongDecision(DomainError):
    """That decision cannot be the one."""


class NotWithItsOwner(DomainError):
    """The owner and the date change only while the owner still has the action."""


class NothingChanges(DomainError):
    """What is asked for is so already."""


class WaitsInACircle(DomainError):
    """Two actions cannot each wait for the other."""


class ChangedMeanwhile(DomainError):
    """Somebody else changed it after the page was opened."""


@dataclass(frozen=True)
class ForAgreement:
    """What must be known of an action before a body can agree that it is done."""

    number: int
    body_id: int
    state: ActionState
    assigned_on: date
    verified_on: date | None


@dataclass(frozen=True)
class HeldMeeting:
    """What must be known of the meeting at which a body agrees."""

    body_id: int
    on: date
    state: MeetingState


def require_words(words: str | None, *, what: str, longest: int = LONGEST_NOTE) -> str:
    """Refuse an act without its words, such as "a reason"; give the words without the spaces round them."""
    said = (words or "").strip()
    if not said:
        raise WordsMissing(f"Give {what}.")
    if (over := len(said) - longest) > 0:
        raise WordsMissing(f"Give {what} in {longest:,} characters or fewer. It is {over:,} too long.")
    return said


def require_evidence(note: str | None, files: int) -> None:
    """Refuse to propose that an action is complete when nothing shows it."""
    if not (note or "").strip() and not files:
        raise WordsMissing("Show that it is complete: write what was done, or add a file.")


def require_near(first: date, *, today: date) -> None:
    """Refuse to record now what begins more than a year ahead: the year is mistyped."""
    if first > today + A_YEAR_AHEAD:
        raise WrongDay(f"{long_day(first)} is more than a year ahead. Check the year.")


def require_due(due_on: date | None, *, by_next_meeting: bool, decided_on: date) -> None:
    """Refuse an action without a due date, or one due before it was decided."""
    if due_on is None and not by_next_meeting:
        raise WrongDay("Give the day it is due, or choose “by the next meeting”.")
    if due_on is not None and due_on < decided_on:
        raise WrongDay(f"It cannot be due on {long_day(due_on)}: it was decided on {long_day(decided_on)}.")


def require_next_meeting(day: date | None, *, by_next_meeting: bool) -> None:
    """Refuse "by the next meeting" when no meeting is planned."""
    if by_next_meeting and day is None:
        raise WrongDay("No meeting is planned after today. Give a date, or plan the meeting first.")


def require_with_its_owner(state: ActionState, *, what: str) -> None:
    """Refuse to change an owner or a date once the owner has handed the action in."""
    if state in FINISHED:
        raise NotWithItsOwner(f"You cannot change {what}: the action is {state}. Reopen it first.")
    if state not in WITH_THE_OWNER:
        raise NotWithItsOwner(f"You cannot change {what}: the action is {state}. Return it to its owner first.")


def require_agreeable(actions: Sequence[ForAgreement], meeting: HeldMeeting, *, today: date) -> None:
    """Refuse agreement at a meeting of another body, one not held yet, or one held before the actions were verified."""
    if not actions:
        raise WordsMissing("Choose the actions that the meeting agreed are complete.")
    if any(action.body_id != meeting.body_id for action in actions):
        raise WrongMeeting("Choose a meeting of the partnership whose actions these are.")
    if meeting.state not in UNDER_WAY_OR_OVER or meeting.on > today:
        raise WrongMeeting(f"The meeting of {long_day(meeting.on)} was not held. The partnership agrees at a meeting.")
    if waiting := [action.number for action in actions if action.state is not ActionState.VERIFIED]:
        verb = "are" if len(waiting) > 1 else "is"
        raise WrongMeeting(f"{enumerate_words('Action', waiting)} {verb} not verified. An officer verifies first.")
    if late := [action.number for action in actions if _since(action) > meeting.on]:
        day = long_day(meeting.on)
        raise WrongMeeting(f"{enumerate_words('Action', late)} was verified only after the meeting of {day}.")


def _since(action: ForAgreement) -> date:
    return max(action.assigned_on, action.verified_on or action.assigned_on)


def require_ending_decision(
    *, body_id: int, decided_on: date, is_its_own: bool, action_body_id: int, assigned_on: date
) -> None:
    """Refuse to end an action by a decision that cannot have ended it."""
    if is_its_own:
        raise WrongDecision("The decision that made this action cannot also end it. Choose a later one.")
    if body_id != action_body_id:
        raise WrongDecision("Choose a decision of the partnership whose action this is.")
    if decided_on < assigned_on:
        day = long_day(decided_on)
        raise WrongDecision(f"That decision is of {day}, before the action was made. Choose a later one.")


def require_same_body(body_id: int, other_body_id: int) -> None:
    """Refuse to let an action wait for one of another body."""
    if body_id != other_body_id:
        raise WaitsInACircle("Choose another action of the same partnership.")


def require_no_circle(number: int, chain: Sequence[int]) -> None:
    """Refuse to let an action wait for one that, in the end, waits for it. Takes the numbers along the way."""
    if number in chain:
        first = chain[0]
        how = "itself" if first == number else f"action {first}, which waits for action {number} in the end"
        raise WaitsInACircle(f"Action {number} cannot wait for {how}.")


def require_change(is_same: bool, *, what: str) -> None:
    """Refuse a change that changes nothing."""
    if is_same:
        raise NothingChanges(f"That is {what} already. Nothing was changed.")


def require_unchanged(seen: str | int | None, now: str | int, *, news: str) -> None:
    """Refuse to act on a page that is older than the record, by its number or fingerprint, and say what happened."""
    if seen != now:
        advice = "What you typed is kept below. Read what changed, then send it again if it still fits."
        raise ChangedMeanwhile(f"{news} {advice}")
