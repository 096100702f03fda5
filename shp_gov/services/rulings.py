"""What a meeting makes of what is put to it: a recommendation agreed or amended is a decision, word for word."""

from typing import Any

import sqlalchemy as sa

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import guards, proceedings
from shp_gov.domain.errors import DomainError
from shp_gov.domain.exclusion import excludes_the_public
from shp_gov.domain.intent import IntentKind, kinds_of
from shp_gov.domain.proceedings import RoomEvent
from shp_gov.domain.workflows import ActionState, PlanState, ProposalState
from shp_gov.models import (
    Action,
    Agreement,
    Decision,
    DecisionKind,
    Dissent,
    Message,
    Minute,
    Recommendation,
    Report,
    Ruling,
    Vote,
)
from shp_gov.queries import forward_plan as plans
from shp_gov.queries import minuting
from shp_gov.queries import proceedings as in_room
from shp_gov.services import forward_plan, meanwhile, minute_steps, room

KINDS = {
    IntentKind.NOTED: DecisionKind.NOTED,
    IntentKind.APPROVED: DecisionKind.APPROVED,
    IntentKind.ACTION: DecisionKind.ACTION,
    IntentKind.FORWARD_PLAN: DecisionKind.FORWARD_PLAN,
    IntentKind.REFERRAL: DecisionKind.REFERRAL,
    IntentKind.APPOINTMENT: DecisionKind.APPOINTMENT,
    IntentKind.DEFERRAL: DecisionKind.DEFERRAL,
}
ASKS_NOTHING = (DecisionKind.NOTED, DecisionKind.APPROVED)
OUT_OF_THE_WAY = 10_000
TAKEN_BACK = "The decision was changed or taken back at its meeting."


class ActionBegun(DomainError):
    """A decision whose action has begun does not go away."""


class WrongItem(DomainError):
    """A recommendation is ruled on under the item it came to."""


def rule(
    recommendation: Recommendation,
    *,
    minute: Minute,
    ruling: Ruling,
    actor: Actor,
    words: str = "",
    agreement: Agreement = Agreement.CONSENSUS,
    seen: str | None = None,
) -> Decision | None:
    """Agree, amend or refuse a recommendation. What is agreed is a decision; another ruling changes it."""
    _require_of(recommendation, minute)
    meanwhile.take(minute)
    decision = next((each for each in minute.decisions if each.recommendation_id == recommendation.id), None)
    meanwhile.require_ruling_as_seen(recommendation, decision, seen=seen)
    said = _said(recommendation, ruling, words)
    if said is None:
        _rule(recommendation, Ruling.REFUSED, None, minute, actor)
        if decision is not None:
            withdraw(decision, actor=actor)
        return None
    _rule(recommendation, Ruling.AGREED if said == recommendation.words else Ruling.AMENDED, said, minute, actor)
    if decision is None:
        return decide(minute, words=said, agreement=agreement, recommendation=recommendation, actor=actor)
    change(decision, words=said, agreement=agreement, actor=actor)
    return decision


def _require_of(recommendation: Recommendation, minute: Minute) -> None:
    report = db.session.get_one(Report, recommendation.report_id)
    if minute.agenda_item_id is None or report.agenda_item_id != minute.agenda_item_id:
        raise WrongItem("This recommendation came to another item of the agenda.")


def _said(recommendation: Recommendation, ruling: Ruling, words: str) -> str | None:
    if ruling is Ruling.REFUSED:
        return None
    if ruling is Ruling.AGREED:
        return recommendation.words
    return guards.require_words(words, what=f"the words of recommendation {recommendation.ordinal} as amended")


def _rule(recommendation: Recommendation, ruling: Ruling, said: str | None, minute: Minute, actor: Actor) -> None:
    words = said if ruling is Ruling.AMENDED else None
    if (recommendation.ruling, recommendation.ruled_words) == (ruling, words):
        return
    recommendation.ruling, recommendation.ruled_words = ruling, words
    facts: dict[str, Any] = {"body_id": minute.meeting.body_id, "ruling": ruling, "minute": minute.id}
    audit.record("recommendation.ruled", recommendation, actor=actor, words={"words": words}, **facts)


def decide(
    minute: Minute,
    *,
    words: str,
    actor: Actor,
    agreement: Agreement = Agreement.CONSENSUS,
    recommendation: Recommendation | None = None,
    reasons: str | None = None,
) -> Decision:
    """Record a decision of the meeting, unless it is adjourned or known to have no quorum."""
    meanwhile.take(minute)
    require_deciding(minute)
    return record(minute, words=words, agreement=agreement, recommendation=recommendation, reasons=reasons, actor=actor)


