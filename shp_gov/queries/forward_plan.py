"""The forward plan of a body: what must come, to which meeting or month, and what a viewer may read of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov import clock
from shp_gov.database import db
from shp_gov.domain.months import months_after
from shp_gov.domain.permissions import Viewer
from shp_gov.domain.words import long_day
from shp_gov.domain.workflows import MeetingState, PlanState
from shp_gov.models import (
    AgendaItem,
    Body,
    Decision,
    ForwardPlanEntry,
    Interest,
    Meeting,
    Minute,
    PlanOrigin,
    TermsState,
    TermsSubGroup,
    TermsVersion,
)

PAGE = 25
TO_COME = (MeetingState.SCHEDULED, MeetingState.AGENDA_PUBLISHED)
ORIGINS = {
    PlanOrigin.DECISION: "Asked for by a decision",
    PlanOrigin.DEFERRED: "Put off at a meeting",
    PlanOrigin.NOT_READY: "Not ready for its meeting",
    PlanOrigin.SUB_GROUP: "Report of a sub-group",
    PlanOrigin.OFFERED: "Offered",
    PlanOrigin.WRITTEN: "Written here",
}
WHOLE = (
    joinedload(ForwardPlanEntry.meeting),
    joinedload(ForwardPlanEntry.seat),
    joinedload(ForwardPlanEntry.from_item).joinedload(AgendaItem.meeting),
    joinedload(ForwardPlanEntry.decision).joinedload(Decision.minute).joinedload(Minute.meeting),
)


@dataclass(frozen=True)
class Entry:
    """An entry as the viewer may read it: a private one by its public title for those not entitled."""

    row: ForwardPlanEntry
    is_private: bool

    @property
    def title(self) -> str:
        """Give the title that the viewer may read."""
        return (self.row.public_title or "Private item") if self.is_private else self.row.title

    @property
    def origin_words(self) -> str:
        """Say why it is on the plan."""
        row = self.row
        if row.decision and not self.is_private:
            return f"Asked for by decision {row.decision.reference}"
        if row.from_item:
            return f"Put off on {long_day(row.from_item.meeting.on)}"
        return ORIGINS[row.origin]

    @property
    def about(self) -> str | None:
        """Give what is said of it, where the viewer may read that."""
        return None if self.is_private else self.row.about


def get(slug: str, plan_entry_id: int, *, viewer: Viewer) -> ForwardPlanEntry:
    """Fetch an entry of this body's plan that the viewer may read."""
    found = sa.select(ForwardPlanEntry).join(Body, ForwardPlanEntry.body_id == Body.id)
    found = found.where(ForwardPlanEntry.id == plan_entry_id, Body.slug == slug).options(*WHOLE)
    row = db.session.scalars(found.options(joinedload(ForwardPlanEntry.body))).one()
    if _seen([row], viewer)[0].is_private:
        raise sa.exc.NoResultFound
    return row


def seen(row: ForwardPlanEntry) -> str:
    """Give the mark of when an entry is to come, by which a page knows whether somebody moved it since."""
    return f"{row.meeting_id or ''} {row.month or ''}"


def planned(body: Body, *, viewer: Viewer, page: int | None = None) -> list[Entry]:
    """List what is still to come to a body, soonest first, and last what has no day; a page of it, or all."""
    found = _to_come(sa.select(ForwardPlanEntry), body).outerjoin(ForwardPlanEntry.meeting)
    day = sa.func.coalesce(Meeting.on, ForwardPlanEntry.month)
    found = found.order_by(day.is_(None), day, ForwardPlanEntry.id)
    if page is not None:
        found = found.offset((page - 1) * PAGE).limit(PAGE)
    return _seen(db.session.scalars(found.options(*WHOLE)).unique().all(), viewer)


def how_many_planned(body: Body) -> int:
    """Count what is still to come to a body."""
    return db.session.scalar(_to_come(sa.select(sa.func.count(ForwardPlanEntry.id)), body)) or 0


def _to_come(asked: sa.Select[Any], body: Body) -> sa.Select[Any]:
    to_come = (PlanState.PLANNED, PlanState.ON_AN_AGENDA)
    return asked.where(ForwardPlanEntry.body_id == body.id, ForwardPlanEntry.state.in_(to_come))


def _when(row: ForwardPlanEntry) -> tuple[bool, date, int]:
    day = row.meeting.on if row.meeting else row.month
    return day is None, day or date.max, row.id


def finished(body: Body, *, viewer: Viewer, most: int = 30) -> list[Entry]:
    """List what was considered or taken off, newest first."""
    over = (PlanState.CONSIDERED, PlanState.DROPPED)
    found = sa.select(ForwardPlanEntry).where(ForwardPlanEntry.body_id == body.id, ForwardPlanEntry.state.in_(over))
    found = found.order_by(ForwardPlanEntry.id.desc()).limit(most).options(*WHOLE)
    return _seen(db.session.scalars(found).unique().all(), viewer)


def waiting_for(meeting: Meeting, *, viewer: Viewer) -> list[Entry]:
    """List what could come to a meeting: what is due by then first, then the pool of what was put off."""
    return _seen(sorted(_waiting(meeting), key=_when), viewer)


def due_at(meeting: Meeting) -> list[ForwardPlanEntry]:
    """List what must come to a meeting: planned for it, or by its month."""
    return [row for row in sorted(_waiting(meeting), key=_when) if row.meeting_id or row.month]


