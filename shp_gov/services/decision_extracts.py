"""What a meeting made of a report, to whoever wrote it, as soon as everybody may read the minutes."""

import sqlalchemy as sa

from shp_gov.database import db
from shp_gov.models import Decision, Meeting, Minute, Person, Report
from shp_gov.notifications import minutes_outbox


def tell_authors(meeting: Meeting) -> int:
    """Send each author the extract of the minute of their report, where it was ruled on. Counts the minutes."""
    decided = sa.or_(sa.select(Decision.id).where(Decision.minute_id == Minute.id).exists(), Minute.refused.any())
    written = sa.select(Minute, Person).join(Report, Report.agenda_item_id == Minute.agenda_item_id)
    written = written.join(Person, Person.id == Report.author_id).where(Minute.meeting_id == meeting.id, decided)
    rows = db.session.execute(written.distinct().order_by(Minute.position, Person.id)).all()
    for minute, author in rows:
        minutes_outbox.decision_extract(minute, to=[author])
    return len(rows)