def record(
    minute: Minute,
    *,
    words: str,
    actor: Actor,
    agreement: Agreement,
    recommendation: Recommendation | None = None,
    reasons: str | None = None,
) -> Decision:
    """Write a decision down in its order, and plan what it asks to see again. Whether it may be is asked before."""
    kind = kind_of(words)
    decision = minute_steps.decide(minute, words=words, kind=kind, agreement=agreement, reasons=reasons, actor=actor)
    decision.recommendation_id = recommendation.id if recommendation else None
    put_in_order(minute)
    _plan(decision, actor=actor)
    return decision


def require_deciding(minute: Minute) -> None:
    """Refuse a decision while the meeting is adjourned or has no quorum, or on private business in public."""
    now = in_room.now(minute.meeting, minute)
    proceedings.require_deciding(now.proceedings, has_quorum=now.has_quorum, why=now.quorum.words)
    is_said = minute.public_was_excluded is not None
    proceedings.require_in_private(now.proceedings, is_private=minute.is_exempt, is_said=is_said)


def kind_of(words: str) -> DecisionKind:
    """Tell what the words of a decision ask for; of several things, the first that asks somebody to act."""
    kinds = [KINDS[kind] for kind in kinds_of(words)]
    return next((kind for kind in kinds if kind not in ASKS_NOTHING), kinds[0])


def change(decision: Decision, *, words: str, actor: Actor, agreement: Agreement | None = None) -> None:
    """Change the words of a decision, or how it was agreed, while the meeting goes on."""
    room.take_in_progress(decision.minute.meeting)
    said, how = guards.require_words(words, what="what was decided"), agreement or decision.agreement
    if (decision.words, decision.agreement) == (said, how):
        return
    require_deciding(decision.minute)
    _require_the_public_left_by(decision, said)
    if decision.words != said:
        decision.words, decision.kind = said, kind_of(said)
        _forget_proposals(decision)
        _unplan(decision, actor=actor)
        _plan(decision, actor=actor)
    decision.agreement = how
    facts: dict[str, Any] = {"body_id": decision.body_id, "agreement": how}
    audit.record("decision.changed", decision, actor=actor, words={"words": said}, **facts)


def reword(
    decision: Decision, *, words: str, agreement: str, reasons: str, actor: Actor, seen: str | None = None
) -> None:
    """Say a decision otherwise, with its reasons. One on a recommendation is then an amendment of it."""
    meanwhile.take_decision(decision, seen=seen)
    how = Agreement(agreement) if agreement in set(Agreement) else decision.agreement
    if decision.recommendation_id is not None:
        recommendation = db.session.get_one(Recommendation, decision.recommendation_id)
        rule(recommendation, minute=decision.minute, ruling=Ruling.AMENDED, words=words, agreement=how, actor=actor)
    else:
        change(decision, words=words, agreement=how, actor=actor)
    if (decision.reasons or "") != reasons.strip():
        decision.reasons = reasons.strip() or None
        said = {"reasons": decision.reasons}
        audit.record("decision.reasons_given", decision, actor=actor, body_id=decision.body_id, words=said)


def take_back(decision: Decision, *, actor: Actor, seen: str | None = None) -> None:
    """Take a decision back as if it had not been recorded; what it came of is left to decide."""
    meanwhile.take_decision(decision, seen=seen)
    number = decision.recommendation_id
    withdraw(decision, actor=actor)
    if number is not None:
        recommendation = db.session.get_one(Recommendation, number)
        recommendation.ruling, recommendation.ruled_words = None, None


def withdraw(decision: Decision, *, actor: Actor) -> None:
    """Take back a decision of a meeting that goes on, with an action of it that nobody has begun."""
    minute = decision.minute
    room.take_in_progress(minute.meeting)
    _require_the_public_left_by(decision, None)
    for action in decision.actions:
        _require_untouched(action)
    said: dict[str, str | None] = {"words": decision.words}
    audit.record("decision.withdrawn", decision, actor=actor, body_id=decision.body_id, words=said)
    for action in list(decision.actions):
        _take_back(action, actor)
    _forget_proposals(decision)
    _forget_votes(decision)
    _unplan(decision, actor=actor)
    minute.decisions.remove(decision)
    db.session.delete(decision)
    db.session.flush()
    put_in_order(minute)


def _require_the_public_left_by(decision: Decision, words: str | None) -> None:
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


def _forget_proposals(decision: Decision) -> None:
    """Forget what the words seemed to ask, where no officer has answered it."""
    for proposal in [each for each in decision.proposals if each.state is ProposalState.PROPOSED]:
        decision.proposals.remove(proposal)
        db.session.delete(proposal)
    db.session.flush()


def _plan(decision: Decision, *, actor: Actor) -> None:
    """Put on the forward plan what a decision asks to see again."""
    if decision.kind is DecisionKind.FORWARD_PLAN:
        db.session.flush()
        forward_plan.from_decision(decision, actor=actor)


def _unplan(decision: Decision, *, actor: Actor) -> None:
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
