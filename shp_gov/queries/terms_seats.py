"""What becomes of the seats of a body when a draft of its terms is adopted: which are added, re-worded or ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov.database import db
from shp_gov.models import Seat, SeatCategory, TermsSeat, TermsVersion

OUTSIDE_TERMS = (SeatCategory.CO_OPTED, SeatCategory.ADVISER)


@dataclass(frozen=True)
class Effects:
    """What adopting a draft would do to the seats of its body."""

    added: tuple[TermsSeat, ...]
    ended: tuple[Seat, ...]


def effects(draft: TermsVersion, last: TermsVersion | None, *, on: date) -> Effects:
    """Tell what adopting a draft from a day would do."""
    return Effects(tuple(seat for seat in draft.seats if seat.seat_id is None), tuple(ending(draft, last, on=on)))


def on_register(
    body_id: int, *, post: str | None, organisation_id: int | None, but_not: set[int | None]
) -> Seat | None:
    """Find a seat of this name that has no end, and is none of these."""
    found = sa.select(Seat).where(Seat.body_id == body_id, Seat.active_until.is_(None))
    named = db.session.scalars(found.where(Seat.post == post, Seat.organisation_id == organisation_id))
    return next((seat for seat in named if seat.id not in but_not), None)


def ending(draft: TermsVersion, last: TermsVersion | None, *, on: date) -> Sequence[Seat]:
    """List the seats that end when a draft is adopted from a day.

    After a version, those that it has and the draft has not. For the first version, those there on the day that the
    draft has not; whom the body co-opted, or who advises it, stays.
    """
    begun = sa.or_(Seat.active_from.is_(None), Seat.active_from < on)
    there = sa.and_(begun, sa.or_(Seat.active_until.is_(None), Seat.active_until >= on))
    kept = {said.seat_id for said in draft.seats if said.seat_id}
    found = sa.select(Seat).where(Seat.body_id == draft.body_id, there, Seat.id.not_in(kept))
    if last is None:
        found = found.where(Seat.category.not_in(OUTSIDE_TERMS))
    else:
        found = found.where(Seat.id.in_(sa.select(TermsSeat.seat_id).where(TermsSeat.version_id == last.id)))
    return db.session.scalars(found.options(joinedload(Seat.organisation)).order_by(Seat.position, Seat.id)).all()
