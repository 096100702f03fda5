"""What becomes of the seats of a body when a draft of its terms is adopted: which are added, re-worded or ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov.database import db
from shp_gov.domain.permissions import Viewer
from shp_gov.domain.workflows import WITH_THE_OWNER
from shp_gov.models import Action, Seat, SeatCategory, TermsSeat, TermsVersion
from shp_gov.queries.visibility import visible_actions

OUTSIDE_TERMS = (SeatCategory.CO_OPTED, SeatCategory.ADVISER)


@dataclass(frozen=True)
class Effects:
    """What adopting a draft would do to the seats of its body."""

    added: tuple[TermsSeat, ...]
    ended: tuple[Seat, ...]
    ownerless: tuple[Action, ...]

    def ownerless_of(self, seat: Seat) -> list[Action]:
        """List the actions that would need an owner when a seat ends."""
        return [action for action in self.ownerless if action.seat_id == seat.id]


def effects(draft: TermsVersion, last: TermsVersion | None, *, on: date, viewer: Viewer) -> Effects:
    """Tell what adopting a draft from a day would do, and which actions would need an owner then."""
    ended = tuple(ending(draft, last, on=on))
    left = visible_actions(viewer).where(Action.seat_id.in_([seat.id for seat in ended]))
    left = left.where(Action.state.in_(WITH_THE_OWNER)).order_by(Action.number)
    added = tuple(seat for seat in draft.seats if seat.seat_id is None)
    return Effects(added, ended, tuple(db.session.scalars(left)) if ended else ())


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
