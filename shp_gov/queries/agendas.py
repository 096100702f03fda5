"""Agendas while they are built: their items, what they say, and the headings that are usual."""

from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov.database import db
from shp_gov.domain.agenda_order import Place, usual_order
from shp_gov.domain.fingerprint import fingerprint
from shp_gov.domain.permissions import Role, Viewer
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import AgendaItem, Body, ItemKind, ItemPurpose, Meeting, Report, StandingItem

RANKS = {
    ItemKind.APOLOGIES: 0,
    ItemKind.DECLARATIONS: 1,
    ItemKind.MINUTES: 2,
    ItemKind.ACTION_LOG: 3,
    ItemKind.BETWEEN_MEETINGS: 3,
    ItemKind.PRESENTATION: 4,
    ItemKind.BUSINESS: 5,
    ItemKind.URGENT_BUSINESS: 6,
    ItemKind.EXCLUSION: 7,
}
HEADINGS = {
    ItemPurpose.DECISION: "Items for decision",
    ItemPurpose.DISCUSSION: "Items for discussion",
    ItemPurpose.INFORMATION: "Items for information",
}
OPENING, PRIVATE = "Minutes and actions", "In private"
USUAL_HEADINGS = (OPENING, "Presentation", *HEADINGS.values())
SAID = (
    "section",
    "title",
    "public_title",
    "presenter",
    "purpose",
    "minutes_allowed",
    "is_exempt",
    "exempt_paragraph",
    "public_interest_reason",
    "is_urgent",
    "urgency_reason",
    "kind",
)
FROM_EARLIER = (MeetingState.AGENDA_PUBLISHED, MeetingState.IN_PROGRESS, MeetingState.CLOSED)


def get(meeting_id: int, *, viewer: Viewer) -> Meeting:
    """Fetch a meeting whose agenda the viewer may read while it is built. For anybody else there is none."""
    found = sa.select(Meeting).where(Meeting.id == meeting_id).options(joinedload(Meeting.body))
    inside = [*viewer.bodies(Role.OFFICER), *viewer.bodies(Role.CHAIR)]
    return db.session.scalars(found.where(Meeting.body_id.in_(inside))).one()


def item(meeting_id: int, item_id: int, *, viewer: Viewer) -> AgendaItem:
    """Fetch an item of the agenda of this meeting, which the viewer builds."""
    found = sa.select(AgendaItem).join(AgendaItem.meeting)
    found = found.where(AgendaItem.id == item_id, Meeting.id == meeting_id)
    found = found.where(Meeting.body_id.in_(viewer.bodies(Role.OFFICER)))
    return db.session.scalars(found.options(joinedload(AgendaItem.meeting).joinedload(Meeting.body))).one()


def items(meeting: Meeting) -> list[AgendaItem]:
    """Read the items of an agenda as they are now, in their order."""
    found = sa.select(AgendaItem).where(AgendaItem.meeting_id == meeting.id).order_by(AgendaItem.position)
    return list(db.session.scalars(found.execution_options(populate_existing=True)))


def place(item: AgendaItem) -> Place:
    """Say where an item stands, for its number and its order."""
    return Place(
        item.section or None,
        item.title,
        item.kind is ItemKind.EXCLUSION,
        key=item.id,
        is_private=item.is_exempt,
        rank=RANKS[item.kind],
    )


def said(item: AgendaItem) -> dict[str, Any]:
    """Say everything that an agenda tells of an item, safe for JSON."""
    return {name: getattr(item, name) for name in SAID} | {"needs_report": item.needs_report, "seat": item.seat_id}


def is_there(item_id: int) -> bool:
    """Tell whether an item is on its agenda still."""
    return db.session.scalar(sa.select(AgendaItem.id).where(AgendaItem.id == item_id)) is not None


def seen(item: AgendaItem) -> str:
    """Give the fingerprint of an item, by which a page knows whether somebody changed it since."""
    return fingerprint(said(item))


def contents(meeting: Meeting) -> dict[str, Any]:
    """Say everything that an agenda tells its readers: the meeting, its items, their reports and which version."""
    return contents_of([meeting])[meeting.id]


def contents_of(meetings: Sequence[Meeting]) -> dict[int, dict[str, Any]]:
    """Say it of some meetings at once, in two statements."""
    ids = [meeting.id for meeting in meetings]
    reports: dict[int, list[dict[str, Any]]] = {}
    for report in _reports(ids):
        reports.setdefault(report.agenda_item_id or 0, []).append(_report(report))
    found = sa.select(AgendaItem).where(AgendaItem.meeting_id.in_(ids)).order_by(AgendaItem.position)
    rows: dict[int, list[dict[str, Any]]] = {}
    for item in db.session.scalars(found.execution_options(populate_existing=True)):
        rows.setdefault(item.meeting_id, []).append(_item(item) | {"reports": reports.get(item.id, [])})
    return {meeting.id: _contents(meeting, rows.get(meeting.id, [])) for meeting in meetings}


