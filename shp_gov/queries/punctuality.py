"""How much of what was due was done on time, by the organisation that owns it and by quarter, in one statement."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from shp_gov.database import db
from shp_gov.domain.permissions import Viewer
from shp_gov.domain.quarters import Quarter, Share
from shp_gov.domain.workflows import UNFINISHED, WITH_THE_OWNER, ActionState
from shp_gov.models import Action, ActionEvent, Body, Happening, Organisation, Seat
from shp_gov.queries.actions import due_expression
from shp_gov.queries.visibility import visible_actions

DONE = (ActionState.PROPOSED, ActionState.VERIFIED, ActionState.CLOSED)


@dataclass(frozen=True)
class Tally:
    """What one organisation had due in one quarter (`None`: outside them), and what of all it owns is unfinished."""

    organisation: str | None
    quarter: int | None
    due: int
    on_time: int
    unfinished: int
    overdue: int
    to_agree: int

    @property
    def share(self) -> Share:
        """Give what was due and what of it was done on time."""
        return Share(self.on_time, self.due)


def of_body(body: Body, quarters: Sequence[Quarter], *, viewer: Viewer) -> list[Tally]:
    """Count the actions of a body that exist for the viewer.

    An action is done on time when its owner proposed that it is complete by the end of the day it was due, and nobody
    returned it. One that will not proceed counts for nobody, nor does one whose completion nobody recorded.
    """
    each = _actions(body, viewer)
    is_done, done_in_time = each.c.state.in_(DONE), sa.func.date(each.c.proposed_at) <= each.c.due
    counts = sa.or_(each.c.state.in_(WITH_THE_OWNER), each.c.proposed_at.is_not(None))
    quarter = sa.case(
        *((each.c.due.between(quarter.starts_on, quarter.ends_on), number) for number, quarter in enumerate(quarters))
    ).label("quarter")
    sums = (
        _sum(sa.and_(counts, each.c.state != ActionState.NOT_PROCEEDING)),
        _sum(sa.and_(is_done, done_in_time)),
        _sum(each.c.state.in_(UNFINISHED)),
        _sum(sa.and_(each.c.state.in_(WITH_THE_OWNER), each.c.due < viewer.on)),
        _sum(each.c.state == ActionState.VERIFIED),
    )
    tallied = sa.select(Organisation.name, quarter, *sums).select_from(each)
    tallied = tallied.outerjoin(Organisation, Organisation.id == each.c.organisation_id)
    return [Tally(*row) for row in db.session.execute(tallied.group_by(Organisation.name, quarter))]


def _actions(body: Body, viewer: Viewer) -> sa.Subquery:
    proposed = sa.select(sa.func.max(ActionEvent.at)).where(ActionEvent.action_id == Action.id)
    proposed = proposed.where(ActionEvent.happening == Happening.COMPLETION_PROPOSED)
    found = visible_actions(viewer).outerjoin(Action.seat).where(Action.body_id == body.id)
    return found.with_only_columns(
        sa.func.coalesce(Action.organisation_id, Seat.organisation_id).label("organisation_id"),
        Action.state,
        due_expression().label("due"),
        sa.case((Action.state.in_(DONE), proposed.scalar_subquery())).label("proposed_at"),
    ).subquery()


def _sum(condition: sa.ColumnElement[bool]) -> sa.ColumnElement[Any]:
    return sa.func.coalesce(sa.func.sum(sa.case((condition, 1), else_=0)), 0)


def shares(tallies: Iterable[Tally], quarters: Sequence[Quarter]) -> tuple[Share, ...]:
    """Add these up, quarter by quarter."""
    found = [Share() for _ in quarters]
    for tally in tallies:
        if tally.quarter is not None:
            found[tally.quarter] += tally.share
    return tuple(found)
