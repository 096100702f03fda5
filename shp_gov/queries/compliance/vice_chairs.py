"""When the vice-chair of a municipal year was appointed, and what says so."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import sqlalchemy as sa

from shp_gov.database import db
from shp_gov.domain import calendar
from shp_gov.models import AgendaItem, Meeting, Office, OfficeKind, Provenance
from shp_gov.queries.compliance.as_at import AsAt

NAMED = re.compile(r"\bvice[- ]?chair", re.IGNORECASE)


def of_year(as_at: AsAt, starts: date) -> dict[str, Any]:
    """Give what is on record of the vice-chair of the year that starts on a day."""
    held = [office for office in as_at.held_offices if office.kind is OfficeKind.VICE_CHAIR]
    recorded = [
        (office.from_on, f"{office.person.name} took office")
        for office in held
        if office.provenance is not Provenance.DERIVED
    ]
    shown = [*recorded, *_items(as_at)]
    of_year = sorted((day, by) for day, by in shown if starts <= day <= as_at.on)
    meetings = [day for day in as_at.days_held.values() if starts <= day]
    return {
        "year": calendar.year_name(starts),
        "first_meeting_on": min(meetings, default=None),
        "first_meeting_is_known": _is_known(as_at, min(meetings, default=None)),
        "vice_chair_appointed_on": of_year[0][0] if of_year else None,
        "vice_chair_appointed_by": of_year[0][1] if of_year else "",
        "has_had_a_vice_chair": bool(held or shown) or _has_one_at_any_time(as_at),
    }


def _is_known(as_at: AsAt, first: date | None) -> bool:
    """Tell whether the first meeting on record is the first of its year: its minutes are held, and begin at 1."""
    days = as_at.days_held
    numbers = [minute.number for minute in as_at.minutes if days.get(minute.meeting_id) == first and minute.number]
    return bool(numbers) and min(numbers) == 1


def _has_one_at_any_time(as_at: AsAt) -> bool:
    """Ask whether the body has a vice-chair on any day: an office, or an item of an agenda about one."""
    office = sa.select(Office.id).where(Office.body_id == as_at.body.id, Office.kind == OfficeKind.VICE_CHAIR)
    item = sa.select(AgendaItem.id).join(AgendaItem.meeting).where(Meeting.body_id == as_at.body.id)
    item = item.where(AgendaItem.title.ilike("%vice%chair%"))
    return bool(db.session.scalar(sa.select(sa.or_(office.exists(), item.exists()))))


def _items(as_at: AsAt) -> Iterator[tuple[date, str]]:
    """Give the agenda items and minutes whose title speaks of a vice-chair."""
    days = as_at.days_held
    for meeting, items in as_at.agendas.items():
        for item in items if meeting in days else ():
            if NAMED.search(item.title) and not item.is_exempt:
                yield (
                    days[item.meeting_id],
                    f"item {item.number} of the agenda" if item.number else "an item of the agenda",
                )
    for minute in as_at.minutes:
        if NAMED.search(minute.title) and not minute.is_exempt:
            yield days[minute.meeting_id], f"minute {minute.reference}"
