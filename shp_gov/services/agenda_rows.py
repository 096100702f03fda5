"""The rows of an agenda: held while somebody changes them, put in order, numbered, the private part last."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.agenda_numbers import numbers
from shp_gov.domain.agenda_order import Place, settled
from shp_gov.domain.errors import DomainError
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import AgendaItem, ItemKind, ItemOrigin, ItemPurpose, Meeting
from shp_gov.queries import agendas as queries
from shp_gov.queries import links

OFF_THE_END = 100_000
Arrange = Callable[[list[Place]], list[Place]]
RESOLUTION: Mapping[str, Any] = {
    "section": queries.PRIVATE,
    "title": "Exclusion of the public",
    "presenter": "Chair",
    "purpose": ItemPurpose.DECISION,
    "kind": ItemKind.EXCLUSION,
    "origin": ItemOrigin.CARRIED,
}


class AgendaFixed(DomainError):
    """The agenda can no longer change like this."""


def require_building(meeting: Meeting) -> None:
    """Refuse to change an agenda that is published, or one of a meeting that will not be held."""
    if meeting.state in (MeetingState.POSTPONED, MeetingState.CANCELLED):
        raise AgendaFixed(f"This meeting is {meeting.state}. Its agenda no longer changes.")
    if meeting.state is not MeetingState.SCHEDULED:
        raise AgendaFixed("This agenda is published. What comes now is a supplement.")


def hold(meeting: Meeting) -> None:
    """Hold an agenda until the transaction ends: two officers change it one after the other, never over each other."""
    lock(meeting)
    require_building(meeting)


def lock(meeting: Meeting) -> None:
    """Keep anybody else from changing an agenda until the transaction ends, and read how far it is by now."""
    db.session.flush()
    db.session.execute(sa.select(Meeting.id).where(Meeting.id == meeting.id).with_for_update())
    db.session.refresh(meeting, ["state"])


def settle(meeting: Meeting, arrange: Arrange = settled, *, actor: Actor) -> None:
    """Put an agenda in order: as `arrange` says, what is private last, under the resolution to exclude the public."""
    db.session.flush()
    rows = _with_its_resolution(meeting, queries.items(meeting), actor)
    order = settled(arrange([queries.place(row) for row in rows]))
    by_key = {row.id: row for row in rows}
    _renumber([by_key[place.key] for place in order])
    db.session.expire(meeting, ["agenda_items"])


def _with_its_resolution(meeting: Meeting, rows: list[AgendaItem], actor: Actor) -> list[AgendaItem]:
    """Add the resolution where something is private and there is none; take it away where nothing is."""
    resolution = next((row for row in rows if row.kind is ItemKind.EXCLUSION), None)
    private = [row for row in rows if row.is_exempt]
    if private and resolution is None:
        resolution = _resolve(meeting, actor)
        rows = [*rows, resolution]
    if resolution is not None and not private:
        audit.record("agenda_item.removed", resolution, actor=actor, body_id=meeting.body_id, kind=resolution.kind)
        db.session.delete(resolution)
        rows = [row for row in rows if row is not resolution]
    for row in private:
        row.section = resolution.section if resolution else row.section
    return rows


def _resolve(meeting: Meeting, actor: Actor) -> AgendaItem:
    item = AgendaItem(meeting_id=meeting.id, position=2 * OFF_THE_END, **RESOLUTION)
    db.session.add(item)
    audit.record("agenda_item.added", item, actor=actor, body_id=meeting.body_id, origin=item.origin, kind=item.kind)
    return item


def _renumber(rows: Sequence[AgendaItem]) -> None:
    """Give each its place and its number."""
    place_in_order(rows)
    for row, number in zip(rows, numbers([queries.place(row) for row in rows]), strict=True):
        row.number = number
    db.session.flush()


def place_in_order(rows: Sequence[AgendaItem]) -> None:
    """Give each its place. No two have one place even for a moment: the database allows none."""
    if [row.position for row in rows] != list(range(1, len(rows) + 1)):
        for start in (3 * OFF_THE_END, 1):
            for place, row in enumerate(rows, start=start):
                row.position = place
            db.session.flush()


def take_out(item: AgendaItem, *, actor: Actor) -> None:
    """Take an item off an agenda that is being built. What hangs on it stays with the meeting."""
    meeting = item.meeting
    hold(meeting)
    words: dict[str, str | None] = {"title": item.title}
    audit.record("agenda_item.removed", item, actor=actor, body_id=meeting.body_id, kind=item.kind, words=words)
    for column in links.to(AgendaItem):
        if column.nullable:
            db.session.execute(sa.update(column.table).where(column == item.id).values({column.name: None}))
    db.session.delete(item)
    settle(meeting, actor=actor)
