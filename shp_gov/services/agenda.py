"""Building an agenda: added to, changed, put in order. Numbers, and the private part, follow by themselves."""

from dataclasses import dataclass, fields, replace
from typing import Any

import sqlalchemy as sa

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import agenda_guards, guards
from shp_gov.domain.agenda_numbers import next_number
from shp_gov.domain.agenda_order import Place, block_moved, inserted, moved
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import AgendaItem, ForwardPlanEntry, ItemKind, ItemOrigin, ItemPurpose, Meeting, Report, Seat
from shp_gov.queries import agendas as queries
from shp_gov.services import reports
from shp_gov.services.agenda_rows import (
    OFF_THE_END,
    RESOLUTION,
    AgendaFixed,
    hold,
    lock,
    place_in_order,
    require_building,
    settle,
    take_out,
)

BUSINESS = (ItemKind.BUSINESS, ItemKind.PRESENTATION)
OPEN_TO_LATE_ITEMS = (MeetingState.AGENDA_PUBLISHED, MeetingState.IN_PROGRESS)
PRIVATELY = ("exempt_paragraph", "public_interest_reason", "public_title")


@dataclass(frozen=True, kw_only=True)
class Wording:
    """What an officer says of an item. Where a seat presents it, whoever holds that on the day does."""

    title: str
    section: str | None = None
    seat: Seat | None = None
    presenter: str | None = None
    purpose: ItemPurpose = ItemPurpose.NOT_STATED
    minutes_allowed: int | None = None
    needs_report: bool = False
    is_exempt: bool = False
    exempt_paragraph: str | None = None
    public_interest_reason: str | None = None
    public_title: str | None = None
    is_urgent: bool = False
    urgency_reason: str | None = None


def add(
    meeting: Meeting,
    wording: Wording,
    *,
    actor: Actor,
    kind: ItemKind = ItemKind.BUSINESS,
    origin: ItemOrigin = ItemOrigin.WRITTEN,
    confirms: Meeting | None = None,
    entry: ForwardPlanEntry | None = None,
) -> AgendaItem:
    """Put an item on an agenda that is being built: under its heading, or where such items usually stand.

    What comes by itself or from the forward plan is not refused for what is still unsaid: publishing it is.
    """
    said = _checked(wording, kind, is_whole=entry is None and origin is not ItemOrigin.CARRIED)
    hold(meeting)
    headings = queries.headings(meeting)
    links = {"confirms_meeting_id": confirms.id if confirms else None, "forward_plan_entry_id": entry and entry.id}
    item = _new(meeting, said, kind=kind, origin=origin, **links)
    settle(meeting, lambda places: _put(places, item, headings), actor=actor)
    audit.record("agenda_item.added", item, actor=actor, body_id=meeting.body_id, origin=origin, words=_words(item))
    return item


def _new(meeting: Meeting, said: dict[str, Any], **more: Any) -> AgendaItem:
    item = AgendaItem(meeting_id=meeting.id, position=OFF_THE_END, **said, **more)
    db.session.add(item)
    db.session.flush()
    return item


def _put(places: list[Place], item: AgendaItem, headings: list[str]) -> list[Place]:
    return inserted([place for place in places if place.key != item.id], queries.place(item), headings)


def change(item: AgendaItem, wording: Wording, *, seen: str, actor: Actor) -> None:
    """Say an item otherwise. What somebody else changed since the page was opened is never overwritten."""
    said = _checked(wording, item.kind)
    hold(item.meeting)
    db.session.refresh(item)
    news = "Somebody changed this item after you opened the page."
    guards.require_unchanged(seen, queries.seen(item), news=news)
    before, was = (item.section, item.is_exempt), item.title
    for name, value in said.items():
        setattr(item, name, value)
    if not item.is_exempt and item.section == queries.PRIVATE and item.kind is not ItemKind.EXCLUSION:
        item.section = queries.HEADINGS.get(item.purpose)
    moves = (item.section, item.is_exempt) != before
    _follow(item)
    reports.follow(item, was=was, actor=actor)
    headings = queries.headings(item.meeting)
    settle(item.meeting, lambda places: _put(places, item, headings) if moves else places, actor=actor)
    audit.record("agenda_item.changed", item, actor=actor, body_id=item.meeting.body_id, words=_words(item))


