"""How far the actions of a body have come, as counts."""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from shp_gov.database import db
from shp_gov.domain.permissions import Viewer
from shp_gov.domain.workflows import UNFINISHED, WITH_THE_OWNER, ActionState
from shp_gov.models import Action, Body
from shp_gov.queries.action_log import overdue
from shp_gov.queries.actions import due_expression
from shp_gov.queries.visibility import visible_actions


@dataclass(frozen=True)
class Progress:
    """How many actions of a body are unfinished, and of these how many are late or wait for somebody."""

    unfinished: int
    overdue: int
    to_verify: int
    to_agree: int
    finished: int
    next_due: date | None


def of_body(body: Body, *, viewer: Viewer) -> Progress:
    """Count the actions of a body that exist for the viewer."""
    with_owner = Action.state.in_(WITH_THE_OWNER)
    day = due_expression()
    coming = sa.case((sa.and_(with_owner, day >= viewer.on), day))
    counted = (
        visible_actions(viewer)
        .where(Action.body_id == body.id)
        .with_only_columns(
            _count(Action.state.in_(UNFINISHED)),
            _count(overdue(viewer.on)),
            _count(Action.state == ActionState.PROPOSED),
            _count(Action.state == ActionState.VERIFIED),
            _count(Action.state.not_in(UNFINISHED)),
            sa.func.min(coming),
        )
    )
    return Progress(*db.session.execute(counted).one())


def _count(condition: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
    return sa.func.coalesce(sa.func.sum(sa.case((condition, 1), else_=0)), 0)
