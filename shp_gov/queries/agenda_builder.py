"""The agenda builder: its rows under their headings, what could still come, and what is not right yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from shp_gov.database import db
from shp_gov.domain.agenda_numbers import blocks
from shp_gov.domain.agenda_order import heading_ways, ways
from shp_gov.domain.permissions import Viewer
from shp_gov.domain.words import enumerate_words
from shp_gov.domain.workflows import ReportState
from shp_gov.models import AgendaItem, ItemKind, ItemOrigin, Meeting, Report, Seat
from shp_gov.queries import agendas
from shp_gov.queries.answering import Lead, names_of_holders

NEITHER = (False, False)
ON_ITS_WAY = (
    ReportState.REQUESTED,
    ReportState.RETURNED,
    ReportState.DRAFTED,
    ReportState.SUBMITTED,
    ReportState.CLEARED,
    ReportState.READY,
)
CAME_FROM = {
    ItemOrigin.CARRIED: "Carried here by itself",
    ItemOrigin.DEFERRED: "Put off from an earlier meeting",
    ItemOrigin.FORWARD_PLAN: "From the forward plan",
    ItemOrigin.OFFERED: "Offered",
}
PASS, PERSON = "pass", "needs a person"


@dataclass(frozen=True)
class Row:
    """One item of the builder: who presents it, how far its report is, where it can move."""

    item: AgendaItem
    presenter: str
    report: tuple[str, str]
    can_move: tuple[bool, bool] = NEITHER

    @property
    def came_from(self) -> str:
        """Say how an item came here, where nobody wrote it."""
        return CAME_FROM.get(self.item.origin, "")

    @property
    def approved_at(self) -> Meeting | None:
        """Give the other meeting that approved the minutes of this item meanwhile."""
        held = self.item.confirms_meeting
        at = held.minutes_approved_at if held else None
        return at if at and at.id != self.item.meeting_id else None


@dataclass(frozen=True)
class Group:
    """Items under one heading, which can move with all of them."""

    heading: str
    rows: tuple[Row, ...]
    can_move: tuple[bool, bool] = NEITHER

    @property
    def title(self) -> str:
        """Give the heading with its number. The private part has the number of its resolution."""
        number = (self.rows[0].item.number or "").split(".")[0]
        return self.heading if self.is_private else f"{number} {self.heading}"

    @property
    def is_private(self) -> bool:
        """Tell whether these are heard without the public."""
        first = self.rows[0].item
        return first.is_exempt or first.kind is ItemKind.EXCLUSION


@dataclass(frozen=True)
class Check:
    """Something looked at before an agenda goes out."""

    verdict: str
    words: str


@dataclass(frozen=True)
class Builder:
    """A whole agenda as it is being built."""

    groups: tuple[Group, ...]
    checks: tuple[Check, ...]

    @property
    def rows(self) -> list[Row]:
        """List all its items in their order."""
        return [row for group in self.groups for row in group.rows]

    @property
    def minutes(self) -> int:
        """Count the minutes that its items are given."""
        return sum(row.item.minutes_allowed or 0 for row in self.rows)


def builder(meeting: Meeting) -> Builder:
    """Gather an agenda for whoever builds it."""
    items = _items(meeting)
    reports = _reports(meeting)
    leads = {Lead("seat", item.seat_id) for item in items if item.seat_id}
    names = names_of_holders(leads, on=meeting.on)
    places = [agendas.place(item) for item in items]
    moves, heads = ways(places), heading_ways(places)
    by_id = {item.id: item for item in items}
    groups = []
    for block in blocks(places):
        rows = [by_id[place.key] for place in block]
        alone = len(rows) == 1 and rows[0].id in heads
        made = [
            Row(row, _presenter(row, names), _report(row, reports), NEITHER if alone else moves[row.id]) for row in rows
        ]
        groups.append(Group(block[0].section or "", tuple(made), heads.get(rows[0].id, NEITHER)))
    return Builder(tuple(groups), tuple(_checks(meeting, items, reports)))


def _items(meeting: Meeting) -> Sequence[AgendaItem]:
    found = sa.select(AgendaItem).where(AgendaItem.meeting_id == meeting.id).order_by(AgendaItem.position)
    seats = joinedload(AgendaItem.seat).joinedload(Seat.organisation)
    approved = joinedload(AgendaItem.confirms_meeting).joinedload(Meeting.minutes_approved_at)
    return db.session.scalars(found.options(seats, approved)).all()


def _reports(meeting: Meeting) -> Mapping[int, list[Report]]:
    found = sa.select(Report).where(Report.meeting_id == meeting.id, Report.agenda_item_id.is_not(None))
    reports: dict[int, list[Report]] = {}
    for report in db.session.scalars(found.order_by(Report.position).options(selectinload(Report.clearances))):
        reports.setdefault(report.agenda_item_id or 0, []).append(report)
    return reports


def _presenter(item: AgendaItem, names: Mapping[Lead, Sequence[str]]) -> str:
    """Name who presents an item: whoever holds its seat on the day, with the post."""
    holders = names.get(Lead("seat", item.seat_id), ()) if item.seat_id else ()
    return ", ".join([*holders, item.presenter or ""]) if holders else item.presenter or ""


def _report(item: AgendaItem, reports: Mapping[int, list[Report]]) -> tuple[str, str]:
    """Say how far the report to an item is: its state, and the words for it."""
    own = reports.get(item.id, [])
    if not own:
        return ("to come", "To come") if item.needs_report else ("", "None needed")
    slowest = min(own, key=lambda report: ON_ITS_WAY.index(report.state))
    waits = next((each for each in slowest.clearances if each.given_on is None), None)
    if slowest.state is ReportState.SUBMITTED and waits:
        return f"with {waits.of}", f"With {waits.of}"
    return slowest.state.value, slowest.state.value.capitalize()


def _checks(meeting: Meeting, items: Sequence[AgendaItem], reports: Mapping[int, list[Report]]) -> list[Check]:
    return [*_opening(meeting, items), *_private(items), *_timings(meeting, items), *_ready(items, reports)]


def _opening(meeting: Meeting, items: Sequence[AgendaItem]) -> list[Check]:
    confirmed = {item.confirms_meeting_id for item in items}
    missing = [held for held in agendas.unconfirmed(meeting) if held.id not in confirmed]
    if missing:
        return [Check(PERSON, f"{len(missing)} earlier minutes are not on the agenda to be confirmed")]
    kinds = {item.kind for item in items}
    if ItemKind.ACTION_LOG not in kinds:
        return [Check(PERSON, "The action log is not on the agenda")]
    return [Check(PASS, "Minutes and actions are on")]


def _private(items: Sequence[AgendaItem]) -> list[Check]:
    private = [item for item in items if item.is_exempt]
    if unsaid := agendas.unsaid(items):
        return [Check(PERSON, words) for words in unsaid]
    words = "The private item has" if len(private) == 1 else "Each private item has"
    return [Check(PASS, f"{words} its paragraph, reason and public title")] if private else []


def _timings(meeting: Meeting, items: Sequence[AgendaItem]) -> list[Check]:
    length, given = minutes_of(meeting.starts_at, meeting.ends_at), sum(item.minutes_allowed or 0 for item in items)
    if length is None or given <= length:
        return []
    return [Check(PERSON, f"The items are given {given - length} minutes more than the meeting has")]


def minutes_of(starts_at: time | None, ends_at: time | None) -> int | None:
    """Count the minutes that a meeting lasts, where its end is known."""
    if starts_at is None or ends_at is None:
        return None
    return 60 * (ends_at.hour - starts_at.hour) + ends_at.minute - starts_at.minute


def _ready(items: Sequence[AgendaItem], reports: Mapping[int, list[Report]]) -> list[Check]:
    """List the items whose report is not ready."""
    late = [item.number or item.title for item in items if _report(item, reports)[0] not in ("", "ready")]
    if late:
        verb = "are" if len(late) > 1 else "is"
        return [Check(PERSON, f"{enumerate_words('Report', late)} {verb} not ready")]
    return [Check(PASS, "Every report is ready")] if reports else []


def seats(meeting: Meeting, *, viewer: Viewer) -> list[Seat]:
    """List the seats of a body that exist on the day of a meeting, by name, for choosing who presents."""
    there = sa.select(Seat).where(Seat.body_id == meeting.body_id)
    there = there.where(sa.or_(Seat.active_until.is_(None), Seat.active_until >= meeting.on))
    found = db.session.scalars(there.options(joinedload(Seat.organisation))).all()
    return sorted(found, key=lambda seat: seat.title.casefold())