def hashes(meetings: Sequence[Meeting]) -> dict[int, str]:
    """Give the hash of what the agenda of each meeting says now."""
    return {id_: fingerprint(said) for id_, said in contents_of(meetings).items()} if meetings else {}


def _contents(meeting: Meeting, items: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "body": meeting.body.name,
        "on": meeting.on.isoformat(),
        "starts_at": meeting.starts_at and meeting.starts_at.isoformat("minutes"),
        "venue": meeting.venue,
        "mode": meeting.mode,
        "items": items,
    }


def _item(item: AgendaItem) -> dict[str, Any]:
    more = {"id": item.id, "number": item.number, "withdrawn_because": item.withdrawn_because}
    return {name: getattr(item, name) for name in SAID} | more | {"in_supplement": item.in_supplement}


def _reports(meeting_ids: Sequence[int]) -> Sequence[Report]:
    found = sa.select(Report).where(Report.meeting_id.in_(meeting_ids)).order_by(Report.position)
    return db.session.scalars(found.options(joinedload(Report.document))).all()


def _report(report: Report) -> dict[str, Any]:
    sha256 = report.document.sha256 if report.document else None
    return {
        "id": report.id,
        "subject": report.subject,
        "is_exempt": report.is_exempt,
        "version": report.version,
        "sha256": sha256,
    }


def unsaid(rows: Sequence[AgendaItem]) -> list[str]:
    """List in sentences what private and urgent items do not say yet. An agenda is not published before they do."""
    return [
        f"Item {row.number} needs its {what}" for row in rows for what in (*_private_unsaid(row), *_urgent_unsaid(row))
    ]


def _private_unsaid(row: AgendaItem) -> Iterator[str]:
    if row.is_exempt:
        said = {
            "paragraph of Schedule 12A": row.exempt_paragraph,
            "public-interest reason": row.public_interest_reason,
            "public title": row.public_title,
        }
        yield from (what for what, words in said.items() if not words)


def _urgent_unsaid(row: AgendaItem) -> Iterator[str]:
    if row.is_urgent and not row.urgency_reason:
        yield "special circumstances"


def last_with_an_agenda(meeting: Meeting) -> Meeting | None:
    """Find the meeting before this one that had an agenda."""
    before = sa.select(Meeting).where(Meeting.body_id == meeting.body_id, Meeting.state.in_(FROM_EARLIER))
    before = before.where(Meeting.on < meeting.on, Meeting.agenda_items.any())
    return db.session.scalars(before.order_by(Meeting.on.desc(), Meeting.starts_at.desc(), Meeting.id)).first()


def standing_items(body: Body) -> Sequence[StandingItem]:
    """List what every agenda of a body has, as the body's settings say."""
    found = sa.select(StandingItem).where(StandingItem.body_id == body.id)
    return db.session.scalars(found.order_by(StandingItem.position)).all()


def unconfirmed(meeting: Meeting) -> Sequence[Meeting]:
    """List the meetings held before this one whose minutes no meeting approved yet, oldest first.

    Older than the latest approved ones, they were left open by an old paper and do not come again.
    """
    held = sa.select(Meeting).where(Meeting.body_id == meeting.body_id, Meeting.state == MeetingState.CLOSED)
    held = held.where(Meeting.on <= meeting.on, Meeting.id != meeting.id)
    found = db.session.scalars(held.order_by(Meeting.on.desc(), Meeting.starts_at.desc()).limit(6)).all()
    waiting = []
    for each in found:
        if each.minutes_approved_at_id is not None:
            break
        waiting.append(each)
    return waiting[::-1]


def headings(meeting: Meeting) -> list[str]:
    """List the headings to choose from, in their order: those of the last agenda, the usual ones, and this one's."""
    last = last_with_an_agenda(meeting)
    return usual_order(_headings(last) if last else (), USUAL_HEADINGS, _headings(meeting))


def heading_for(meeting: Meeting, purpose: ItemPurpose) -> str:
    """Give the heading under which an item of this purpose comes: the body's own where it has one like it."""
    usual = HEADINGS.get(purpose, HEADINGS[ItemPurpose.DISCUSSION])
    word = usual.split()[-1]
    return next((heading for heading in headings(meeting) if word in heading.casefold()), usual)


def _headings(meeting: Meeting) -> list[str]:
    return [each.section for each in items(meeting) if each.section and not _is_closed(each)]


def _is_closed(item: AgendaItem) -> bool:
    return item.is_exempt or item.kind is ItemKind.EXCLUSION
