"""What a meeting makes of what is put to it: a recommendation agreed or amended is a decision, word for word."""

from typing import Any

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import guards, proceedings
from shp_gov.domain.errors import DomainError
from shp_gov.domain.intent import IntentKind, kinds_of
from shp_gov.models import (
    Agreement,
    Decision,
    DecisionKind,
    Minute,
    Recommendation,
    Report,
    Ruling,
)
from shp_gov.queries import proceedings as in_room
from shp_gov.services import erasing, forward_plan, meanwhile, minute_steps, room

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
    erasing.put_in_order(minute)
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
    erasing.require_the_public_left_by(decision, said)
    if decision.words != said:
        decision.words, decision.kind = said, kind_of(said)
        erasing.forget_proposals(decision)
        erasing.unplan(decision, actor=actor)
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
    room.take_in_progress(decision.minute.meeting)
    erasing.erase(decision, actor=actor)


def _plan(decision: Decision, *, actor: Actor) -> None:
    """Put on the forward plan what a decision asks to see again."""
    if decision.kind is DecisionKind.FORWARD_PLAN:
        db.session.flush()
        forward_plan.from_decision(decision, actor=actor)
