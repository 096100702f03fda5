"""Lists of what a meeting decided: what they say, and how they stand with the chair."""

from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from shp_gov.database import db
from shp_gov.domain.fingerprint import fingerprint
from shp_gov.models import Decision, DecisionList, Meeting, Minute


class ListStands(StrEnum):
    """How the latest list stands."""

    WAITS = "waits for the chair"
    CORRECTED = "corrected by the chair"
    RIGHT = "right"


def newest(meeting: Meeting) -> DecisionList | None:
    """Find the latest list that was sent of a meeting."""
    sent = sa.select(DecisionList).where(DecisionList.meeting_id == meeting.id).order_by(DecisionList.id.desc())
    return db.session.scalars(sent.limit(1)).first()


def contents(meeting: Meeting) -> list[list[Any]]:
    """Give every decision of a meeting in its words, private ones too, and how it was agreed."""
    db.session.flush()
    taken = sa.select(Minute.number_printed, Decision.ordinal, Decision.words, Decision.agreement).join(Decision.minute)
    taken = taken.where(Minute.meeting_id == meeting.id).order_by(Minute.position, Decision.ordinal)
    return [[*said, agreement.value] for *said, agreement in db.session.execute(taken)]


def hash_of(meeting: Meeting) -> str:
    """Give the fingerprint of the decisions as they are now."""
    return fingerprint(contents(meeting))


def standing(meeting_id: Any) -> sa.Select[Any]:
    """Select how the latest list of a meeting stands; nothing where none was sent."""
    how = sa.case(
        (DecisionList.answered_at.is_(None), ListStands.WAITS.value),
        (DecisionList.correction.is_not(None), ListStands.CORRECTED.value),
        else_=ListStands.RIGHT.value,
    )
    sent = sa.select(how).where(DecisionList.meeting_id == meeting_id)
    return sent.order_by(DecisionList.id.desc()).limit(1)
