"""Everything that somebody can fetch of a partnership, as one text: what is not in it does not exist for them."""

import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from shp_gov.database import db
from shp_gov.domain.permissions import Viewer
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import Action, Body, Decision, Meeting, Message, Minute, Report
from shp_gov.queries import decisions, display, forward_plan, meetings, papers, visibility
from shp_gov.queries.decisions import Wanted

NO_SCREEN = (MeetingState.SCHEDULED, MeetingState.CANCELLED, MeetingState.POSTPONED)
ROWS: tuple[tuple[Any, Any], ...] = (
    (visibility.visible_decisions, Decision.words),
    (visibility.visible_actions, Action.what),
    (visibility.visible_reports, Report.subject),
)
WORDS = ("title", "purpose", "narrative", "urgent_ruling", "public_summary", "presenter")


def glance(viewer: Viewer, body: Body) -> str:
    """Read the rows that exist for a viewer: titles, minutes, decisions, actions, reports, what is planned."""
    parts: list[Any] = [(entry.title, entry.about) for entry in forward_plan.planned(body, viewer=viewer)]
    for meeting in db.session.scalars(sa.select(Meeting).where(Meeting.body_id == body.id)):
        parts += [item.title for item in meetings.agenda(meeting, viewer=viewer)]
    of_body = Meeting.body_id == body.id
    for minute in db.session.scalars(visibility.visible_minutes(viewer).where(of_body)):
        parts.append([getattr(minute, name) for name in WORDS])
    for select, column in ROWS:
        parts += db.session.scalars(select(viewer).where(of_body).with_only_columns(column))
    return "\n".join(map(str, parts))


def seen_by(viewer: Viewer, body: Body) -> str:
    """Read all that a viewer can fetch of a partnership."""
    rows = db.session.scalars(sa.select(Meeting).where(Meeting.body_id == body.id).order_by(Meeting.on)).all()
    parts = [*_of_body(body, viewer)]
    for meeting in rows:
        parts += _of_meeting(meeting, viewer)
    return "\n".join(map(str, parts))


def _of_body(body: Body, viewer: Viewer) -> Iterator[Any]:
    for entry in (*forward_plan.planned(body, viewer=viewer), *forward_plan.finished(body, viewer=viewer)):
        yield from (entry.title, entry.about, entry.origin_words)
    found, _ = decisions.register(Wanted(body=body.slug), viewer=viewer)
    yield from map(_decision, found)
    yield from map(_decision, decisions.latest(body, viewer=viewer))
    yield papers.action_log(body, viewer=viewer)


def _of_meeting(meeting: Meeting, viewer: Viewer) -> Iterator[Any]:
    yield from meetings.agenda(meeting, viewer=viewer)
    yield papers.agenda(meeting, viewer=viewer)
    if meeting.state not in NO_SCREEN:
        yield display.of(meeting.id, viewer=viewer)
    for report in meetings.reports(meeting, viewer=viewer):
        yield from (report.subject, papers.report(report, viewer=viewer))
    seen = meetings.minutes(meeting, viewer=viewer)
    for minute in seen.minutes:
        yield [getattr(minute, name) for name in WORDS] if isinstance(minute, Minute) else minute
    for taken in seen.decisions.values():
        yield from map(_decision, taken)
    if meeting.minutes_state is not None:
        yield papers.minutes(meeting, viewer=viewer)


def _decision(decision: Decision) -> list[Any]:
    return [decision.words, decision.reasons, *(action.what for action in decision.actions)]


def told(*, after: int) -> str:
    """Read the facts of every message put in after one, whoever it goes to."""
    facts = db.session.scalars(sa.select(Message.facts).where(Message.id > after))
    return "\n".join(map(json.dumps, facts))
