"""Minutes by hand: taken, sent to the chair, put out as a draft, approved at a later meeting."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

import sqlalchemy as sa

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import calendar, guards, numbering
from shp_gov.domain.errors import DomainError
from shp_gov.domain.words import long_day
from shp_gov.domain.workflows import MINUTES, UNDER_WAY_OR_OVER, MinutesState
from shp_gov.models import (
    AgendaItem,
    Agreement,
    Decision,
    DecisionKind,
    Meeting,
    Minute,
    MinuteNumbering,
    ProposedAction,
    Seat,
)

APPROVED = "These minutes are approved and cannot change. A correction is made at a later meeting."
WRITTEN_IN = (MinutesState.DRAFT, MinutesState.WITH_THE_CHAIR)
CORRECTED_IN = (MinutesState.DRAFT_PUBLISHED,)
LONGEST_TITLE = 300
WORDS = ("title", "purpose", "narrative", "urgent_ruling")


class MinutesFixed(DomainError):
    """These minutes cannot change."""


class NotHeld(DomainError):
    """There can be no minutes of a meeting that has not begun."""


class WrongApproval(DomainError):
    """Minutes are approved at a later meeting of the same body."""


@dataclass(frozen=True)
class NewMinute:
    """What the minutes say of an item. An exempt one has its paragraph and a public title."""

    title: str
    presenter: str | None = None
    purpose: str | None = None
    narrative: str | None = None
    urgent_ruling: str | None = None
    public_title: str | None = None
    exempt_paragraph: str | None = None


def take(meeting: Meeting, new: NewMinute, *, actor: Actor, item: AgendaItem | None = None) -> Minute:
    """Take the next minute of a meeting. It has the next number of its body."""
    _require_draft(meeting)
    guards.require_words(new.title, what="a title", longest=LONGEST_TITLE)
    starts_on = calendar.year_start(meeting.on, [year.starts_on for year in meeting.body.years])
    number = _next_number(meeting, starts_on)
    minute = Minute(
        meeting=meeting,
        position=len(meeting.minutes) + 1,
        number=number,
        number_printed=str(number),
        year_starts_on=starts_on,
        is_urgent=new.urgent_ruling is not None,
        is_exempt=new.exempt_paragraph is not None,
        agenda_item=item,
        **asdict(new),
    )
    db.session.add(minute)
    said = {name: value for name, value in asdict(new).items() if name in WORDS}
    audit.record("minute.taken", minute, actor=actor, body_id=meeting.body_id, words=said, number=number)
    return minute


def _next_number(meeting: Meeting, starts_on: date) -> int:
    """Give the number after the last of the municipal year; of all there are, where the body never starts again."""
    used = sa.select(Minute.number).join(Minute.meeting).where(Meeting.body_id == meeting.body_id)
    if meeting.body.minute_numbering is MinuteNumbering.EACH_YEAR:
        used = used.where(Minute.year_starts_on == starts_on)
    return numbering.next_minute_number(db.session.scalars(used))


def decide(
    minute: Minute,
    *,
    words: str,
    actor: Actor,
    kind: DecisionKind = DecisionKind.NOTED,
    agreement: Agreement = Agreement.CONSENSUS,
    reasons: str | None = None,
    supersedes: Decision | None = None,
) -> Decision:
    """Record what the meeting decided, as the next decision of a minute."""
    meeting = minute.meeting
    _require_draft(meeting)
    decision = Decision(
        body_id=meeting.body_id,
        on=meeting.on,
        minute=minute,
        ordinal=len(minute.decisions) + 1,
        words=guards.require_words(words, what="what was decided"),
        kind=kind,
        agreement=agreement,
        reasons=reasons,
        supersedes_id=supersedes.id if supersedes else None,
    )
    db.session.add(decision)
    said = {"words": decision.words, "reasons": reasons}
    audit.record("decision.recorded", decision, actor=actor, body_id=meeting.body_id, words=said, kind=kind)
    return decision


def propose(
    decision: Decision,
    *,
    what: str,
    kind: DecisionKind,
    actor: Actor,
    seat: Seat | None = None,
    owner_hint: str | None = None,
    due_hint: str | None = None,
    due_on: date | None = None,
    by_next_meeting: bool = False,
) -> ProposedAction:
    """Write down what the words of a decision seem to ask, for an officer to confirm, change or dismiss."""
    proposal = ProposedAction(
        body_id=decision.body_id,
        decision=decision,
        ordinal=len(decision.proposals) + 1,
        kind=kind,
        what=what,
        owner_hint=owner_hint,
        due_hint=due_hint,
        seat=seat,
        due_on=due_on,
        is_due_by_next_meeting=by_next_meeting,
    )
    db.session.add(proposal)
    audit.record("proposed_action.made", proposal, actor=actor, body_id=decision.body_id, kind=kind)
    return proposal


def send_to_the_chair(meeting: Meeting, *, actor: Actor) -> None:
    """Ask the chair whether the minutes say what was said."""
    _move(meeting, "send_to_the_chair")
    audit.record("minutes.sent_to_the_chair", meeting, actor=actor, body_id=meeting.body_id)


def publish_as_a_draft(meeting: Meeting, *, actor: Actor) -> None:
    """Let everybody read the minutes, marked as a draft."""
    _move(meeting, "publish_as_a_draft")
    audit.record("minutes.published_as_a_draft", meeting, actor=actor, body_id=meeting.body_id)


def approve(meeting: Meeting, *, at: Meeting, actor: Actor) -> None:
    """Record that a later meeting of the body approved the minutes. They cannot change afterwards."""
    require_later(meeting, at)
    _move(meeting, "approve")
    meeting.minutes_approved_at = at
    at.confirms_minutes_of = meeting.on
    audit.record("minutes.approved", meeting, actor=actor, body_id=meeting.body_id, meeting_id=at.id)


def require_later(meeting: Meeting, at: Meeting) -> None:
    """Refuse a meeting at which the minutes of another cannot have been approved or corrected."""
    if at.body_id != meeting.body_id or at.on <= meeting.on or at.state not in UNDER_WAY_OR_OVER:
        raise WrongApproval(f"Choose a meeting of {meeting.body.name} that was held after {long_day(meeting.on)}.")


def require_words_may_change(meeting: Meeting, *, while_: Sequence[MinutesState]) -> None:
    """Refuse to change words that everybody reads already: a published draft is corrected, approved minutes are not."""
    db.session.refresh(meeting, ["minutes_state"])
    if meeting.minutes_state is MinutesState.APPROVED:
        raise MinutesFixed(APPROVED)
    if meeting.minutes_state is MinutesState.DRAFT_PUBLISHED and MinutesState.DRAFT_PUBLISHED not in while_:
        raise MinutesFixed("These minutes are published as a draft. The meeting that approves them corrects them.")


def _move(meeting: Meeting, step: str) -> None:
    if meeting.minutes_state is None:
        raise NotHeld("There are no minutes of this meeting yet.")
    meeting.minutes_state = MinutesState(MINUTES.target(step, meeting.minutes_state))


def _require_draft(meeting: Meeting) -> None:
    if meeting.minutes_state is None:
        raise NotHeld("This meeting has not begun. Open it first.")
    if meeting.minutes_state is MinutesState.APPROVED:
        raise MinutesFixed(APPROVED)
