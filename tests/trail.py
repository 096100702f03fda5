"""What the audit trail says of some rows, oldest line first."""

import sqlalchemy as sa

from shp_gov.database import db
from shp_gov.models import AuditEvent, Base


def events(*subjects: Base) -> list[str]:
    """List what was written down about these rows, in order."""
    about = [
        sa.and_(AuditEvent.subject_type == each.__tablename__, AuditEvent.subject_id == each.id) for each in subjects
    ]
    return list(db.session.scalars(sa.select(AuditEvent.event).where(sa.or_(*about)).order_by(AuditEvent.sequence)))
