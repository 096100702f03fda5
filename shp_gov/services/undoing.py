"""Undoing an import: what only that pack said leaves the register; what somebody relies on stays."""

from collections.abc import Collection
from datetime import time
from typing import Any

import sqlalchemy as sa

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import guards
from shp_gov.domain.errors import DomainError
from shp_gov.domain.workflows import ImportState, MeetingState, MinutesState
from shp_gov.models import (
    Body,
    Import,
    KnownAs,
    Meeting,
    PersonPost,
    Provenance,
    RoleHeld,
    Seat,
    SeatCategory,
    Sighting,
    Statement,
)
from shp_gov.queries import undoing as queries
from shp_gov.queries.undoing import OF_A_PACK, WORKED_OUT, Plan

QUIETLY = {"synchronize_session": False}
BY_A_PAPER = (MeetingState.SCHEDULED, MeetingState.AGENDA_PUBLISHED, MeetingState.CLOSED)
OF_THE_PAPERS = (
    "starts_at", "started_at", "ended_at", "venue", "confirms_minutes_of", "next_on", "next_starts_at", "next_venue",
)  # fmt: skip


class NotInTheRegister(DomainError):
    """A pack that was not accepted, or is undone already."""


def withdraw(pack: Import, plan: Plan, *, reason: str, actor: Actor) -> None:
    """Say that an import is undone and why, and take out what only it said."""
    require_in_the_register(pack)
    reason = guards.require_words(reason, what="a reason")
    pack.state, pack.undone_at, pack.undone_by, pack.undone_because = (
        ImportState.UNDONE, clock.now(), actor.name, reason,
    )  # fmt: skip
    stays = sorted({table for table, _ in plan.kept})
    words: dict[str, str | None] = {"reason": reason}
    audit.record("pack.undone", pack, actor=actor, body_id=pack.body_id, words=words, out=plan.counts(), stays=stays)
    _forget_categories(plan)
    _cut(plan)
    db.session.execute(sa.delete(Statement).where(Statement.import_id == pack.id), execution_options=QUIETLY)
    printed = sa.delete(PersonPost).where(PersonPost.body_id == pack.body_id)
    db.session.execute(printed.where(PersonPost.provenance == Provenance.DERIVED), execution_options=QUIETLY)
    for model in OF_A_PACK:
        _take_out(model, plan, pack, actor=actor)
    db.session.flush()
    db.session.expire_all()


def require_in_the_register(pack: Import) -> None:
    """Hold a pack until the transaction ends, and refuse one that is not in the register."""
    db.session.refresh(pack, ["state", "version"], with_for_update=True)
    if pack.state is not ImportState.ACCEPTED:
        raise NotInTheRegister("This pack is not in the register, so there is nothing to undo.")


def _forget_categories(plan: Plan) -> None:
    """Let the lists that remain say by what right a seat is there, where only this pack's list had said it."""
    listed = sa.select(Sighting.seat_id).where(Sighting.id.in_(plan.ids(Sighting)), Sighting.seat_id.is_not(None))
    seats = sa.update(Seat).where(Seat.id.in_(listed), Seat.provenance == Provenance.IMPORTED)
    db.session.execute(seats.values(category=SeatCategory.NOT_STATED), execution_options=QUIETLY)


def _cut(plan: Plan) -> None:
    """Cut the links that the register worked out to what goes; it works them out again."""
    for link in WORKED_OUT:
        column = link.property.columns[0]
        (key,) = column.foreign_keys
        gone = plan.goes.get(key.column.table.name)
        if gone:
            _cut_one(column, gone)


def _cut_one(column: sa.Column[int], gone: Collection[int]) -> None:
    values: dict[str, object] = {column.name: None}
    if column.name == "minutes_approved_at_id":
        values["minutes_state"] = MinutesState.DRAFT_PUBLISHED
    cut = sa.update(column.table).where(column.in_(gone)).values(**values)
    db.session.execute(cut, execution_options=QUIETLY)


def _take_out(model: Any, plan: Plan, pack: Import, *, actor: Actor) -> None:
    gone = plan.ids(model)
    if not gone:
        return
    for row in db.session.scalars(sa.select(model).where(model.id.in_(gone))) if model is Meeting else ():
        audit.record("meeting.withdrawn", row, actor=actor, body_id=row.body_id, on=row.on, pack=pack.id)
    db.session.flush()
    db.session.execute(sa.delete(model).where(model.id.in_(gone)), execution_options=QUIETLY)


def withdraw_body(body: Body, pack: Import, *, actor: Actor) -> bool:
    """Take a body out that only this pack founded, where nobody relies on it. Tell whether it went."""
    db.session.flush()
    if not queries.is_left_empty(body, pack):
        return False
    audit.record("body.withdrawn", body, actor=actor, body_id=body.id, name=body.name, pack=pack.id)
    pack.body = None
    db.session.flush()
    for model in (KnownAs, RoleHeld):
        db.session.execute(sa.delete(model).where(model.body_id == body.id), execution_options=QUIETLY)
    db.session.delete(body)
    db.session.flush()
    return True


def begin_again(meeting: Meeting, *, planned: time | None, actual: time | None) -> None:
    """Forget what the papers said of a meeting itself, but not when it was, before those that remain say it again."""
    for approved in db.session.scalars(sa.select(Meeting).where(Meeting.minutes_approved_at_id == meeting.id)):
        approved.minutes_state, approved.minutes_approved_at = MinutesState.DRAFT_PUBLISHED, None
    for name in OF_THE_PAPERS:
        setattr(meeting, name, None)
    meeting.starts_at, meeting.started_at = planned, actual
    meeting.minutes_state, meeting.minutes_approved_at = None, None
    if meeting.state in BY_A_PAPER:
        meeting.state = MeetingState.SCHEDULED
    db.session.flush()
