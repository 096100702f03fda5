"""The meetings that one person goes to, across bodies: what they replied, and which papers are new to them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager

from shp_gov.database import db
from shp_gov.domain.permissions import Role, Viewer
from shp_gov.domain.replying import reply_by
from shp_gov.domain.workflows import AgendaState, MeetingState
from shp_gov.models import AgendaKind, AgendaVersion, Answer, Body, Meeting, PackRead, Reply

TO_COME = (MeetingState.SCHEDULED, MeetingState.AGENDA_PUBLISHED, MeetingState.IN_PROGRESS)
OPEN = (MeetingState.SCHEDULED, MeetingState.AGENDA_PUBLISHED)
SAID = {
    Answer.ATTENDING: "You said that you will be there.",
    Answer.REMOTE: "You said that you will join remotely.",
    Answer.APOLOGIES: "You sent apologies.",
}


@dataclass(frozen=True)
class Coming:
    """A meeting to come, whether a reply is expected, what it was, and whether papers came since they were read."""

    meeting: Meeting
    is_expected: bool
    answer: Answer | None
    has_said_interests: bool
    has_new_papers: bool

    @property
    def wants_a_reply(self) -> bool:
        """Tell whether a reply is still to be given."""
        return self.is_expected and self.answer is None

    @property
    def wants_interests(self) -> bool:
        """Tell whether the agenda came out after the reply, so that interests are still to be told."""
        is_out = self.meeting.state is MeetingState.AGENDA_PUBLISHED
        return self.is_expected and self.answer is not None and is_out and not self.has_said_interests

    @property
    def said(self) -> str:
        """Say what was replied."""
        return SAID[self.answer] if self.answer else ""

    @property
    def reply_by(self) -> date:
        """Tell by when a reply is asked for."""
        return reply_by(self.meeting.on)


def coming(viewer: Viewer) -> list[Coming]:
    """List the next meeting of each body that the viewer sits on or serves, and those at which they stand in."""
    bodies = sorted({term.body_id for term in viewer.terms if term.covers(viewer.on) and term.meeting_id is None})
    stands_in = sorted({term.meeting_id for term in viewer.terms if term.meeting_id is not None})
    first = sa.select(Meeting.body_id, sa.func.min(Meeting.on).label("on")).where(Meeting.on >= viewer.on)
    first = first.where(Meeting.state.in_(TO_COME), Meeting.body_id.in_(bodies)).group_by(Meeting.body_id)
    days = first.subquery()
    is_first = sa.select(days.c.on).where(days.c.body_id == Meeting.body_id, days.c.on == Meeting.on).exists()
    found = sa.select(Meeting, Reply.answer, Reply.has_no_interest, _is_new(viewer)).join(Meeting.body)
    mine = sa.and_(Reply.meeting_id == Meeting.id, Reply.person_id == viewer.person_id)
    found = found.outerjoin(Reply, mine).options(contains_eager(Meeting.body))
    found = found.where(Meeting.on >= viewer.on, Meeting.state.in_(TO_COME))
    found = found.where(sa.or_(is_first, Meeting.id.in_(stands_in))).order_by(Meeting.on, Body.name)
    return [_coming(row, viewer) for row in db.session.execute(found)]


def _coming(row: Any, viewer: Viewer) -> Coming:
    meeting, answer, has_none, is_new = row
    return Coming(meeting, _is_expected(meeting, viewer), answer, has_none is not None, is_new)


def _is_expected(meeting: Meeting, viewer: Viewer) -> bool:
    if meeting.state not in OPEN:
        return False
    terms = (term for term in viewer.terms if term.body_id == meeting.body_id and term.covers(meeting.on))
    return any(
        (term.role is Role.MEMBER and term.meeting_id is None)
        or (term.role is Role.SUBSTITUTE and term.meeting_id == meeting.id)
        for term in terms
    )


def _is_new(viewer: Viewer) -> sa.ColumnElement[bool]:
    """Tell whether papers of a meeting came out after the viewer read its pack. Needs Meeting in the query."""
    read = sa.select(PackRead.version_id).where(PackRead.user_id == viewer.user_id)
    out = sa.select(AgendaVersion.id).where(AgendaVersion.meeting_id == Meeting.id)
    out = out.where(AgendaVersion.published_at.is_not(None)).correlate(Meeting)
    return sa.and_(out.where(AgendaVersion.id.in_(read)).exists(), out.where(AgendaVersion.id.not_in(read)).exists())


@dataclass(frozen=True)
class ForChair:
    """What the next meeting asks of the chair: whether the agenda waits to be agreed, and what they replied."""

    agenda_waits: bool = False
    coming: Coming | None = None


def for_chair(meeting: Meeting | None, *, viewer: Viewer) -> ForChair:
    """Tell it, in one statement."""
    if meeting is None:
        return ForChair()
    newest = sa.select(AgendaVersion.state).where(AgendaVersion.meeting_id == Meeting.id)
    newest = newest.where(AgendaVersion.kind == AgendaKind.AGENDA).order_by(AgendaVersion.number.desc()).limit(1)
    found = sa.select(newest.correlate(Meeting).scalar_subquery(), Reply.answer, Reply.has_no_interest)
    mine = sa.and_(Reply.meeting_id == Meeting.id, Reply.person_id == viewer.person_id)
    found = found.select_from(Meeting).outerjoin(Reply, mine).where(Meeting.id == meeting.id)
    state, answer, has_none = db.session.execute(found).one()
    coming = Coming(meeting, _is_expected(meeting, viewer), answer, has_none is not None, False)
    return ForChair(state is AgendaState.WITH_THE_CHAIR, coming)
