"""When each item of the meetings of the last twelve months was taken, and who was out of the room for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time

import sqlalchemy as sa

from shp_gov.database import db
from shp_gov.models import AgendaItem, Attendance, ItemAbsence
from shp_gov.queries.compliance.as_at import AsAt


@dataclass
class Taken:
    """When an item was begun, where that is recorded, and who was out for it."""

    at: time | None = None
    out: set[int] = field(default_factory=set)


def of_meetings(as_at: AsAt) -> Mapping[int, Taken]:
    """Fetch it for the items of those meetings, in one statement, by item."""
    asked = sa.select(AgendaItem.id, AgendaItem.started_at, Attendance.person_id)
    asked = asked.outerjoin(ItemAbsence, ItemAbsence.agenda_item_id == AgendaItem.id)
    asked = asked.outerjoin(Attendance, Attendance.id == ItemAbsence.attendance_id)
    asked = asked.where(AgendaItem.meeting_id.in_([meeting.id for meeting in as_at.meetings]))
    found: dict[int, Taken] = {}
    known = sa.or_(AgendaItem.started_at.is_not(None), ItemAbsence.id.is_not(None))
    for item_id, at, person_id in db.session.execute(asked.where(known)):
        taken = found.setdefault(item_id, Taken(at))
        if person_id is not None:
            taken.out.add(person_id)
    return found
