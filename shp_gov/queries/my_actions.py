"""What one person owes, across bodies."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import aliased, contains_eager, joinedload

from shp_gov.database import db
from shp_gov.domain.action_steps import is_blocked, is_overdue
from shp_gov.domain.permissions import Viewer
from shp_gov.domain.workflows import FINISHED, WITH_THE_OWNER, ActionState
from shp_gov.models import Action, Appointment, Decision, Minute, Office, OfficeKind, Seat
from shp_gov.queries.action_log import Line
from shp_gov.queries.actions import due_expression, held_on
from shp_gov.queries.visibility import Condition, visible_actions

PAGE = 25
WAITING = (ActionState.PROPOSED, ActionState.VERIFIED)


@dataclass(frozen=True)
class Counted:
    """How many actions are mine, how many of those I owe are overdue, and in how many partnerships."""

    to_do: int
    overdue: int
    waiting: int
    finished: int
    bodies: int


def mine(viewer: Viewer) -> Condition:
    """Tell whether the viewer answers for an action today, in SQL."""
    held = sa.select(Appointment.seat_id).where(Appointment.person_id == viewer.person_id)
    held = held.where(Appointment.from_on <= viewer.on, held_on(viewer.on))
    mine = aliased(Seat)
    sits = sa.select(mine.id).where(mine.id.in_(held), mine.body_id == Action.body_id)
    chaired = sa.select(Office.body_id).where(Office.person_id == viewer.person_id, Office.kind == OfficeKind.CHAIR)
    chaired = chaired.where(Office.from_on <= viewer.on)
    chaired = chaired.where(sa.or_(Office.until_on.is_(None), Office.until_on >= viewer.on))
    return sa.or_(
        Action.seat_id.in_(held),
        sits.where(mine.organisation_id == Action.organisation_id).exists(),
        Action.owner_body_id.in_(chaired),
    )


def counts(viewer: Viewer) -> Counted:
    """Count the viewer's actions."""
    owed = Action.state.in_(WITH_THE_OWNER)
    unfinished_body = sa.case((Action.state.not_in(FINISHED), Action.body_id))
    counted = _mine(viewer).with_only_columns(
        _sum(owed),
        _sum(sa.and_(owed, due_expression() < viewer.on)),
        _sum(Action.state.in_(WAITING)),
        _sum(Action.state.in_(FINISHED)),
        sa.func.count(sa.distinct(unfinished_body)),
    )
    return Counted(*db.session.execute(counted).one())


def _sum(condition: Condition) -> sa.ColumnElement[int]:
    return sa.func.coalesce(sa.func.sum(sa.case((condition, 1), else_=0)), 0)


def lines(viewer: Viewer, states: Sequence[ActionState], *, page: int = 1, newest: bool = False) -> list[Line]:
    """List a page of the viewer's actions in these states, soonest due first, or the newest decided first."""
    due = [due_expression().asc().nulls_last(), Action.id.asc()]
    found = _mine(viewer).where(Action.state.in_(states)).order_by(*([Action.id.desc()] if newest else due))
    decision = contains_eager(Action.decision).contains_eager(Decision.minute)
    whole = found.options(
        decision.contains_eager(Minute.meeting), joinedload(Action.body), joinedload(Action.waits_for)
    )
    whole = whole.limit(PAGE).offset((page - 1) * PAGE)
    return [
        _line(action, due_on, viewer.on) for action, due_on in db.session.execute(whole.add_columns(due_expression()))
    ]


def _line(action: Action, due_on: date | None, on: date) -> Line:
    waits_for = action.waits_for.state if action.waits_for else None
    late, blocked = is_overdue(action.state, due_on, on), is_blocked(action.state, waits_for)
    return Line(action=action, due_on=due_on, authority="", is_overdue=late, is_blocked=blocked)


def _mine(viewer: Viewer) -> sa.Select[Action]:
    return visible_actions(viewer).where(mine(viewer))
