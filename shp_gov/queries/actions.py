"""One action, as at a day, for a viewer."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import sqlalchemy as sa
from sqlalchemy.orm import aliased, joinedload, selectinload

from shp_gov.clock import LONDON
from shp_gov.database import db
from shp_gov.domain.action_steps import is_overdue
from shp_gov.domain.permissions import Viewer
from shp_gov.domain.workflows import CALLED_OFF, WITH_THE_OWNER
from shp_gov.models import (
    Action,
    ActionEvent,
    ActionSupporter,
    Appointment,
    Body,
    Decision,
    Happening,
    Meeting,
    Minute,
    Office,
    OfficeKind,
    Person,
    Seat,
)
from shp_gov.queries.visibility import visible_actions

NOT_HELD = CALLED_OFF
WITH_OWNER = (
    joinedload(Action.body),
    joinedload(Action.seat).joinedload(Seat.organisation),
    joinedload(Action.organisation),
    joinedload(Action.owner_body),
    joinedload(Action.decision).joinedload(Decision.minute).joinedload(Minute.meeting),
)

_helper = joinedload(Action.supporters)
WITH_HELPERS = (
    _helper.joinedload(ActionSupporter.seat).joinedload(Seat.organisation),
    _helper.joinedload(ActionSupporter.organisation),
    _helper.joinedload(ActionSupporter.supporting_body),
)


def get(action_id: int, *, viewer: Viewer) -> Action:
    """Fetch an action. One the viewer may not see does not exist: 404 either way."""
    found = visible_actions(viewer).where(Action.id == action_id)
    return db.session.scalars(found.options(*WITH_OWNER, *WITH_HELPERS, joinedload(Action.closed_at))).unique().one()


def find(action_id: int, *, viewer: Viewer) -> Action | None:
    """Find an action that exists for the viewer."""
    return db.session.scalars(visible_actions(viewer).where(Action.id == action_id)).one_or_none()


def history(action: Action) -> Sequence[ActionEvent]:
    """List what happened to an action, newest first."""
    events = sa.select(ActionEvent).where(ActionEvent.action_id == action.id)
    return db.session.scalars(events.order_by(ActionEvent.id.desc())).all()


def verified_on(action: Action) -> date | None:
    """Tell the day on which an officer last verified an action."""
    verified = sa.select(sa.func.max(ActionEvent.at, type_=ActionEvent.at.type))
    verified = verified.where(ActionEvent.action_id == action.id, ActionEvent.happening == Happening.VERIFIED)
    at = db.session.scalar(verified)
    return at.astimezone(LONDON).date() if at else None


def holders(action: Action, *, on: date) -> list[Person]:
    """List who answers for an action on a day: whoever holds its seat, sits for its organisation or chairs its body."""
    found = _holders(action, on).options(joinedload(Person.posts)).order_by(Person.name)
    return list(db.session.scalars(found).unique())


def answers_for(action: Action, viewer: Viewer) -> bool:
    """Tell whether the viewer answers for this action today."""
    if viewer.person_id is None:
        return False
    return db.session.scalar(_holders(action, viewer.on).where(Person.id == viewer.person_id)) is not None


def _holders(action: Action, on: date) -> sa.Select[Person]:
    people = sa.select(Person).distinct()
    if action.owner_body_id is not None:
        chairs = people.join(Office, Office.person_id == Person.id)
        chairs = chairs.where(Office.body_id == action.owner_body_id, Office.kind == OfficeKind.CHAIR)
        return chairs.where(Office.from_on <= on, sa.or_(Office.until_on.is_(None), Office.until_on >= on))
    seated = people.join(Appointment, Appointment.person_id == Person.id).join(Appointment.seat)
    seated = seated.where(Appointment.from_on <= on, held_on(on))
    if action.seat_id is not None:
        return seated.where(Seat.id == action.seat_id)
    return seated.where(Seat.body_id == action.body_id, Seat.organisation_id == action.organisation_id)


def held_on(on: date | sa.SQLColumnExpression[date]) -> sa.ColumnElement[bool]:
    """Tell whether an appointment has not ended on a day. Needs Appointment in the query."""
    return sa.or_(Appointment.until_on.is_(None), Appointment.until_on >= on)


def due_day(action: Action) -> date | None:
    """Tell the day an action is due; "by the next meeting" is the day of the meeting after the decision, if known."""
    if action.due_on is not None or not action.is_due_by_next_meeting:
        return action.due_on
    decision = action.decision
    return day_of_next_meeting(action.body_id, after=decision.on) or decision.minute.meeting.next_on


@dataclass(frozen=True)
class Due:
    """The day an action is due, if it is known, and whether that has passed while its owner has it."""

    on: date | None
    is_overdue: bool


def dues(actions: Collection[Action], *, of: Meeting, today: date) -> dict[int, Due]:
    """Tell when each action of one meeting's decisions is due, asking once for the meeting after."""
    waiting = any(action.is_due_by_next_meeting for action in actions)
    following = (day_of_next_meeting(of.body_id, after=of.on) or of.next_on) if waiting else None
    days = {action.id: following if action.is_due_by_next_meeting else action.due_on for action in actions}
    return {action.id: Due(days[action.id], is_overdue(action.state, days[action.id], today)) for action in actions}


def day_of_next_meeting(body_id: int, *, after: date) -> date | None:
    """Tell the day of the first meeting of a body after a day, if one is in the record."""
    later = sa.select(sa.func.min(Meeting.on)).where(Meeting.body_id == body_id, Meeting.on > after)
    return db.session.scalar(later.where(Meeting.state.not_in(NOT_HELD)))


@cache
def due_expression() -> sa.ColumnElement[date | None]:
    """Work out the day an action is due, in SQL. Needs Action, Decision and Meeting in the query."""
    later = aliased(Meeting)
    following = sa.select(sa.func.min(later.on)).where(later.body_id == Action.body_id, later.on > Decision.on)
    resolved = sa.func.coalesce(following.where(later.state.not_in(NOT_HELD)).scalar_subquery(), Meeting.next_on)
    return sa.case((Action.is_due_by_next_meeting, resolved), else_=Action.due_on)


def needs_owner(on: date) -> sa.ColumnElement[bool]:
    """Tell, in SQL, whether an action is with a seat that has ended, so that nobody answers for it any more."""
    ended = sa.select(Seat.id).where(Seat.active_until < on)
    return sa.and_(Action.state.in_(WITH_THE_OWNER), Action.seat_id.in_(ended))


def owner_choices(body: Body, *, on: date) -> Sequence[Seat]:
    """List the seats of a body on a day that can own an action, with their organisations."""
    seats = sa.select(Seat).where(Seat.body_id == body.id, sa.or_(Seat.active_until.is_(None), Seat.active_until >= on))
    seats = seats.where(sa.or_(Seat.active_from.is_(None), Seat.active_from <= on))
    return db.session.scalars(seats.options(joinedload(Seat.organisation)).order_by(Seat.id)).all()


def of_seat(seat: Seat) -> Sequence[Action]:
    """List the actions of a seat that are not finished."""
    unfinished = sa.select(Action).where(Action.seat_id == seat.id, Action.closed_at_id.is_(None))
    unfinished = unfinished.where(Action.dropped_by_id.is_(None)).options(selectinload(Action.seat))
    return db.session.scalars(unfinished.order_by(Action.number)).all()
