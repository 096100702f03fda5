"""When the minutes of each meeting were put out here, with their decisions. Of imported papers it is not known."""

from collections.abc import Iterator

import sqlalchemy as sa

from shp_gov.clock import LONDON
from shp_gov.database import db
from shp_gov.domain.checks.facts_of_records import DecisionNote
from shp_gov.models import AuditEvent, Meeting, Provenance
from shp_gov.queries.compliance.as_at import AsAt
from shp_gov.queries.visibility import PUBLISHED

PUT_OUT = "minutes.published_as_a_draft"


def gather(as_at: AsAt) -> Iterator[DecisionNote]:
    """Gather the day of publication of the minutes taken here, from the audit trail."""
    taken_here = [meeting for meeting in as_at.meetings if meeting.provenance is not Provenance.IMPORTED]
    asked = sa.select(AuditEvent.subject_id, AuditEvent.at).where(AuditEvent.event == PUT_OUT)
    asked = asked.where(
        AuditEvent.subject_type == Meeting.__tablename__, AuditEvent.subject_id.in_([each.id for each in taken_here])
    )
    days = {
        meeting: at.astimezone(LONDON).date()
        for meeting, at in db.session.execute(asked.order_by(AuditEvent.sequence.desc()))
    }
    for meeting in taken_here:
        is_out = None if meeting.minutes_state in PUBLISHED else False
        yield DecisionNote(as_at.body.name, meeting.on, as_at.on, days.get(meeting.id), is_out)
