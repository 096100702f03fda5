"""Meetings: what a viewer may see of their agenda, attendance, minutes and decisions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov.database import db
from shp_gov.domain.permissions import Role, Viewer
from shp_gov.domain.workflows import CALLED_OFF, MeetingState
from shp_gov.models import Action, AgendaItem, Attendance, Body, Decision, ItemKind, Meeting, Minute, Report, Seat
from shp_gov.queries.organisations import WITH_DATED_NAMES
from shp_gov.queries.people import WITH_POSTS
from shp_gov.queries.rulings import WITH_DISSENTS, WITH_REFUSED, WITH_VOTES
from shp_gov.queries.visibility import (
    PUBLISHED,
    declared_in_item,
    declared_in_minute,
    item_is_out,
    visible_decisions,
    visible_minutes,
    visible_reports,
)

WITH_LEAD = (
    joinedload(Action.seat).joinedload(Seat.organisation),
    joinedload(Action.organisation),
    joinedload(Action.owner_body),
)
NOT_HELD = CALLED_OFF


@dataclass(frozen=True)
class Item:
    """An agenda item as the viewer may see it. A private one has its public title and its paragraph only."""

    id: int
    number: str | None
    section: str | None
    title: str
    presenter: str | None
    is_private: bool
    is_exempt: bool
    exempt_paragraph: str | None
    is_urgent: bool
    excludes_the_public: bool = False
    confirms_meeting_id: int | None = None
    is_withdrawn: bool = False


@dataclass(frozen=True)
class PrivateMinute:
    """What may be told of a minute that is not for this viewer."""

    number_printed: str | None
    public_title: str
    exempt_paragraph: str | None
    public_summary: str | None = None
    public_was_excluded: bool | None = None


@dataclass(frozen=True)
class MinutesSeen:
    """The minutes of a meeting as the viewer may see them, in their order, and each one's decisions."""

    minutes: tuple[Minute | PrivateMinute, ...]
    decisions: dict[int, list[Decision]]


def get(meeting_id: int, *, viewer: Viewer) -> Meeting:
    """Fetch a meeting with its body. Every meeting is public; what was said may not be."""
    found = sa.select(Meeting).where(Meeting.id == meeting_id)
    whole = [joinedload(link) for link in (Body.parent, Body.rule_settings, Body.standings)]
    return db.session.scalars(found.options(joinedload(Meeting.body).options(*whole))).unique().one()


def find_on(body: Body, *, on: date) -> Meeting | None:
    """Find the first meeting of a body on a day."""
    found = sa.select(Meeting).where(Meeting.body_id == body.id, Meeting.on == on)
    return db.session.scalars(found.order_by(Meeting.starts_at, Meeting.id)).first()


def of_body(body: Body, *, page: int = 1, size: int = 25) -> tuple[Sequence[Meeting], int]:
    """List a page of a body's meetings, newest first, and count them all."""
    meetings = sa.select(Meeting).where(Meeting.body_id == body.id)
    total = db.session.scalar(sa.select(sa.func.count()).select_from(meetings.subquery())) or 0
    newest = meetings.order_by(Meeting.on.desc(), Meeting.starts_at.desc()).limit(size).offset((page - 1) * size)
    return db.session.scalars(newest).all(), total


@dataclass(frozen=True)
class Around:
    """The meetings on either side of a day, and the latest whose minutes everybody can read."""

    coming: Meeting | None
    last: Meeting | None
    minuted: Meeting | None


def around(body: Body, *, on: date) -> Around:
    """Find a body's next meeting, today's included, its latest one before, and its latest minutes, in one statement."""
    held = sa.select(Meeting.id).where(Meeting.body_id == body.id, Meeting.state.not_in(NOT_HELD))
    newest = held.order_by(Meeting.on.desc(), Meeting.starts_at.desc())
    coming = held.where(Meeting.on >= on).order_by(Meeting.on, Meeting.starts_at)
    minuted = newest.where(Meeting.on <= on, Meeting.minutes_state.in_(PUBLISHED))
    wanted = [each.limit(1).scalar_subquery() for each in (coming, newest.where(Meeting.on < on), minuted)]
    rows = db.session.scalars(sa.select(Meeting).where(sa.or_(*(Meeting.id == each for each in wanted))))
    found = sorted(rows, key=lambda meeting: meeting.on, reverse=True)
    return Around(
        next((meeting for meeting in found if meeting.on >= on), None),
        next((meeting for meeting in found if meeting.on < on), None),
        next((meeting for meeting in found if meeting.on <= on and meeting.minutes_state in PUBLISHED), None),
    )


def coming(body: Body, *, on: date, most: int = 6) -> list[Meeting]:
    """List the next meetings of a body, today's included."""
    ahead = sa.select(Meeting).where(Meeting.body_id == body.id, Meeting.on >= on, Meeting.state.not_in(NOT_HELD))
    return list(db.session.scalars(ahead.order_by(Meeting.on, Meeting.starts_at, Meeting.id).limit(most)))


