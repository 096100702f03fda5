"""Between meetings: what was decided and waits to be ratified, and which answers are awaited, for a viewer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload

from shp_gov.database import db
from shp_gov.domain.fingerprint import fingerprint
from shp_gov.domain.permissions import Role, Viewer
from shp_gov.domain.words import long_day
from shp_gov.models import Body, Decision, DecisionKind, InterimDecision, Minute, Ratification, Referral
from shp_gov.queries.visibility import visible_decisions

PAGE, MOST_CHOICES = 25, 40
WITH_MINUTE = joinedload(InterimDecision.decision).joinedload(Decision.minute).joinedload(Minute.meeting)


@dataclass(frozen=True)
class Shown:
    """A decision between meetings as the viewer may see it; of a private one only its public title and paragraph."""

    id: int
    taken_on: date
    words: str
    taken_by: str
    authority: str
    reasons: str
    is_private: bool
    is_exempt: bool
    exempt_paragraph: str | None
    state: Ratification
    decision: Decision | None


def of_body(body: Body, *, viewer: Viewer, page: int = 1, size: int = PAGE) -> tuple[list[Shown], int]:
    """List a page of the decisions of a body between meetings, what waits first, and count them all."""
    found = sa.select(InterimDecision).where(InterimDecision.body_id == body.id)
    total = db.session.scalar(found.with_only_columns(sa.func.count(InterimDecision.id))) or 0
    waits = InterimDecision.state == Ratification.WAITS
    rows = found.options(WITH_MINUTE).order_by(waits.desc(), InterimDecision.taken_on.desc(), InterimDecision.id.desc())
    return [_shown(row, viewer) for row in db.session.scalars(rows.limit(size).offset((page - 1) * size))], total


def _shown(row: InterimDecision, viewer: Viewer) -> Shown:
    entitled = viewer.sees_exempt(body_id=row.body_id, on=row.taken_on, meeting_id=0)
    private = row.is_exempt and not entitled
    words = (row.public_title or "Private decision") if private else row.words
    said = ("", "", "") if private else (row.taken_by, row.authority, row.reasons)
    decision = row.decision if row.decision and not private else None
    return Shown(row.id, row.taken_on, words, *said, private, row.is_exempt, row.exempt_paragraph, row.state, decision)


def seen(row: InterimDecision) -> str:
    """Give the fingerprint of what is recorded, by which a page knows whether somebody changed it since."""
    said = [row.words, row.taken_by, row.authority, row.reasons, row.is_exempt, row.exempt_paragraph, row.public_title]
    return fingerprint([row.taken_on.isoformat(), *said])


def get(interim_id: int, *, viewer: Viewer) -> InterimDecision:
    """Fetch a decision between meetings with its body. A private one exists only for those entitled to it."""
    found = sa.select(InterimDecision).where(InterimDecision.id == interim_id)
    row = db.session.scalars(found.options(joinedload(InterimDecision.body), WITH_MINUTE)).one()
    if _shown(row, viewer).is_private:
        raise sa.exc.NoResultFound
    return row


def waiting(body: Body) -> Sequence[InterimDecision]:
    """List what waits to be ratified, oldest first."""
    found = sa.select(InterimDecision).where(InterimDecision.body_id == body.id)
    found = found.where(InterimDecision.state == Ratification.WAITS)
    return db.session.scalars(found.order_by(InterimDecision.taken_on, InterimDecision.id)).all()


def asked_to_ratify(interim: InterimDecision, *, is_ratified: bool = True) -> str:
    """Word what a meeting is asked to ratify, or does not ratify; of a private decision only its public title."""
    by = "" if interim.is_exempt else f" by {interim.taken_by}"
    what = (interim.public_title or "a private matter") if interim.is_exempt else interim.words
    said = "be ratified" if is_ratified else "be not ratified"
    return f"That the decision taken on {long_day(interim.taken_on)}{by} {said}: {what}"


def may_answer(interim: InterimDecision, *, viewer: Viewer) -> Sequence[Decision]:
    """List the decisions of the body by which a meeting can have answered, newest first."""
    found = visible_decisions(viewer).where(Decision.body_id == interim.body_id, Decision.on >= interim.taken_on)
    minute = contains_eager(Decision.minute)
    found = found.options(minute, minute.contains_eager(Minute.meeting))
    newest = found.order_by(Decision.on.desc(), Minute.position.desc(), Decision.ordinal.desc())
    return db.session.scalars(newest.limit(MOST_CHOICES)).all()


def referral(referral_id: int, *, viewer: Viewer) -> Referral:
    """Fetch a referral whose decision exists for the viewer."""
    seen = visible_decisions(viewer).with_only_columns(Decision.id)
    found = sa.select(Referral).where(Referral.id == referral_id, Referral.decision_id.in_(seen))
    return db.session.scalars(found.options(*_whole())).one()


def _whole() -> tuple[sa.orm.interfaces.LoaderOption, ...]:
    decision = joinedload(Referral.decision).joinedload(Decision.minute).joinedload(Minute.meeting)
    return (joinedload(Referral.body), joinedload(Referral.to_body), joinedload(Referral.to_organisation), decision)


def referrals(
    body: Body, *, viewer: Viewer, answered: bool | None = None, page: int = 1, size: int = PAGE
) -> tuple[Sequence[Referral], int]:
    """List a page of what a body referred to others, and others to it, as far as it exists for the viewer."""
    found = _seen(viewer).where(sa.or_(Referral.body_id == body.id, Referral.to_body_id == body.id))
    if answered is not None:
        found = found.where(Referral.answered_on.is_not(None) if answered else Referral.answered_on.is_(None))
    total = db.session.scalar(found.with_only_columns(sa.func.count(Referral.id))) or 0
    order = (Referral.answered_on.is_not(None), Referral.due_on.is_(None), Referral.due_on, Referral.id)
    rows = found.options(*_whole()).order_by(*order).limit(size).offset((page - 1) * size)
    return db.session.scalars(rows).all(), total


def awaiting(body: Body, *, viewer: Viewer, most: int = 5) -> Sequence[Referral]:
    """List the answers that a body awaits, or owes, as far as they exist for the viewer, the soonest due first."""
    found = _seen(viewer).where(sa.or_(Referral.body_id == body.id, Referral.to_body_id == body.id))
    found = found.where(Referral.answered_on.is_(None)).options(*_whole())
    return db.session.scalars(found.order_by(Referral.due_on.is_(None), Referral.due_on, Referral.id).limit(most)).all()


def _seen(viewer: Viewer) -> sa.Select[Referral]:
    seen = visible_decisions(viewer).with_only_columns(Decision.id)
    return sa.select(Referral).where(Referral.decision_id.in_(seen))


def awaited(viewer: Viewer) -> Sequence[Referral]:
    """List the answers that an officer's bodies await from others, the soonest due first."""
    found = _seen(viewer).where(Referral.body_id.in_(viewer.bodies(Role.OFFICER)), Referral.answered_on.is_(None))
    rows = found.options(*_whole()).order_by(Referral.due_on.is_(None), Referral.due_on, Referral.id)
    return db.session.scalars(rows.limit(PAGE)).all()


def unsent(body: Body, *, viewer: Viewer) -> Sequence[Decision]:
    """List the latest decisions that refer something and of which no referral is recorded."""
    sent = sa.select(Referral.id).where(Referral.decision_id == Decision.id).exists()
    found = visible_decisions(viewer).where(Decision.body_id == body.id, Decision.kind == DecisionKind.REFERRAL, ~sent)
    minute = contains_eager(Decision.minute)
    found = found.options(minute, minute.contains_eager(Minute.meeting))
    return db.session.scalars(found.order_by(Decision.on.desc(), Decision.id.desc()).limit(PAGE)).all()
