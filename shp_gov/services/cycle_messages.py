"""Messages about a meeting on its way: whether they are still due, and what they say. Nothing exempt is in one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from shp_gov.database import db
from shp_gov.domain import replying
from shp_gov.domain.diary import BEFORE_IT_IS_HELD
from shp_gov.domain.permissions import Role, Viewer
from shp_gov.domain.workflows import MeetingState, ReportState
from shp_gov.models import (
    AgendaVersion,
    Base,
    CallForItems,
    DecisionList,
    Meeting,
    MeetingChange,
    Message,
    Minute,
    MinutesVersion,
    Reply,
    Report,
)
from shp_gov.notifications.email import link
from shp_gov.queries import diary
from shp_gov.queries.visibility import PUBLISHED
from shp_gov.services import agenda_messages, minutes_messages, publication_messages
from shp_gov.services.membership_messages import About
from shp_gov.services.report_chasing import WITH_THE_AUTHOR

ABOUT: Mapping[str, type[Base]] = {
    "meeting": Meeting,
    "meeting_change": MeetingChange,
    "report": Report,
    "agenda_version": AgendaVersion,
    "call_for_items": CallForItems,
    "minutes_version": MinutesVersion,
    "decision_list": DecisionList,
    "minute": Minute,
}
GONE = "it is no longer there"
OVERTAKEN = "it is no longer so"
StillDue = Callable[[Any, Viewer, date], bool]


@dataclass(frozen=True)
class Event:
    """One kind of message: the page it leads to, the argument that page takes, and whether it must still be said.

    The argument is the number of the row; `of_meeting` leads to a page of the row's meeting instead.
    """

    page: str
    argument: str = "meeting_id"
    of_meeting: bool = True
    still_due: StillDue = lambda row, viewer, on: True


def _still_in(state: MeetingState) -> StillDue:
    """Say it while the meeting is still as it was said to be, and its day has not passed."""
    return lambda change, viewer, on: change.meeting.state is state and change.on_before >= on


def _still_moved(change: MeetingChange, viewer: Viewer, on: date) -> bool:
    """Say only the latest of several changes, while the meeting is still to come."""
    newest = diary.history(change.meeting)[0]
    return newest is change and change.meeting.state in BEFORE_IT_IS_HELD and change.meeting.on >= on


def _no_reply_yet(meeting: Meeting, viewer: Viewer, on: date) -> bool:
    """Ask only who has not replied, while a reply is taken."""
    if replying.closed_because(meeting.state, meeting.on, today=on):
        return False
    replied = sa.select(Reply.id).where(Reply.meeting_id == meeting.id, Reply.person_id == viewer.person_id)
    return db.session.scalar(replied) is None


def _is_with_its_author(report: Report, viewer: Viewer, on: date) -> bool:
    return report.state in WITH_THE_AUTHOR and report.author_id == viewer.person_id


def _is_to_check(report: Report, viewer: Viewer, on: date) -> bool:
    return report.state is ReportState.SUBMITTED and Role.OFFICER in viewer.roles(report.meeting.body_id)


def _is_theirs_to_read(minute: Minute, viewer: Viewer, on: date) -> bool:
    meeting = minute.meeting
    entitled = viewer.sees_exempt(body_id=meeting.body_id, on=meeting.on, meeting_id=meeting.id)
    return meeting.minutes_state in PUBLISHED and (entitled or not minute.is_exempt)


_TO_AUTHOR = Event("reports.show", "report_id", of_meeting=False, still_due=_is_with_its_author)
EVENTS: Mapping[str, Event] = {
    "reply_wanted": Event("replies.reply", still_due=_no_reply_yet),
    "report_requested": _TO_AUTHOR,
    "report_chased": _TO_AUTHOR,
    "report_returned": _TO_AUTHOR,
    "report_submitted": Event("reports.show", "report_id", of_meeting=False, still_due=_is_to_check),
    "decision_extract": Event("papers.extract", "minute_id", of_meeting=False, still_due=_is_theirs_to_read),
    "meeting_moved": Event("meetings.show", still_due=_still_moved),
    "meeting_postponed": Event("meetings.show", still_due=_still_in(MeetingState.POSTPONED)),
    "meeting_cancelled": Event("meetings.show", still_due=_still_in(MeetingState.CANCELLED)),
    **{name: Event(page, still_due=due) for name, (page, due) in minutes_messages.EVENTS.items()},
    **{name: Event(page, still_due=due) for name, (page, due) in agenda_messages.EVENTS.items()},
    **{name: Event(page, still_due=due) for name, (page, due) in publication_messages.EVENTS.items()},
}


def not_due(message: Message, *, viewer: Viewer, on: date) -> str | None:
    """Tell why a message is no longer due, if it is not."""
    row: Any = db.session.get(ABOUT[message.subject_type], message.subject_id)
    if row is None:
        return GONE
    return None if EVENTS[message.event].still_due(row, viewer, on) else OVERTAKEN


def about(message: Message) -> About:
    """Give what a message says: the body, the meeting, the page, and the facts it was put in with."""
    row: Any = db.session.get_one(ABOUT[message.subject_type], message.subject_id)
    meeting: Meeting = row if isinstance(row, Meeting) else row.meeting
    event = EVENTS[message.event]
    page = link(event.page, **{event.argument: meeting.id if event.of_meeting else row.id})
    facts = {"body": meeting.body.name, "meeting": meeting, "link": page, "about": row, **message.facts}
    return About(meeting.body_id, facts)
