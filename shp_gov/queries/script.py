"""Everything the chair needs for a meeting: its items and what they recommend, replies, interests, actions, papers."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from shp_gov.database import db
from shp_gov.domain.permissions import Viewer
from shp_gov.domain.script import Declared
from shp_gov.domain.workflows import ReportState
from shp_gov.models import (
    AgendaItem,
    HouseTextKey,
    Interest,
    InterimDecision,
    ItemKind,
    Meeting,
    Office,
    OfficeKind,
    Reply,
    Report,
)
from shp_gov.queries import between_meetings, board_health, bodies, body_settings, forecasts, minuting
from shp_gov.queries.board_health import Line
from shp_gov.queries.forecasts import Replies
from shp_gov.queries.visibility import declared_in_item, entitled, visible_reports


@dataclass(frozen=True)
class Row:
    """An item of the agenda, and whether it is withheld from the viewer, who may have an interest in it."""

    item: AgendaItem
    is_withheld: bool
    reports: tuple[Report, ...]

    @property
    def number(self) -> str:
        """Give its number, or its place."""
        return minuting.label(self.item)

    @property
    def title(self) -> str:
        """Give the title that the viewer may read."""
        return (self.item.public_title or "Private item") if self.is_withheld else self.item.title

    @property
    def public_title(self) -> str:
        """Give the title that may be read out in public."""
        return (self.item.public_title or "Private item") if self.item.is_exempt else self.item.title

    @property
    def recommendations(self) -> list[str]:
        """List what its reports recommend."""
        return [each.words for report in self.reports for each in report.recommendations]

    @property
    def unready(self) -> list[Report]:
        """List the reports that are not ready."""
        return [report for report in self.reports if report.state is not ReportState.READY]


@dataclass(frozen=True)
class Gathered:
    """All of it, as the viewer may see it."""

    meeting: Meeting
    rows: tuple[Row, ...]
    texts: dict[HouseTextKey, str]
    replies: Replies
    declared: dict[int, tuple[Declared, ...]]
    actions: Sequence[Line]
    between: Sequence[InterimDecision]
    offices: dict[OfficeKind, Office]
    following: Meeting | None

    @property
    def taken(self) -> list[Row]:
        """List the items that are taken: those not withdrawn."""
        return [row for row in self.rows if row.item.withdrawn_because is None]

    @property
    def ahead(self) -> list[Declared]:
        """List every interest declared before the meeting, in the order of the agenda."""
        return [each for row in self.rows for each in self.declared.get(row.item.id, ())]


def of_meeting(meeting: Meeting, *, viewer: Viewer) -> Gathered:
    """Gather it."""
    rows = _rows(meeting, viewer)
    kinds = {row.item.kind for row in rows}
    return Gathered(
        meeting=meeting,
        rows=rows,
        texts=body_settings.house_texts(meeting.body),
        replies=forecasts.of_meeting(meeting),
        declared=_declared(meeting, rows),
        actions=board_health.lines(meeting.body, viewer),
        between=between_meetings.waiting(meeting.body) if ItemKind.BETWEEN_MEETINGS in kinds else (),
        offices=bodies.offices(meeting.body, on=meeting.on),
        following=minuting.next_meeting(meeting),
    )


def _rows(meeting: Meeting, viewer: Viewer) -> tuple[Row, ...]:
    found = sa.select(AgendaItem, declared_in_item(viewer).label("barred"), entitled(viewer).label("entitled"))
    found = found.join(AgendaItem.meeting).where(AgendaItem.meeting_id == meeting.id).order_by(AgendaItem.position)
    reports: dict[int | None, list[Report]] = {}
    for report in _reports(meeting, viewer):
        reports.setdefault(report.agenda_item_id, []).append(report)
    return tuple(
        Row(item, item.is_exempt and (barred or not may_see), tuple(reports.get(item.id, ())))
        for item, barred, may_see in db.session.execute(found)
    )


def _reports(meeting: Meeting, viewer: Viewer) -> Sequence[Report]:
    found = visible_reports(viewer).where(Report.meeting_id == meeting.id)
    whole = found.options(selectinload(Report.recommendations), joinedload(Report.author))
    return db.session.scalars(whole.order_by(Report.position)).all()


def _declared(meeting: Meeting, rows: Sequence[Row]) -> dict[int, tuple[Declared, ...]]:
    """List what was declared before the meeting, by item. What was said of a withheld item is withheld too."""
    found = sa.select(Interest).where(Interest.meeting_id == meeting.id, Interest.is_ahead)
    interests = db.session.scalars(found.options(joinedload(Interest.person)).order_by(Interest.position)).all()
    return {
        row.item.id: tuple(
            Declared(
                name=interest.person.name if interest.person else "Somebody",
                item=row.number,
                words="" if row.is_withheld else interest.words,
                is_private=row.item.is_exempt,
            )
            for interest in interests
            if interest.agenda_item_id == row.item.id
        )
        for row in rows
    }


def remote(replies: Replies) -> list[Reply]:
    """List the replies of those who join remotely."""
    return [row.reply for row in replies.rows if row.reply is not None and row.reply.answer == "joining remotely"]
