"""What came of a decision, undone where it is taken out of its minute or says something else."""

import sqlalchemy as sa

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import proceedings
from shp_gov.domain.errors import DomainError
from shp_gov.domain.exclusion import excludes_the_public
from shp_gov.domain.proceedings import RoomEvent
from shp_gov.domain.workflows import ActionState, PlanState, ProposalState
from shp_gov.models import Action, Decision, Dissent, Message, Minute, Vote
from shp_gov.queries import forward_plan as plans
from shp_gov.queries import minuting
from shp_gov.queries import proceedings as in_room
from shp_gov.services import forward_plan

OUT_OF_THE_WAY = 10_000
TAKEN_BACK = "The decision was changed or taken back at its meeting."


class ActionBegun(DomainError):
    """A decision whose action has begun does not go away."""


def erase(decision: Decision, *, actor: Actor) -> None:
    """Take a decision out of its minute, with all that came of it. Whether it may be is asked before."""
    minute = decision.minute
    require_the_public_left_by(decision, None)
    for action in decision.actions:
        _require_untouched(action)
    said: dict[str, str | None] = {"words": decision.words}
    audit.record("decision.withdrawn", decision, actor=actor, body_id=decision.body_id, words=said)
    for action in list(decision.actions):
        _take_back(action, actor)
    forget_proposals(decision)
    _forget_votes(decision)
    unplan(decision, actor=actor)
    minute.decisions.remove(decision)
    db.session.delete(decision)
    db.session.flush()
    put_in_order(minute)


def require_the_public_left_by(decision: Decision, words: str | None) -> None:
    """Refuse to leave a meeting without the resolution by which the public left it."""
    meeting = decision.minute.meeting
    if not excludes_the_public(decision.words) or excludes_the_public(words):
        return
    left = any(event.kind is RoomEvent.PUBLIC_EXCLUDED for event in in_room.events(meeting))
    others = [each for minute in minuting.minutes_of(meeting) for each in minute.decisions if each is not decision]
    if left and not any(excludes_the_public(each.words) for each in others):
        raise proceedings.NotNow("The public left by this resolution. It stays, and still says that they are excluded.")


def _require_untouched(action: Action) -> None:
    if action.state is not ActionState.OPEN or len(action.history) > 1:
        raise ActionBegun(f"Action {action.number} came of this decision and has begun. End the action first.")


def _take_back(action: Action, actor: Actor) -> None:
    audit.record("action.withdrawn", action, actor=actor, body_id=action.body_id, number=action.number)
    for row in (*action.history, *action.supporters):
        db.session.delete(row)
    _settle_messages(action)
    action.decision.actions.remove(action)
    db.session.delete(action)
    db.session.flush()


def _settle_messages(action: Action) -> None:
    """Let nothing more be said of an action that is taken back."""
    about = sa.update(Message).where(Message.subject_type == Action.__tablename__, Message.subject_id == action.id)
    unsent = about.where(~Message.is_settled).values(is_settled=True, outcome="it was taken back")
    db.session.execute(unsent, execution_options={"synchronize_session": False})


def forget_proposals(decision: Decision) -> None:
    """Forget what the words seemed to ask, where no officer has answered it."""
    for proposal in [each for each in decision.proposals if each.state is ProposalState.PROPOSED]:
        decision.proposals.remove(proposal)
        db.session.delete(proposal)
    db.session.flush()


def unplan(decision: Decision, *, actor: Actor) -> None:
    """Take off the forward plan what a decision asked for, unless it is on an agenda by now."""
    entry = plans.of_decision(decision)
    if entry is None:
        return
    if entry.state is PlanState.PLANNED:
        forward_plan.drop(entry, because=TAKEN_BACK, actor=actor)
    entry.decision_id = None
    db.session.flush()


def _forget_votes(decision: Decision) -> None:
    """Let go of the vote on a decision that is taken back, and of who dissented from it."""
    for vote in db.session.scalars(sa.select(Vote).where(Vote.decision_id == decision.id)).all():
        for cast in list(vote.names):
            db.session.delete(cast)
        db.session.delete(vote)
    for row in db.session.scalars(sa.select(Dissent).where(Dissent.decision_id == decision.id)).all():
        db.session.delete(row)
    db.session.flush()


def put_in_order(minute: Minute) -> None:
    """Number the decisions of a minute from (i), those on recommendations in the order of the report first."""
    recommended = {each.id: place for place, each in enumerate(minuting.recommendations(minute))}
    later = len(recommended)
    rows = sorted(minute.decisions, key=lambda row: (recommended.get(row.recommendation_id or 0, later), row.ordinal))
    if [row.ordinal for row in rows] == list(range(1, len(rows) + 1)):
        return
    for step in (OUT_OF_THE_WAY, 0):
        for place, row in enumerate(rows, start=1):
            row.ordinal = step + place
        db.session.flush()
