"""Substitutes: named in advance for a seat, or for one meeting. Only the one meeting opens its papers."""

from datetime import date
from typing import Any

import sqlalchemy as sa

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.domain.words import long_day
from shp_gov.models import Appointment, Meeting, Person, Seat, Substitution
from shp_gov.notifications import outbox

FOREVER = date.max


class CannotSubstitute(DomainError):
    """This person cannot stand in for this seat."""


def name(
    person: Person,
    *,
    seat: Seat,
    from_: date,
    actor: Actor,
    until: date | None = None,
    meeting: Meeting | None = None,
    basis: str | None = None,
) -> Substitution:
    """Name somebody to stand in for a seat from one day to another, or at one meeting."""
    if meeting is not None:
        from_, until = meeting.on, meeting.on
    _require_days(seat, meeting, from_, until)
    _require_other(person, seat, from_, until)
    _require_new(person, seat, from_, until, meeting)
    substitution = Substitution(seat=seat, person=person, from_on=from_, until_on=until, meeting=meeting, basis=basis)
    db.session.add(substitution)
    days: dict[str, Any] = {"from_on": from_, "until_on": until, "meeting": meeting.id if meeting else None}
    said = {"basis": basis}
    audit.record("substitute.named", substitution, actor=actor, body_id=seat.body_id, words=said, **days)
    outbox.substitute_named(substitution)
    return substitution


def name_again(substitution: Substitution, *, actor: Actor) -> None:
    """Let somebody stand in after all who was withdrawn from the one meeting they were named for."""
    substitution.ended_because = None
    facts: dict[str, Any] = {"body_id": substitution.seat.body_id, "meeting": substitution.meeting_id}
    audit.record("substitute.named", substitution, actor=actor, **facts)
    outbox.substitute_named_again(substitution)


def end(substitution: Substitution, *, last_day: date, because: str, actor: Actor) -> None:
    """Let somebody stand in no longer after a day; who was named for one meeting does not stand in at it."""
    if substitution.meeting is not None:
        _withdraw(substitution, because=because, actor=actor)
        return
    if last_day < substitution.from_on:
        raise CannotSubstitute(f"The last day cannot be before the first, {long_day(substitution.from_on)}.")
    if substitution.until_on is not None and substitution.until_on <= last_day:
        raise CannotSubstitute(f"This ends on {long_day(substitution.until_on)} already.")
    substitution.until_on, substitution.ended_because = last_day, because
    facts: dict[str, Any] = {"body_id": substitution.seat.body_id, "until_on": last_day}
    audit.record("substitute.ended", substitution, actor=actor, words={"because": because}, **facts)


def _withdraw(substitution: Substitution, *, because: str, actor: Actor) -> None:
    if substitution.ended_because is not None:
        raise CannotSubstitute(f"{substitution.person.name} is withdrawn already.")
    substitution.ended_because = because
    said: dict[str, str | None] = {"because": because}
    audit.record("substitute.withdrawn", substitution, actor=actor, body_id=substitution.seat.body_id, words=said)
    outbox.substitute_withdrawn(substitution)


def _require_days(seat: Seat, meeting: Meeting | None, first: date, last: date | None) -> None:
    if meeting is not None and meeting.body_id != seat.body_id:
        raise CannotSubstitute("That is a meeting of another body.")
    if last is not None and last < first:
        raise CannotSubstitute(f"The last day cannot be before the first, {long_day(first)}.")


def _require_other(person: Person, seat: Seat, first: date, last: date | None) -> None:
    held = sa.select(Appointment.id).where(Appointment.seat_id == seat.id, Appointment.person_id == person.id)
    held = held.where(Appointment.from_on <= first, sa.func.coalesce(Appointment.until_on, FOREVER) >= (last or first))
    if db.session.scalar(held.limit(1)) is not None:
        raise CannotSubstitute(f"{person.name} holds this seat. Nobody stands in for themselves.")


def _require_new(person: Person, seat: Seat, first: date, last: date | None, meeting: Meeting | None) -> None:
    named = sa.select(Substitution).where(Substitution.seat_id == seat.id, Substitution.person_id == person.id)
    named = named.where(Substitution.from_on <= (last or FOREVER))
    named = named.where(sa.func.coalesce(Substitution.until_on, FOREVER) >= first)
    for row in db.session.scalars(named):
        if (row.meeting_id is None) == (meeting is None) and (meeting is None or row.ended_because is None):
            raise CannotSubstitute(
                f"{person.name} is named for this seat on {long_day(max(first, row.from_on))} already."
            )
