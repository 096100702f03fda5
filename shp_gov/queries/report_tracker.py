"""Reports on their way, across meetings and partnerships."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from shp_gov.database import db
from shp_gov.domain.permissions import Role, Viewer
from shp_gov.domain.workflows import MeetingState, ReportState
from shp_gov.models import AgendaItem, ItemKind, Meeting, Provenance, Report
from shp_gov.queries.reports import WHOLE
from shp_gov.queries.visibility import declared_in_item, report_is_open, visible_reports, written_by

WITH_THE_AUTHOR = (ReportState.REQUESTED, ReportState.DRAFTED, ReportState.RETURNED)
COMING = (MeetingState.SCHEDULED, MeetingState.AGENDA_PUBLISHED, MeetingState.IN_PROGRESS)
TAKES_A_REPORT = (ItemKind.BUSINESS, ItemKind.PRESENTATION)
SIZE = 25


class Show(StrEnum):
    """Which reports are listed."""

    ALL = "all"
    LATE = "late"
    WITH_AUTHOR = "with-author"
    TO_CLEAR = "to-clear"
    READY = "ready"
    PUBLISHED = "published"


@dataclass(frozen=True)
class Tracked:
    """One page of the list, how many it has, and how many each list has."""

    reports: Sequence[Report]
    total: int
    counts: Mapping[Show, int]


def _which(on: date) -> dict[Show, sa.ColumnElement[bool]]:
    waits = sa.and_(Report.published_at.is_(None), Meeting.state.in_(COMING))
    with_author = sa.and_(waits, Report.state.in_(WITH_THE_AUTHOR))
    return {
        Show.ALL: waits,
        Show.LATE: sa.and_(with_author, Report.due_on < on),
        Show.WITH_AUTHOR: with_author,
        Show.TO_CLEAR: sa.and_(waits, Report.state.in_((ReportState.SUBMITTED, ReportState.CLEARED))),
        Show.READY: sa.and_(waits, Report.state == ReportState.READY),
        Show.PUBLISHED: Report.published_at.is_not(None),
    }


def _served(viewer: Viewer) -> sa.Select[Report]:
    reports = sa.select(Report).join(Report.meeting).where(Meeting.body_id.in_(viewer.bodies(Role.OFFICER)))
    return reports.where(Report.provenance == Provenance.RECORDED, report_is_open(viewer))


def tracker(show: Show, *, viewer: Viewer, page: int = 1) -> Tracked:
    """List the reports of the partnerships one serves: what is due first comes first."""
    which, served = _which(viewer.on), _served(viewer)
    sums = [sa.func.coalesce(sa.func.sum(sa.case((rule, 1), else_=0)), 0) for rule in which.values()]
    counted = db.session.execute(served.with_only_columns(*sums)).one()
    order = Report.published_at.desc() if show is Show.PUBLISHED else Report.due_on.is_(None)
    found = served.where(which[show]).order_by(order, Report.due_on, Meeting.on, Report.position)
    reading = (*WHOLE, joinedload(Report.author), selectinload(Report.clearances))
    rows = db.session.scalars(found.options(*reading).limit(SIZE).offset((page - 1) * SIZE)).all()
    counts = dict(zip(which, counted, strict=True))
    return Tracked(rows, counts[show], counts)


@dataclass(frozen=True)
class ItemRow:
    """An item of an agenda with the reports to it."""

    item: AgendaItem
    reports: Sequence[Report]


def of_meeting(meeting: Meeting, *, viewer: Viewer) -> list[ItemRow]:
    """List the items of an agenda that take a report, each with those that were asked for. Needs an officer."""
    served = _served(viewer).where(Report.meeting_id == meeting.id).order_by(Report.position)
    reading = (*WHOLE, joinedload(Report.author), selectinload(Report.clearances))
    by_item: dict[int | None, list[Report]] = {}
    for report in db.session.scalars(served.options(*reading)):
        by_item.setdefault(report.agenda_item_id, []).append(report)
    items = sa.select(AgendaItem).where(AgendaItem.meeting_id == meeting.id, AgendaItem.withdrawn_because.is_(None))
    items = items.where(~declared_in_item(viewer) | ~AgendaItem.is_exempt).order_by(AgendaItem.position)
    rows = [ItemRow(item, by_item.get(item.id, [])) for item in db.session.scalars(items)]
    return [row for row in rows if row.reports or row.item.needs_report or row.item.kind in TAKES_A_REPORT]


def late(*, viewer: Viewer) -> Sequence[Report]:
    """List the reports that should have come and are still with their authors."""
    found = _served(viewer).where(_which(viewer.on)[Show.LATE]).order_by(Report.due_on, Report.id)
    return db.session.scalars(found.options(*WHOLE, joinedload(Report.author)).limit(500)).all()


def mine(*, viewer: Viewer, page: int = 1) -> tuple[Sequence[Report], int]:
    """List the reports that the viewer was asked for: those still to come first."""
    asked = visible_reports(viewer).where(written_by(viewer))
    total = db.session.scalar(sa.select(sa.func.count()).select_from(asked.subquery())) or 0
    waits = sa.case((Report.state.in_(WITH_THE_AUTHOR), 0), else_=1)
    found = asked.order_by(waits, Report.due_on.is_(None), Report.due_on.desc(), Report.id.desc()).options(*WHOLE)
    return db.session.scalars(found.limit(SIZE).offset((page - 1) * SIZE)).all(), total
