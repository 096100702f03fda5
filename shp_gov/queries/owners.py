"""What the owners of actions were called on a day: a seat as the terms of the day word it, others by their name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from shp_gov.database import db
from shp_gov.models import Action, Body, Organisation, Seat, TermsSeat
from shp_gov.queries import bodies, organisations

SEAT, ORGANISATION = "seat", "organisation"


@dataclass(frozen=True)
class Owner:
    """What owns an action: a post, an organisation, or both."""

    post: str | None
    organisation: str | None

    @property
    def title(self) -> str:
        """Name the post and its organisation."""
        return ", ".join(words for words in (self.post, self.organisation) if words)


@dataclass(frozen=True)
class Owners:
    """The owners of some actions as they were called on a day."""

    by_number: Mapping[tuple[str, int | None], Owner]

    def of(self, action: Action) -> Owner:
        """Name the lead of an action."""
        named = self.by_number.get((SEAT, action.seat_id)) or self.by_number.get((ORGANISATION, action.organisation_id))
        return named or Owner(action.owner_title, None)


def of_actions(actions: Iterable[Action], *, on: date) -> Owners:
    """Name the owners of these actions as on a day, in one statement."""
    leads = [(action.seat_id, action.organisation_id) for action in actions]
    return _named({seat for seat, _ in leads if seat}, {number for _, number in leads if number}, on)


def of_body(body: Body, *, on: date) -> Owners:
    """Name every seat of a body, and every organisation that has an action there, as on a day."""
    seats = set(db.session.scalars(sa.select(Seat.id).where(Seat.body_id == body.id)))
    asked = sa.select(Action.organisation_id).where(Action.body_id == body.id, Action.organisation_id.is_not(None))
    return _named(seats, {number for number in db.session.scalars(asked.distinct()) if number}, on)


def seat_title(seat: Seat, *, on: date) -> str:
    """Name a seat as on a day."""
    return _named({seat.id}, set(), on).by_number[SEAT, seat.id].title


def _named(seats: set[int], leads: set[int], on: date) -> Owners:
    if not seats and not leads:
        return Owners({})
    own = sa.select(sa.literal(ORGANISATION), Organisation.id, sa.null(), organisations.name_on(on))
    both: sa.CompoundSelect[Any] = sa.union_all(
        _seats(on).where(Seat.id.in_(seats)), own.where(Organisation.id.in_(leads))
    )
    rows = db.session.execute(both).all()
    return Owners({(row[0], row[1]): Owner(row[2], row[3]) for row in rows})


def _seats(on: date) -> sa.Select[str, int, str | None, str | None]:
    """Select the seats with their posts and organisations as the terms of a day word them, where they name them."""
    is_said = TermsSeat.id.is_not(None)
    post = sa.case((is_said, TermsSeat.post), else_=Seat.post)
    whose = sa.case((is_said, TermsSeat.organisation_id), else_=Seat.organisation_id)
    name = sa.func.coalesce(organisations.name_on(on), TermsSeat.organisation_words)
    seats = sa.select(sa.literal(SEAT), Seat.id, post, name).select_from(Seat)
    said = sa.and_(TermsSeat.seat_id == Seat.id, TermsSeat.version_id == bodies.in_force(on))
    return seats.outerjoin(TermsSeat, said).outerjoin(Organisation, Organisation.id == whose)
