"""Minutes at the meeting that approves them: what it corrects, who is in the chair, who signed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov.database import db
from shp_gov.domain import minutes_words
from shp_gov.domain.approval import Approval, LaterCorrection
from shp_gov.domain.permissions import Role, Viewer
from shp_gov.domain.workflows import MinutesState
from shp_gov.models import (
    AgendaItem,
    Attendance,
    Body,
    Decision,
    ItemKind,
    Meeting,
    Minute,
    MinutesCorrection,
    MinutesVersion,
    MinutesVersionKind,
    Signature,
    User,
)
from shp_gov.queries import minutes_versions
from shp_gov.queries.visibility import minute_is_open

DECISION = "decision "


@dataclass(frozen=True)
class Told:
    """What a meeting corrected, as everybody is told, and whether the minutes were approved by then."""

    on: date
    words: str
    is_later: bool


def to_approve(at: Meeting) -> Meeting | None:
    """Find the meeting whose minutes are approved, or to be approved, at another: by its agenda, or the one before."""
    named = sa.select(AgendaItem.confirms_meeting_id).where(AgendaItem.meeting_id == at.id)
    number = db.session.scalars(named.where(AgendaItem.confirms_meeting_id.is_not(None))).first()
    if number is not None:
        return db.session.get(Meeting, number)
    waiting = sa.select(Meeting).where(Meeting.body_id == at.body_id, Meeting.on < at.on)
    is_open = sa.or_(Meeting.minutes_state == MinutesState.DRAFT_PUBLISHED, Meeting.minutes_approved_at_id == at.id)
    return db.session.scalars(waiting.where(is_open).order_by(Meeting.on.desc()).limit(1)).first()


def approving_meetings(meeting: Meeting) -> Sequence[Meeting]:
    """List the later meetings of the body, soonest first."""
    later = sa.select(Meeting).where(Meeting.body_id == meeting.body_id, Meeting.on > meeting.on)
    return db.session.scalars(later.order_by(Meeting.on, Meeting.id).limit(25)).all()


def confirming_minute(meeting: Meeting, at: Meeting) -> Minute | None:
    """Find the minute in which a later meeting confirms these minutes."""
    asked = sa.select(Minute).join(Minute.agenda_item).where(Minute.meeting_id == at.id)
    named = AgendaItem.confirms_meeting_id == meeting.id
    of_that_kind = sa.and_(AgendaItem.kind == ItemKind.MINUTES, AgendaItem.confirms_meeting_id.is_(None))
    asked = asked.where(sa.or_(named, of_that_kind)).order_by(Minute.position)
    return db.session.scalars(asked.options(joinedload(Minute.agenda_item)).limit(1)).first()


def corrections(meeting: Meeting, *, at: Meeting | None = None) -> Sequence[MinutesCorrection]:
    """List the corrections to the minutes of a meeting, in their order; of one later meeting where that is named."""
    asked = sa.select(MinutesCorrection).where(MinutesCorrection.meeting_id == meeting.id)
    if at is not None:
        asked = asked.where(MinutesCorrection.at_meeting_id == at.id)
    of = (joinedload(MinutesCorrection.minute), joinedload(MinutesCorrection.at_meeting))
    return db.session.scalars(asked.options(*of).order_by(MinutesCorrection.id)).all()


def seen(meeting: Meeting, *, viewer: Viewer) -> Sequence[MinutesCorrection]:
    """List the corrections that the viewer may read."""
    asked = sa.select(MinutesCorrection).join(Meeting, Meeting.id == MinutesCorrection.meeting_id)
    asked = asked.outerjoin(Minute, Minute.id == MinutesCorrection.minute_id)
    asked = asked.where(MinutesCorrection.meeting_id == meeting.id)
    asked = asked.where(sa.or_(MinutesCorrection.minute_id.is_(None), minute_is_open(viewer)))
    of = (joinedload(MinutesCorrection.minute), joinedload(MinutesCorrection.at_meeting))
    return db.session.scalars(asked.options(*of).order_by(MinutesCorrection.id)).all()


def correction(meeting_id: int, correction_id: int, *, viewer: Viewer) -> MinutesCorrection:
    """Fetch a correction about a minute that the viewer may read."""
    asked = sa.select(MinutesCorrection).join(Meeting, Meeting.id == MinutesCorrection.meeting_id)
    asked = asked.outerjoin(Minute, Minute.id == MinutesCorrection.minute_id)
    asked = asked.where(MinutesCorrection.id == correction_id, MinutesCorrection.at_meeting_id == meeting_id)
    asked = asked.where(sa.or_(MinutesCorrection.minute_id.is_(None), minute_is_open(viewer)))
    return db.session.scalars(asked.options(joinedload(MinutesCorrection.minute))).one()


def in_sentences(made: Iterable[MinutesCorrection]) -> list[str]:
    """Say what each correction changed; of a private minute only that it was corrected."""
    return [_sentence(each) for each in made]


def told(meeting: Meeting) -> list[Told]:
    """Tell what meetings corrected of approved minutes: when they approved them, and what others did later."""
    if meeting.minutes_state is not MinutesState.APPROVED:
        return []
    of_these = (MinutesVersion.meeting_id == meeting.id, MinutesVersion.kind == MinutesVersionKind.CORRECTED)
    later = sa.select(sa.func.count(MinutesVersion.id)).where(*of_these).scalar_subquery()
    asked = sa.select(MinutesCorrection, later).where(MinutesCorrection.meeting_id == meeting.id)
    of = (joinedload(MinutesCorrection.minute), joinedload(MinutesCorrection.at_meeting))
    rows = db.session.execute(asked.options(*of).order_by(MinutesCorrection.id)).all()
    return [
        Told(each.at_meeting.on, _sentence(each), is_later=place >= len(rows) - count)
        for place, (each, count) in enumerate(rows)
    ]


def approval(meeting: Meeting) -> Approval | None:
    """Tell which meeting approved the minutes, in which minute, and what was corrected then and afterwards."""
    at = db.session.get(Meeting, meeting.minutes_approved_at_id) if meeting.minutes_approved_at_id else None
    if at is None:
        return None
    made, confirming, signature = told(meeting), confirming_minute(meeting, at), signed(meeting)
    return Approval(
        at.on,
        minute=(confirming.number_printed or "") if confirming else "",
        corrections=tuple(each.words for each in made if not each.is_later),
        signed=(f"{signature.name}, {signature.office}", signature.signed_on) if signature else None,
        later=tuple(LaterCorrection(each.on, each.words) for each in made if each.is_later),
    )


def signed(meeting: Meeting) -> Signature | None:
    """Find the signature under approved minutes."""
    if meeting.minutes_state is not MinutesState.APPROVED:
        return None
    asked = sa.select(Signature).join(MinutesVersion, MinutesVersion.id == Signature.version_id)
    return db.session.scalars(asked.where(MinutesVersion.meeting_id == meeting.id).order_by(Signature.id)).first()


def _sentence(made: MinutesCorrection) -> str:
    if made.minute is None:
        return minutes_words.sentence(made.words_after or "")
    name = f"minute {made.minute.number_printed or made.minute.position}"
    if made.minute.is_exempt:
        return f"M{name[1:]}, which is private, was corrected."
    return minutes_words.correction(name, made.words_before or "", made.words_after or "")


def words_now(minute: Minute, field: str) -> str:
    """Give the words of a part of approved minutes as the last correction left them."""
    asked = sa.select(MinutesCorrection.words_after).where(
        MinutesCorrection.minute_id == minute.id, MinutesCorrection.field == field
    )
    later = db.session.scalars(asked.order_by(MinutesCorrection.id.desc()).limit(1)).first()
    if later is not None:
        return later
    if field.startswith(DECISION):
        ordinal = field.removeprefix(DECISION)
        found = sa.select(Decision).where(Decision.minute_id == minute.id)
        return next((each.words for each in db.session.scalars(found) if str(each.ordinal) == ordinal), "")
    return getattr(minute, field, None) or ""


def corrected_contents(meeting: Meeting) -> dict[str, Any]:
    """Give what approved minutes say with the corrections that later meetings made."""
    said = minutes_versions.contents(meeting)
    by_number = {minute["id"]: minute for minute in said["minutes"]}
    for each in corrections(meeting):
        if each.minute_id in by_number:
            _put(by_number[each.minute_id], each.field, each.words_after)
    return said | {"corrections": in_sentences(corrections(meeting))}


def _put(minute: dict[str, Any], field: str, words: str | None) -> None:
    if not field.startswith(DECISION):
        minute[field] = words
        return
    for decision in minute["decisions"]:
        if f"{DECISION}{decision['ordinal']}" == field:
            decision["words"] = words


def in_the_chair(meeting: Meeting) -> Attendance | None:
    """Find who was in the chair of a meeting."""
    asked = sa.select(Attendance).where(Attendance.meeting_id == meeting.id, Attendance.is_in_the_chair)
    return db.session.scalars(asked.options(joinedload(Attendance.person)).limit(1)).first()


def to_sign(*, viewer: Viewer, body: Body | None = None) -> list[Meeting]:
    """List the meetings whose approved minutes wait for the viewer to sign them: who was in the chair at the time.

    Of all bodies where the viewer may sign, unless one is named.
    """
    if viewer.person_id is None:
        return []
    body_ids = [body.id] if body else [*viewer.bodies(Role.CHAIR), *viewer.bodies(Role.MEMBER)]
    chaired = sa.select(Attendance.meeting_id)
    chaired = chaired.where(Attendance.is_in_the_chair, Attendance.person_id == viewer.person_id)
    signed = sa.select(Signature.id).where(Signature.version_id == MinutesVersion.id).exists()
    found = sa.select(Meeting).join(MinutesVersion, MinutesVersion.meeting_id == Meeting.id)
    found = found.where(Meeting.body_id.in_(body_ids), MinutesVersion.kind == MinutesVersionKind.APPROVED, ~signed)
    found = found.where(MinutesVersion.at_meeting_id.in_(chaired)).order_by(Meeting.on)
    return list(db.session.scalars(found.options(joinedload(Meeting.body))))


def person_of(user_id: int) -> int | None:
    """Tell who in the register an account belongs to."""
    return db.session.scalar(sa.select(User.person_id).where(User.id == user_id))


def signature(version: MinutesVersion | None) -> Signature | None:
    """Find the signature under a version."""
    if version is None:
        return None
    return db.session.scalars(sa.select(Signature).where(Signature.version_id == version.id)).first()