def _follow(item: AgendaItem) -> None:
    """Let the reports to an item, and the entry of the forward plan that it came from, be as private as it is."""
    db.session.execute(sa.update(Report).where(Report.agenda_item_id == item.id).values(is_exempt=item.is_exempt))
    if entry := db.session.get(ForwardPlanEntry, item.forward_plan_entry_id or 0):
        for name in ("is_exempt", *PRIVATELY):
            setattr(entry, name, getattr(item, name))


def _checked(wording: Wording, kind: ItemKind, *, is_whole: bool = True) -> dict[str, Any]:
    """Give what to write in the row, or refuse what is not said and must be."""
    said = {name: _clean(value) for name, value in _as_said(wording).items()}
    said["title"] = guards.require_words(wording.title, what="a title", longest=agenda_guards.LONGEST_TITLE)
    if wording.is_exempt and is_whole:
        _require_private(wording, kind)
    if wording.is_urgent:
        agenda_guards.require_urgency(wording.urgency_reason)
    said |= {} if wording.is_exempt else dict.fromkeys(PRIVATELY)
    said |= {} if wording.is_urgent else {"urgency_reason": None}
    seat = said.pop("seat")
    presenter = seat.title if seat else said["presenter"]
    return said | {"seat_id": seat.id if seat else None, "presenter": presenter}


def _require_private(wording: Wording, kind: ItemKind) -> None:
    if kind not in BUSINESS:
        raise AgendaFixed("Every agenda has this item. Only business can be private.")
    agenda_guards.require_private(
        paragraph=wording.exempt_paragraph, reason=wording.public_interest_reason, public_title=wording.public_title
    )


def _as_said(wording: Wording) -> dict[str, Any]:
    """List what a wording says, name by name, with its seat as it is."""
    return {name: getattr(wording, name) for name in (field.name for field in fields(Wording))}


def _clean(value: Any) -> Any:
    return value.strip() or None if isinstance(value, str) and not isinstance(value, ItemPurpose) else value


def _words(item: AgendaItem) -> dict[str, str | None]:
    names = ("title", "public_title", "presenter", "public_interest_reason", "urgency_reason")
    return {name: getattr(item, name) for name in names}


def move(item: AgendaItem, *, up: bool, actor: Actor) -> None:
    """Move an item one place up or down: within its heading, or past the heading beside it. At the end it stays."""
    hold(item.meeting)
    settle(item.meeting, lambda places: moved(places, item.id, up=up), actor=actor)
    audit.record("agenda_item.moved", item, actor=actor, body_id=item.meeting.body_id, up=up, number=item.number)


def move_heading(item: AgendaItem, *, up: bool, actor: Actor) -> None:
    """Move the heading that an item stands under, with all its items, past the one beside it."""
    hold(item.meeting)
    settle(item.meeting, lambda places: block_moved(places, item.id, up=up), actor=actor)
    audit.record("agenda_heading.moved", item, actor=actor, body_id=item.meeting.body_id, up=up, number=item.number)


def rename_heading(meeting: Meeting, heading: str, *, new: str, actor: Actor) -> None:
    """Call a heading otherwise. One that is there already takes its items in."""
    said = guards.require_words(new, what="a heading", longest=agenda_guards.LONGEST_TITLE)
    hold(meeting)
    rows = [row for row in queries.items(meeting) if row.section == heading]
    if not rows:
        raise AgendaFixed(f"There is no heading “{heading}” on this agenda any more.")
    there = [row for row in queries.items(meeting) if row.section == said]
    if any(queries.place(row).is_closed for row in (*rows, *there)):
        raise AgendaFixed("The private part keeps its own heading.")
    for row in rows:
        row.section = said
    settle(meeting, lambda places: _gathered(places, said), actor=actor)
    names: dict[str, str | None] = {"before": heading, "after": said}
    audit.record("agenda_heading.changed", meeting, actor=actor, body_id=meeting.body_id, words=names)


