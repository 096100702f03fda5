"""Adopting a version of the terms: from its first day its seats are added, re-worded and ended with it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.register.listing import seat_key
from shp_gov.domain.terms.guards import TermsRefused, ToAdopt, require_adoptable
from shp_gov.domain.words import long_day
from shp_gov.models import Appointment, Decision, Provenance, Seat, TermsSeat, TermsState, TermsVersion
from shp_gov.queries import organisations, terms_seats
from shp_gov.queries import terms as queries
from shp_gov.queries.organisations import Names
from shp_gov.services import appointments, by_hand

WORDED = ("post", "organisation_id", "category", "places", "position", "is_voting", "is_elected")
WITHOUT_A_SEAT = "The terms of reference have this seat no longer."


def adopt(
    draft: TermsVersion,
    *,
    in_force_from: date,
    actor: Actor,
    decision: Decision | None = None,
    basis: str | None = None,
) -> None:
    """Adopt a draft from a day on, by a decision of a meeting of its body, or on a basis that is said in words."""
    last = queries.last_adopted(draft.body)
    require_adoptable(_asked(draft, last, in_force_from, decision, basis))
    ending = terms_seats.ending(draft, last, on=in_force_from)
    _fit_seats(draft, ending, from_on=in_force_from, actor=actor)
    draft.state, draft.in_force_from = TermsState.ADOPTED, in_force_from
    draft.decision, draft.basis = decision, (basis or "").strip() or None
    facts: dict[str, Any] = {
        "number": draft.number,
        "in_force_from": in_force_from,
        "decision": decision.id if decision else None,
    }
    audit.record("terms.adopted", draft, actor=actor, body_id=draft.body_id, words={"basis": draft.basis}, **facts)


def _fit_seats(draft: TermsVersion, ending: Sequence[Seat], *, from_on: date, actor: Actor) -> None:
    """Make the seats of the body what the draft says, while it still is a draft."""
    names = organisations.names()
    for said in draft.seats:
        if said.seat is None:
            _add(said, names, from_on=from_on, actor=actor)
        else:
            _reword(said, said.seat, from_on=from_on, actor=actor)
    for seat in ending:
        _end(seat, last_day=from_on - timedelta(days=1), actor=actor)
    db.session.flush()


def _asked(
    draft: TermsVersion, last: TermsVersion | None, in_force_from: date, decision: Decision | None, basis: str | None
) -> ToAdopt:
    return ToAdopt(
        in_force_from=in_force_from,
        is_draft=draft.is_draft,
        says_something=bool(draft.seats or draft.sections),
        last_number=last.number if last else 0,
        last_in_force_from=last.in_force_from if last else None,
        is_of_another_body=decision is not None and decision.body_id != draft.body_id,
        decided_on=decision.on if decision else None,
        basis=(basis or "").strip(),
    )


def _add(said: TermsSeat, names: Names, *, from_on: date, actor: Actor) -> None:
    """Make a seat that the draft adds. One of the same name that ended before is another seat."""
    body = said.version.body
    names_of = names.of(said.organisation) if said.organisation else [said.organisation_words or ""]
    key = by_hand.free_key(body, seat_key(said.post, names_of))
    seat = Seat(body=body, key=key, active_from=from_on, worded_on=from_on)
    _word(seat, said)
    db.session.add(seat)
    said.seat = seat
    audit.record("seat.added", seat, actor=actor, body_id=body.id, title=seat.title, category=seat.category)


def _reword(said: TermsSeat, seat: Seat, *, from_on: date, actor: Actor) -> None:
    before = [getattr(seat, name) for name in WORDED]
    was = seat.title
    _word(seat, said)
    if before != [getattr(seat, name) for name in WORDED]:
        seat.worded_on = from_on
        audit.record("seat.reworded", seat, actor=actor, body_id=seat.body_id, title=seat.title, was=was)


def _word(seat: Seat, said: TermsSeat) -> None:
    """Word a seat as its terms do. From now on no list of members changes it."""
    for name in WORDED:
        setattr(seat, name, getattr(said, name))
    seat.organisation, seat.provenance = said.organisation, Provenance.RECORDED


def _end(seat: Seat, *, last_day: date, actor: Actor) -> None:
    """End a seat, and the terms of those who sit in it, after its last day."""
    held = sa.select(Appointment).where(Appointment.seat_id == seat.id)
    later = sa.or_(Appointment.until_on.is_(None), Appointment.until_on > last_day)
    for appointment in db.session.scalars(held.where(later)).all():
        if appointment.from_on > last_day:
            who, day = appointment.person.name, long_day(appointment.from_on)
            words = f"{who} is in the seat {seat.title} from {day}, so it cannot end before."
            raise TermsRefused(f"{words} Keep the seat in the draft, or end that term first.")
        appointments.end(appointment, last_day=last_day, because=WITHOUT_A_SEAT, actor=actor)
    seat.active_until, seat.provenance = last_day, Provenance.RECORDED
    audit.record("seat.ended", seat, actor=actor, body_id=seat.body_id, title=seat.title, until_on=last_day)
