"""An urgent item, admitted at the meeting by its chair for a reason that is minuted."""

from dataclasses import replace

from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.models import AgendaItem, ItemKind, ItemOutcome, Meeting, Minute
from shp_gov.queries import minuting as queries
from shp_gov.services import agenda, extra_minutes, minuting, room
from shp_gov.services.agenda import Wording

TAKEN = "Urgent business was taken as an item of its own."


def admit(meeting: Meeting, wording: Wording, *, actor: Actor) -> Minute:
    """Admit an urgent item: it stands on the agenda with the chair's reason, and its minute begins with the ruling."""
    room.take_in_progress(meeting)
    before = {item.id for item in queries.items_of(meeting)}
    urgent = _urgent_business(meeting)
    section = wording.section or (urgent.section if urgent else None)
    item = agenda.add_late(meeting, replace(wording, section=section), actor=actor)
    db.session.flush()
    for late in queries.items_of(meeting):
        if late.id not in before and late is not item:
            extra_minutes.of_item(late, before=None, actor=actor)
    minute = extra_minutes.of_item(item, before=_place(meeting, item), actor=actor)
    _settle(meeting, urgent, actor=actor)
    return minute


def _urgent_business(meeting: Meeting) -> AgendaItem | None:
    return next((item for item in queries.items_of(meeting) if item.kind is ItemKind.URGENT_BUSINESS), None)


def _place(meeting: Meeting, item: AgendaItem) -> Minute | None:
    """Give the minute that an urgent item comes before: what is private stays last."""
    if item.is_exempt:
        return None
    minutes = queries.minutes_of(meeting)
    urgent = [place for place, row in enumerate(minutes) if _is_urgent_business(row)]
    if urgent:
        return next((row for row in minutes[urgent[0] + 1 :] if row.is_exempt or not row.is_urgent), None)
    return next((row for row in minutes if row.is_exempt or _is_exclusion(row)), None)


def _is_urgent_business(minute: Minute) -> bool:
    return minute.agenda_item is not None and minute.agenda_item.kind is ItemKind.URGENT_BUSINESS


def _is_exclusion(minute: Minute) -> bool:
    return minute.agenda_item is not None and minute.agenda_item.kind is ItemKind.EXCLUSION


def _settle(meeting: Meeting, urgent: AgendaItem | None, *, actor: Actor) -> None:
    """Say of the standing item that something urgent was raised."""
    if urgent is None or urgent.outcome is not None:
        return
    minute = next(row for row in queries.minutes_of(meeting) if row.agenda_item_id == urgent.id)
    minuting.settle(minute, outcome=ItemOutcome.DISCUSSED, reason=TAKEN, actor=actor)
