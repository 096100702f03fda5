"""How an action ends: the body agrees that it is done, or decides not to go on; and how it is opened again."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import guards
from shp_gov.domain.action_steps import target
from shp_gov.domain.guards import ForAgreement, HeldMeeting, WrongMeeting
from shp_gov.domain.words import enumerate_words
from shp_gov.domain.workflows import MinutesState
from shp_gov.models import Action, Agreement, Decision, DecisionKind, Happening, Meeting, Minute
from shp_gov.notifications import outbox
from shp_gov.queries import actions as queries
from shp_gov.services.action_history import answering, happened, move, take


def agree_closure(
    actions: Sequence[Action],
    *,
    meeting: Meeting,
    actor: Actor,
    minute: Minute | None = None,
    decision: Decision | None = None,
) -> Decision | None:
    """Record that the body agreed at a meeting that actions are complete; minuted, if a minute or decision is named."""
    chosen = sorted(set(actions), key=lambda action: action.number)
    for action in chosen:
        take(action)
    held = HeldMeeting(body_id=meeting.body_id, on=meeting.on, state=meeting.state)
    guards.require_agreeable([_facts(action) for action in chosen], held, today=clock.today())
    agreed = _minuted(chosen, meeting=meeting, minute=minute, decision=decision, actor=actor)
    for action in chosen:
        _close(action, meeting=meeting, decision=agreed, actor=actor)
    return agreed


def _facts(action: Action) -> ForAgreement:
    verified_on = queries.verified_on(action)
    return ForAgreement(action.number, action.body_id, action.state, action.assigned_on, verified_on)


def _minuted(
    actions: Sequence[Action], *, meeting: Meeting, minute: Minute | None, decision: Decision | None, actor: Actor
) -> Decision | None:
    """Give the decision that closes the actions: the one named, or a new one in the minute named."""
    of = decision.minute if decision else minute
    if of is not None and of.meeting_id != meeting.id:
        raise WrongMeeting("Choose a minute of the meeting that agreed.")
    if decision is not None or minute is None:
        return decision
    if meeting.minutes_state is MinutesState.APPROVED:
        raise WrongMeeting("The minutes of that meeting are approved and cannot change. Name no minute.")
    return _decide(actions, minute, actor)


def _decide(actions: Sequence[Action], minute: Minute, actor: Actor) -> Decision:
    last = sa.select(sa.func.max(Decision.ordinal)).where(Decision.minute_id == minute.id)
    numbers = enumerate_words("action", [action.number for action in actions])
    decision = Decision(
        body_id=minute.meeting.body_id,
        on=minute.meeting.on,
        minute=minute,
        ordinal=(db.session.scalar(last) or 0) + 1,
        words=f"That {numbers} be closed as complete.",
        kind=DecisionKind.CLOSURE,
        agreement=Agreement.CONSENSUS,
    )
    db.session.add(decision)
    body_id, kind = decision.body_id, decision.kind
    audit.record(
        "decision.recorded", decision, actor=actor, body_id=body_id, words={"words": decision.words}, kind=kind
    )
    return decision


def _close(action: Action, *, meeting: Meeting, decision: Decision | None, actor: Actor) -> None:
    action.state = target("agree_closure", action.state)
    action.closed_at = meeting
    facts: dict[str, Any] = {"meeting_id": meeting.id, "on": meeting.on.isoformat()}
    if decision is not None:
        facts["decision_id"] = decision.id
    event = happened(action, Happening.CLOSED, actor=actor, **facts)
    outbox.action_closed(event, to=answering(action))


def not_proceed(action: Action, *, decision: Decision, actor: Actor, reason: str = "") -> None:
    """Record that the body decided not to go on with an action. Only a decision can end it so."""
    guards.require_ending_decision(
        body_id=decision.body_id,
        decided_on=decision.on,
        is_its_own=decision.id == action.decision_id,
        action_body_id=action.body_id,
        assigned_on=action.assigned_on,
    )
    move(action, "not_proceed")
    action.dropped_by = decision
    said = reason.strip() or None
    event = happened(action, Happening.NOT_PROCEEDING, actor=actor, note=said, decision_id=decision.id)
    outbox.action_dropped(event, to=answering(action))


def reopen(action: Action, *, reason: str, actor: Actor) -> None:
    """Open a finished action again. Everything that happened stays in its history."""
    said = guards.require_words(reason, what="a reason for opening it again")
    move(action, "reopen")
    before = {"meeting_id": action.closed_at_id, "decision_id": action.dropped_by_id}
    action.closed_at = action.dropped_by = None
    facts: dict[str, Any] = {name: number for name, number in before.items() if number}
    event = happened(action, Happening.REOPENED, actor=actor, note=said, **facts)
    outbox.action_reopened(event, to=answering(action))