def _gathered(places: list[Place], heading: str) -> list[Place]:
    """Bring what stands under one heading together, where the first of it stands."""
    mine = [place for place in places if place.section == heading]
    first = places.index(mine[0])
    others = [place for place in places if place.section != heading]
    return [*others[:first], *mine, *others[first:]]


def remove(item: AgendaItem, *, actor: Actor) -> None:
    """Take an item that every agenda has off this one. Business is put off instead, so that it is never lost."""
    require_building(item.meeting)
    if item.kind in BUSINESS:
        raise AgendaFixed("Put it off to another meeting, so that it is not lost.")
    if item.kind is ItemKind.EXCLUSION:
        raise AgendaFixed("The resolution goes by itself once no item is private.")
    take_out(item, actor=actor)


def renumber(meeting: Meeting, *, actor: Actor) -> None:
    """Work the numbers of an agenda out again, and put what is private last."""
    hold(meeting)
    settle(meeting, actor=actor)


def add_late(
    meeting: Meeting,
    wording: Wording,
    *,
    actor: Actor,
    supplement: int | None = None,
    kind: ItemKind = ItemKind.BUSINESS,
) -> AgendaItem:
    """Put an item on an agenda that is published: only for special circumstances, and no other number changes."""
    if meeting.state not in OPEN_TO_LATE_ITEMS:
        raise AgendaFixed(f"An item cannot come late to this meeting: it is {meeting.state}.")
    said = _checked(replace(wording, is_urgent=True), kind)
    lock(meeting)
    if wording.is_exempt:
        said["section"] = _private_heading(meeting, supplement, actor)
    item = _last(meeting, said, kind=kind, origin=ItemOrigin.WRITTEN, in_supplement=supplement)
    db.session.expire(meeting, ["agenda_items"])
    audit.record("agenda_item.added_late", item, actor=actor, body_id=meeting.body_id, words=_words(item))
    return item


def _private_heading(meeting: Meeting, supplement: int | None, actor: Actor) -> str | None:
    """Give the heading of the private part; where there is none, the resolution to exclude comes late too."""
    there = next((row for row in queries.items(meeting) if row.kind is ItemKind.EXCLUSION), None)
    if there is not None:
        return there.section
    item = _last(meeting, dict(RESOLUTION), in_supplement=supplement)
    audit.record("agenda_item.added_late", item, actor=actor, body_id=meeting.body_id, kind=item.kind)
    return item.section


def _last(meeting: Meeting, said: dict[str, Any], **more: Any) -> AgendaItem:
    """Make the last item under a heading, or of the agenda where the heading is new. No number changes."""
    rows, section = queries.items(meeting), said["section"]
    number = next_number([(row.section, row.number) for row in rows], section)
    item = _new(meeting, said, number=number, added_on=clock.today(), **more)
    under = [place for place, row in enumerate(rows, start=1) if section and row.section == section]
    after = max(under, default=len(rows))
    place_in_order([*rows[:after], item, *rows[after:]])
    return item


def withdraw(item: AgendaItem, *, because: str, actor: Actor) -> None:
    """Withdraw an item of a published agenda. It stays listed, with the reason."""
    said = guards.require_words(because, what="a reason", longest=agenda_guards.LONGEST_REASON)
    if item.meeting.state not in OPEN_TO_LATE_ITEMS:
        raise AgendaFixed("Only an item of a published agenda is withdrawn. Put this one off to another meeting.")
    guards.require_change(item.withdrawn_because is not None, what="withdrawn")
    item.withdrawn_because = said
    audit.record("agenda_item.withdrawn", item, actor=actor, body_id=item.meeting.body_id, words={"because": said})
