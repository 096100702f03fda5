"""Draft minutes from the record of a meeting: only what nobody wrote, and never over what somebody typed."""

from collections.abc import Sequence

from shp_gov.audit import Actor
from shp_gov.domain import minutes_words as words
from shp_gov.domain.minutes_words import Declared
from shp_gov.models import Attendance, Capacity, ItemKind, ItemOutcome, Meeting, Minute
from shp_gov.queries import minutes_versions as record
from shp_gov.queries import reports
from shp_gov.services import revisions
from shp_gov.services.minute_steps import WRITTEN_IN

CAME_OF_IT = {
    ItemOutcome.DEFERRED: "This item was deferred.",
    ItemOutcome.WITHDRAWN: "This item was withdrawn.",
    ItemOutcome.NOT_REACHED: "This item was not reached.",
}
CAME_OF_KIND = {
    (ItemKind.URGENT_BUSINESS, ItemOutcome.NOTHING_RAISED): words.NONE,
    (ItemKind.BUSINESS, ItemOutcome.NOTED): "This item was noted.",
    (ItemKind.BUSINESS, ItemOutcome.DISCUSSED): "This item was discussed.",
    (ItemKind.PRESENTATION, ItemOutcome.NOTED): "This item was noted.",
    (ItemKind.PRESENTATION, ItemOutcome.DISCUSSED): "This item was discussed.",
}


def write(meeting: Meeting, *, actor: Actor) -> int:
    """Write into the minutes what the record knows and nobody wrote. Gives how many minutes that filled."""
    if meeting.minutes_state not in WRITTEN_IN:
        return 0
    attendance = record.lines(meeting)
    minutes = record.of_meeting(meeting)
    declared = record.declared(meeting)
    purposes = reports.purposes(meeting)
    filled = 0
    for minute in minutes:
        known = {"narrative": _narrative(minute, attendance, declared)}
        known["purpose"] = purposes.get(minute.agenda_item_id or 0, "")
        missing = {field: text for field, text in known.items() if text and not (getattr(minute, field) or "").strip()}
        if missing:
            revisions.save(minute, words=missing, based_on=minute.version, actor=actor)
            filled += 1
    return filled


def _narrative(minute: Minute, attendance: Sequence[Attendance], declared: Sequence[Declared]) -> str:
    """Say what the record knows of one minute."""
    item = minute.agenda_item
    if item is None:
        return ""
    if item.kind is ItemKind.APOLOGIES:
        return words.apologies([_named(line) for line in attendance if line.capacity is Capacity.APOLOGIES])
    if item.kind is ItemKind.DECLARATIONS:
        return words.declarations(declared)
    if item.outcome in CAME_OF_IT:
        return " ".join(filter(None, [CAME_OF_IT[item.outcome], words.sentence(item.outcome_words or "")]))
    if item.outcome is None or minute.decisions or words.names_the_next_meeting(minute.title):
        return ""
    return CAME_OF_KIND.get((item.kind, item.outcome), "")


def _named(line: Attendance) -> str:
    return ", ".join(filter(None, [line.name_printed, line.role_printed]))