def _waiting(meeting: Meeting) -> Sequence[ForwardPlanEntry]:
    entry = ForwardPlanEntry
    here = sa.or_(entry.meeting_id == meeting.id, sa.and_(entry.meeting_id.is_(None), _by(meeting)))
    found = sa.select(entry).where(entry.body_id == meeting.body_id, entry.state == PlanState.PLANNED, here)
    return db.session.scalars(found.options(*WHOLE)).unique().all()


def _by(meeting: Meeting) -> sa.ColumnElement[bool]:
    return sa.or_(ForwardPlanEntry.month.is_(None), ForwardPlanEntry.month <= meeting.on)


def _seen(rows: Sequence[ForwardPlanEntry], viewer: Viewer) -> list[Entry]:
    private = [row for row in rows if row.is_exempt]
    barred = _barred(private, viewer)
    closed = {row.id for row in private if row.id in barred or not _is_entitled(row, viewer)}
    return [Entry(row, row.id in closed) for row in rows]


def _is_entitled(row: ForwardPlanEntry, viewer: Viewer) -> bool:
    return viewer.sees_exempt(body_id=row.body_id, on=viewer.on, meeting_id=row.meeting_id or 0)


def _barred(rows: Sequence[ForwardPlanEntry], viewer: Viewer) -> set[int]:
    """Find the entries in whose item or minute the viewer declared an interest: where it came from, or is now."""
    if not rows or viewer.person_id is None:
        return set()
    declared = sa.select(Interest.agenda_item_id, Interest.minute_id).where(Interest.person_id == viewer.person_id)
    pairs = db.session.execute(declared).all()
    items, minutes = {pair.agenda_item_id for pair in pairs}, {pair.minute_id for pair in pairs}
    of_minutes = set(db.session.scalars(sa.select(Minute.agenda_item_id).where(Minute.id.in_(minutes - {None}))))
    items = (items | of_minutes) - {None}
    on_agendas = sa.select(AgendaItem.forward_plan_entry_id).where(AgendaItem.id.in_(items))
    entries = set(db.session.scalars(on_agendas))
    return {
        row.id
        for row in rows
        if row.id in entries
        or row.from_item_id in items
        or (row.decision and row.decision.minute_id in minutes | _minutes(items))
    }


def _minutes(items: set[int | None]) -> set[int | None]:
    return set(db.session.scalars(sa.select(Minute.id).where(Minute.agenda_item_id.in_(items))))


def of_item(item: AgendaItem) -> ForwardPlanEntry | None:
    """Find the entry that an item came from, or that it became when it was put off."""
    found = sa.select(ForwardPlanEntry).where(
        sa.or_(ForwardPlanEntry.id == item.forward_plan_entry_id, ForwardPlanEntry.from_item_id == item.id)
    )
    return db.session.scalars(found.order_by(ForwardPlanEntry.id.desc())).first()


def of_decision(decision: Decision) -> ForwardPlanEntry | None:
    """Find the entry that a decision asked for."""
    return db.session.scalars(
        sa.select(ForwardPlanEntry).where(ForwardPlanEntry.decision_id == decision.id).order_by(ForwardPlanEntry.id)
    ).first()


def next_after(meeting: Meeting) -> Meeting | None:
    """Find the next meeting of a body after this one whose agenda can still take something."""
    later = sa.select(Meeting).where(Meeting.body_id == meeting.body_id, Meeting.state == MeetingState.SCHEDULED)
    later = later.where(Meeting.on >= meeting.on, Meeting.id != meeting.id)
    return db.session.scalars(later.order_by(Meeting.on, Meeting.starts_at, Meeting.id)).first()


def is_the_next(meeting: Meeting) -> bool:
    """Tell whether no other meeting of the body is to be held before this one.

    One whose day passed without it, or that is entered by hand long after, keeps nothing from the next agenda.
    """
    sooner = sa.select(Meeting.id).where(Meeting.body_id == meeting.body_id, Meeting.id != meeting.id)
    sooner = sooner.where(Meeting.state.in_((*TO_COME, MeetingState.IN_PROGRESS)), Meeting.on < meeting.on)
    sooner = sooner.where(Meeting.on >= clock.today(), Meeting.entered_on.is_(None))
    return db.session.scalar(sooner.limit(1)) is None


def sub_groups(body: Body, *, on: date) -> Sequence[TermsSubGroup]:
    """List the sub-groups that the terms of a day name, with the months in which they report."""
    newest = sa.select(TermsVersion.id).where(TermsVersion.body_id == body.id, TermsVersion.in_force_from <= on)
    newest = newest.where(TermsVersion.state == TermsState.ADOPTED)
    newest = newest.order_by(TermsVersion.in_force_from.desc()).limit(1)
    found = sa.select(TermsSubGroup).where(TermsSubGroup.version_id == newest.scalar_subquery())
    return db.session.scalars(found.order_by(TermsSubGroup.position)).all()


def month_due(group: TermsSubGroup, *, since: date | None, by: date) -> date | None:
    """Find the last month in which a sub-group reports, after the month of one day and not after that of another."""
    month = by.replace(day=1)
    while month.month not in group.months_due:
        month = months_after(month, -1)
        if not group.months_due or month <= (since or by).replace(day=1):
            return None
    return month


def reports_planned(body: Body) -> set[tuple[int | str | None, date | None]]:
    """List the reports of sub-groups that were planned before: each by its group, or its title, and its month."""
    row = ForwardPlanEntry
    found = sa.select(row.sub_group_id, row.title, row.month)
    found = found.where(row.body_id == body.id, row.origin == PlanOrigin.SUB_GROUP)
    return {(group_id or title, month) for group_id, title, month in db.session.execute(found)}
