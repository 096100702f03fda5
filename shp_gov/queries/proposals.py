"""Proposed actions of a body, for an officer to answer; and what can be chosen when an action ends."""

from collections.abc import Sequence
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload

from shp_gov.database import db
from shp_gov.domain.permissions import Viewer
from shp_gov.domain.workflows import MeetingState, ProposalState
from shp_gov.models import Action, Body, Decision, Meeting, Minute, ProposedAction, Seat
from shp_gov.queries.visibility import visible_actions, visible_decisions, visible_minutes

PAGE = 10
MOST_CHOICES = 60


def of_body(
    body: Body, *, viewer: Viewer, state: ProposalState, decision_id: int | None = None, page: int = 1
) -> tuple[Sequence[ProposedAction], int]:
    """List a page of a body's proposed actions in one state, newest decision first, and count them all."""
    seen = visible_decisions(viewer).with_only_columns(Decision.id).where(Decision.body_id == body.id)
    found = sa.select(ProposedAction).join(ProposedAction.decision).join(Decision.minute).join(Minute.meeting)
    found = found.where(ProposedAction.body_id == body.id, ProposedAction.state == state, Decision.id.in_(seen))
    if decision_id is not None:
        found = found.where(ProposedAction.decision_id == decision_id)
    total = db.session.scalar(found.with_only_columns(sa.func.count())) or 0
    ordered = found.order_by(Decision.on.desc(), Minute.position, Decision.ordinal, ProposedAction.ordinal)
    return db.session.scalars(_whole(ordered).limit(PAGE).offset((page - 1) * PAGE)).all(), total


def _whole(found: sa.Select[ProposedAction]) -> sa.Select[ProposedAction]:
    return found.options(
        contains_eager(ProposedAction.decision).contains_eager(Decision.minute).contains_eager(Minute.meeting),
        joinedload(ProposedAction.seat).joinedload(Seat.organisation),
        joinedload(ProposedAction.organisation),
        joinedload(ProposedAction.action),
    )


def get(proposal_id: int, *, viewer: Viewer) -> ProposedAction:
    """Fetch a proposed action of a decision that exists for the viewer."""
    seen = visible_decisions(viewer).with_only_columns(Decision.id)
    found = sa.select(ProposedAction).join(ProposedAction.decision).join(Decision.minute).join(Minute.meeting)
    return db.session.scalars(_whole(found.where(ProposedAction.id == proposal_id, Decision.id.in_(seen)))).one()


def meetings_held(body: Body, *, on: date) -> Sequence[Meeting]:
    """List the latest meetings of a body that were held, today's included, newest first."""
    held = sa.select(Meeting).where(Meeting.body_id == body.id, Meeting.on <= on)
    held = held.where(Meeting.state.in_((MeetingState.IN_PROGRESS, MeetingState.CLOSED)))
    return db.session.scalars(held.order_by(Meeting.on.desc(), Meeting.id.desc()).limit(12)).all()


def minutes_of(meetings: Sequence[Meeting], *, viewer: Viewer) -> Sequence[Minute]:
    """List the minutes of these meetings that the viewer may see."""
    seen = visible_minutes(viewer).where(Minute.meeting_id.in_([meeting.id for meeting in meetings]))
    return db.session.scalars(seen.order_by(Meeting.on.desc(), Minute.position)).all()


def later_decisions(action: Action, *, viewer: Viewer) -> Sequence[Decision]:
    """List the decisions that could have ended an action, newest first."""
    seen = visible_decisions(viewer).where(Decision.body_id == action.body_id, Decision.id != action.decision_id)
    seen = seen.where(Decision.on >= action.assigned_on).order_by(Decision.on.desc(), Decision.id.desc())
    whole = seen.options(contains_eager(Decision.minute).contains_eager(Minute.meeting))
    return db.session.scalars(whole.limit(MOST_CHOICES)).all()


def others_unfinished(action: Action, *, viewer: Viewer) -> Sequence[Action]:
    """List the other unfinished actions of the same body, for one to wait for."""
    others = visible_actions(viewer).where(Action.body_id == action.body_id, Action.id != action.id)
    others = others.where(Action.closed_at_id.is_(None), Action.dropped_by_id.is_(None))
    return db.session.scalars(others.order_by(Action.number.desc()).limit(MOST_CHOICES)).all()
