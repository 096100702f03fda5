"""The year planner: which meeting will deal with a duty, or receive the report of a sub-group."""

from typing import Any

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import guards
from shp_gov.domain.duties.planning import Item, Kind, require_plannable
from shp_gov.models import Body, DutyPlan, Meeting
from shp_gov.queries import planner as queries
from shp_gov.queries.meetings import NOT_HELD


def tie(body: Body, item: Item, meeting: Meeting, *, actor: Actor) -> DutyPlan:
    """Say at which meeting something will be dealt with; what was said before no longer counts."""
    called_off = meeting.state in NOT_HELD
    require_plannable(meeting.body_id, meeting.on, is_called_off=called_off, body_id=body.id, today=clock.today())
    plan = queries.plan_of(body, item)
    guards.require_change(plan is not None and plan.meeting_id == meeting.id, what="the meeting")
    moved_from = plan.meeting_id if plan else None
    plan = plan or _new(body, item)
    plan.meeting = meeting
    db.session.add(plan)
    facts: dict[str, Any] = {"item": item.key, "meeting": meeting.id, "moved_from": moved_from}
    audit.record("duty.planned", plan, actor=actor, body_id=body.id, **facts)
    return plan


def _new(body: Body, item: Item) -> DutyPlan:
    of = {"duty": item.subject} if item.kind is Kind.DUTY else {"report_of": item.subject}
    return DutyPlan(body_id=body.id, year=item.year, **of)


def untie(body: Body, item: Item, *, actor: Actor) -> None:
    """Take something off the meeting it was planned for."""
    plan = queries.plan_of(body, item)
    if plan is not None:
        facts: dict[str, Any] = {"item": item.key, "meeting": plan.meeting_id}
        audit.record("duty.plan_removed", plan, actor=actor, body_id=body.id, **facts)
        db.session.delete(plan)