def agenda(meeting: Meeting, *, viewer: Viewer) -> list[Item]:
    """List a meeting's agenda items, private ones by their public title. A draft is for those who make and agree it."""
    is_insider = _is_insider(meeting, viewer)
    if meeting.state is MeetingState.SCHEDULED and not is_insider:
        return []
    entitled = _is_entitled(meeting, viewer)
    items = sa.select(AgendaItem, declared_in_item(viewer)).join(AgendaItem.meeting)
    items = items.where(AgendaItem.meeting_id == meeting.id, sa.true() if is_insider else item_is_out())
    rows = db.session.execute(items.order_by(AgendaItem.position))
    return [_item(row, private=row.is_exempt and (barred or not entitled)) for row, barred in rows]


def _item(row: AgendaItem, *, private: bool) -> Item:
    title = (row.public_title or "Private item") if private else row.title
    presenter = None if private else row.presenter
    return Item(
        id=row.id,
        number=row.number,
        section=row.section,
        title=title,
        presenter=presenter,
        is_private=private,
        is_exempt=row.is_exempt,
        exempt_paragraph=row.exempt_paragraph,
        is_urgent=row.is_urgent,
        confirms_meeting_id=row.confirms_meeting_id,
        is_withdrawn=row.withdrawn_because is not None,
        excludes_the_public=row.kind is ItemKind.EXCLUSION,
    )


def attendance(meeting: Meeting, *, viewer: Viewer) -> Sequence[Attendance]:
    """List who was there, sent apologies or stood in, in the order of the paper. It is part of the minutes."""
    if meeting.minutes_state is not None and not sees_minutes(meeting, viewer=viewer):
        return []
    lines = sa.select(Attendance).where(Attendance.meeting_id == meeting.id).order_by(Attendance.position)
    people = joinedload(Attendance.person).options(WITH_POSTS)
    seats = joinedload(Attendance.seat).joinedload(Seat.organisation).options(WITH_DATED_NAMES)
    found = db.session.scalars(lines.options(people, seats, joinedload(Attendance.for_person)))
    return found.unique().all()


def sees_minutes(meeting: Meeting, *, viewer: Viewer) -> bool:
    """Tell whether the minutes are out, or the viewer drafts or agrees them."""
    return meeting.minutes_state in PUBLISHED or (meeting.minutes_state is not None and _is_insider(meeting, viewer))


def _is_insider(meeting: Meeting, viewer: Viewer) -> bool:
    return not viewer.roles(meeting.body_id).isdisjoint({Role.OFFICER, Role.CHAIR})


def minutes(meeting: Meeting, *, viewer: Viewer) -> MinutesSeen:
    """Give the minutes that are out, private ones by their public title, with the decisions that may be seen."""
    if not sees_minutes(meeting, viewer=viewer):
        return MinutesSeen((), {})
    entitled = _is_entitled(meeting, viewer)
    rows = sa.select(Minute, declared_in_minute(viewer)).options(WITH_VOTES, WITH_REFUSED)
    found = db.session.execute(rows.where(Minute.meeting_id == meeting.id).order_by(Minute.position)).unique()
    seen = tuple(_private(row) if row.is_exempt and (barred or not entitled) else row for row, barred in found)
    return MinutesSeen(seen, _decisions(meeting, viewer))


def minute(minute_id: int, *, viewer: Viewer) -> Minute:
    """Fetch a minute that the viewer may read, with its meeting."""
    asked = visible_minutes(viewer).where(Minute.id == minute_id)
    of = (joinedload(Minute.meeting).joinedload(Meeting.body), joinedload(Minute.agenda_item))
    return db.session.scalars(asked.options(*of)).one()


def reports(meeting: Meeting, *, viewer: Viewer) -> Sequence[Report]:
    """List the reports to a meeting that the viewer may read, in their order."""
    asked = visible_reports(viewer).where(Report.meeting_id == meeting.id)
    return db.session.scalars(asked.order_by(Report.position)).all()


def report(report_id: int, *, viewer: Viewer) -> Report:
    """Fetch a report that the viewer may read, with its meeting."""
    asked = visible_reports(viewer).where(Report.id == report_id)
    return db.session.scalars(asked.options(joinedload(Report.meeting).joinedload(Meeting.body))).one()


def _private(row: Minute) -> PrivateMinute:
    return PrivateMinute(
        row.number_printed,
        row.public_title or "Private item",
        row.exempt_paragraph,
        row.public_summary,
        row.public_was_excluded,
    )


def _decisions(meeting: Meeting, viewer: Viewer) -> dict[int, list[Decision]]:
    rows = visible_decisions(viewer).where(Minute.meeting_id == meeting.id)
    rows = rows.options(joinedload(Decision.actions).options(*WITH_LEAD), WITH_DISSENTS)
    rows = rows.order_by(Minute.position, Decision.ordinal)
    found: dict[int, list[Decision]] = {}
    for decision in db.session.scalars(rows).unique():
        found.setdefault(decision.minute_id, []).append(decision)
    return found


def _is_entitled(meeting: Meeting, viewer: Viewer) -> bool:
    return viewer.sees_exempt(body_id=meeting.body_id, on=meeting.on, meeting_id=meeting.id)
