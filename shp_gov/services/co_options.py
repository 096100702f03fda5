"""Members whom the body itself chose, for some work and some time."""

from datetime import date
from typing import Any

import sqlalchemy as sa

from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.models import (
    Appointment,
    AppointmentKind,
    Body,
    Decision,
    Organisation,
    Person,
    Seat,
    SeatCategory,
)
from shp_gov.services import appointments, by_hand
from shp_gov.services.appointments import ONE_DAY


def co_opt(
    person: Person,
    *,
    body: Body,
    post: str,
    purpose: str | None,
    from_: date,
    until: date | None,
    actor: Actor,
    basis: str | None = None,
    decision: Decision | None = None,
) -> Appointment:
    """Put somebody into a seat of their own for the work they were chosen for. It ends with them."""
    own = person.post_on(from_)
    seat = _seat(body, post, own.organisation if own else None, from_=from_, actor=actor)
    terms: dict[str, Any] = {"from_": from_, "until": until, "basis": basis, "decision": decision}
    kind = AppointmentKind.CO_OPTION
    return appointments.appoint(person, to=seat, kind=kind, reason=purpose, actor=actor, **terms)


def _seat(body: Body, post: str, organisation: Organisation | None, *, from_: date, actor: Actor) -> Seat:
    """Take the co-opted seat of that name, where it lasted until now, or make it."""
    own = organisation.id if organisation else None
    there = sa.select(Seat).where(Seat.body_id == body.id, Seat.post == post, Seat.organisation_id == own)
    lasts = sa.or_(Seat.active_until.is_(None), Seat.active_until >= from_ - ONE_DAY)
    if seat := db.session.scalars(there.where(Seat.category == SeatCategory.CO_OPTED, lasts)).first():
        return seat
    category = SeatCategory.CO_OPTED
    return by_hand.add_seat(
        body, post=post, category=category, organisation=organisation, active_from=from_, actor=actor
    )
