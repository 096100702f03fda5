"""What a partnership has to act on, asked in one statement after each act."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import sqlalchemy as sa
from hypothesis.stateful import precondition

from shp_gov.domain.workflows import MeetingState, PlanState, ReportState, SuggestionState
from shp_gov.models import (
    AgendaItem,
    AgendaVersion,
    Attendance,
    Decision,
    ForwardPlanEntry,
    ItemKind,
    Meeting,
    Minute,
    MinuteRevision,
    Recommendation,
    Report,
    Suggestion,
)

TO_WRITE = (ReportState.REQUESTED, ReportState.DRAFTED, ReportState.RETURNED)
BUSINESS = AgendaItem.kind == ItemKind.BUSINESS
Found = sa.Select[Any]


def where(*things: str) -> Callable[[Any], Any]:
    """Try a rule only while the partnership has one of these."""
    return precondition(lambda machine: not machine.there.isdisjoint(things))


@cache
def question(body_id: int, dialect: sa.Dialect) -> tuple[tuple[str, ...], str]:
    """Write down, once for each partnership, what is asked and how the database reads it."""
    asked = dict(_things(body_id))
    columns = [sa.case((found.exists(), 1), else_=0) for found in asked.values()]
    written = sa.select(*columns).compile(dialect=dialect, compile_kwargs={"literal_binds": True})
    return tuple(asked), str(written)


def _things(body_id: int) -> Iterator[tuple[str, Found]]:
    yield from _before(body_id)
    yield from _at_it(body_id)
    reports = sa.select(Report.id).join(Report.meeting).where(Meeting.body_id == body_id)
    yield "a report", reports
    yield "a report to write", reports.where(Report.state.in_(TO_WRITE))
    to_come = reports.where(Report.meeting_id == _first(body_id, MeetingState.SCHEDULED))
    yield "a report that is not ready", to_come.where(Report.state != ReportState.READY)
    plan = sa.select(ForwardPlanEntry.id).where(ForwardPlanEntry.body_id == body_id)
    yield "something planned", plan.where(ForwardPlanEntry.state == PlanState.PLANNED)


def _before(body_id: int) -> Iterator[tuple[str, Found]]:
    to_come = _first(body_id, MeetingState.SCHEDULED)
    items = sa.select(AgendaItem.id).where(AgendaItem.meeting_id == to_come)
    yield "an item", items
    yield "business", items.where(BUSINESS)
    yield "open business", items.where(BUSINESS, ~AgendaItem.is_exempt)
    yield "private business", items.where(BUSINESS, AgendaItem.is_exempt)
    yield "business that needs a report", items.where(BUSINESS, AgendaItem.needs_report)
    yield "a version", sa.select(AgendaVersion.id).where(AgendaVersion.meeting_id == to_come)
    out = sa.select(AgendaItem.id).where(AgendaItem.meeting_id == _first(body_id, MeetingState.AGENDA_PUBLISHED))
    yield "business that is out", out.where(BUSINESS)


def _at_it(body_id: int) -> Iterator[tuple[str, Found]]:
    live = _first(body_id, MeetingState.IN_PROGRESS)
    yield "a decision", sa.select(Decision.id).join(Decision.minute).where(Minute.meeting_id == live)
    put = sa.select(Recommendation.id).join(Report, Report.id == Recommendation.report_id)
    yield "a recommendation", put.where(Report.meeting_id == live)
    yield "somebody here", sa.select(Attendance.id).where(Attendance.meeting_id == live)
    minutes = sa.select(Minute.id).join(Minute.meeting).where(Meeting.body_id == body_id)
    yield "a minute", minutes
    yield "a saved minute", minutes.where(Minute.version > 1)
    clash = sa.select(MinuteRevision.id).join(MinuteRevision.minute).join(Minute.meeting)
    is_open = sa.and_(MinuteRevision.is_clash, MinuteRevision.settled_by_id.is_(None))
    yield "a clash", clash.where(Meeting.body_id == body_id, is_open)
    asked = sa.select(Suggestion.id).join(Meeting, Meeting.id == Suggestion.meeting_id)
    yield "a suggestion", asked.where(Meeting.body_id == body_id, Suggestion.state == SuggestionState.OPEN)


def _first(body_id: int, state: MeetingState) -> Any:
    """Give the earliest meeting in a state, which is the one that the rules act on."""
    found = sa.select(Meeting.id).where(Meeting.body_id == body_id, Meeting.state == state)
    return found.order_by(Meeting.on, Meeting.id).limit(1).scalar_subquery()
