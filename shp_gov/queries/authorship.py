"""Who wrote what an agenda and its reports say, so that nobody checks their own work: the audit trail tells."""

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa

from shp_gov.database import db
from shp_gov.models import AgendaItem, AgendaVersion, Appendix, AuditEvent, ItemOrigin, Meeting, Report

OF_ITEMS = ("agenda_item.added", "agenda_item.changed", "agenda_item.added_late")
OF_REPORTS = ("report.drafted", "report.uploaded")
OF_APPENDICES = ("appendix.added",)
BY_ITSELF = (ItemOrigin.STANDING, ItemOrigin.LAST_AGENDA, ItemOrigin.CARRIED, ItemOrigin.DEFERRED)


def authors(meeting: Meeting, *, only: Collection[int] | None = None) -> set[int]:
    """Name the accounts that wrote or changed an item or a report; of some items only, where these are given.

    What came from a list or an earlier meeting was written by nobody here, until somebody changes it.
    """
    items = sa.select(AgendaItem.id).where(AgendaItem.meeting_id == meeting.id)
    items = items if only is None else items.where(AgendaItem.id.in_(only))
    reports = sa.select(Report.id).where(Report.agenda_item_id.in_(items))
    appendices = sa.select(Appendix.id).where(Appendix.report_id.in_(reports))
    wrote = sa.or_(
        _of(AgendaItem.__tablename__, items, OF_ITEMS),
        _of(Report.__tablename__, reports, OF_REPORTS),
        _of(Appendix.__tablename__, appendices, OF_APPENDICES),
    )
    acts = sa.select(AuditEvent.user_id, AuditEvent.facts).where(wrote, AuditEvent.user_id.is_not(None))
    return {who for who, facts in db.session.execute(acts) if who and facts.get("origin") not in BY_ITSELF}


def _of(what: str, ids: sa.Select[Any], events: Collection[str]) -> sa.ColumnElement[bool]:
    return sa.and_(AuditEvent.subject_type == what, AuditEvent.subject_id.in_(ids), AuditEvent.event.in_(events))


def of_version(version: AgendaVersion) -> set[int]:
    """Name the accounts that wrote what a version holds: all of the agenda, or what comes late."""
    return authors(version.meeting, only=version.contents.get("late"))
