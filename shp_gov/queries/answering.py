"""Who answers for many actions at once, on a day."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from shp_gov.database import db
from shp_gov.models import Action, Appointment, Decision, Meeting, Office, OfficeKind, Seat
from shp_gov.queries.actions import held_on
from shp_gov.queries.organisations import Day
from shp_gov.queries.people import name_on


@dataclass(frozen=True)
class Lead:
    """What owns an action: of which kind, its number and, for an organisation, the body it sits on."""

    kind: str
    id: int
    body_id: int | None = None

    @staticmethod
    def of(action: Action) -> Lead:
        """Tell what owns an action."""
        if action.seat_id is not None:
            return Lead("seat", action.seat_id)
        if action.organisation_id is not None:
            return Lead("organisation", action.organisation_id, action.body_id)
        return Lead("body", action.owner_body_id or 0)


def names_of_holders(leads: Collection[Lead], *, on: date) -> dict[Lead, tuple[str, ...]]:
    """Name who answers for each owner on a day, in one question to the database."""
    if not leads:
        return {}
    seats, organisations, bodies = ({lead.id for lead in leads if lead.kind == kind} for kind in KINDS)
    of_seats, of_organisations, of_bodies = _questions(on)
    return _gathered(
        of_seats.where(Seat.id.in_(seats)),
        of_organisations.where(Seat.organisation_id.in_(organisations)),
        of_bodies.where(Office.body_id.in_(bodies)),
    )


def names_in_body(body_id: int, *, on: date) -> dict[Lead, tuple[str, ...]]:
    """Name who answers on a day for each seat and organisation of a body, and who chairs any body."""
    of_seats, of_organisations, of_bodies = _questions(on)
    here = Seat.body_id == body_id
    return _gathered(of_seats.where(here), of_organisations.where(here), of_bodies)


def names_at_the_end(which: sa.ColumnElement[bool]) -> dict[int, tuple[str, ...]]:
    """Name who answered for each of these actions on the day it ended, by its number, in one question."""
    closing, dropping = aliased(Meeting), aliased(Decision)
    day = sa.func.coalesce(closing.on, dropping.on)
    ended = sa.select(Action.id, name_on(day)).select_from(Action).where(which)
    ended = ended.outerjoin(closing, Action.closed_at).outerjoin(dropping, Action.dropped_by)
    owns = sa.and_(Seat.organisation_id == Action.organisation_id, Seat.body_id == Action.body_id)
    seated = ended.join(Seat, sa.or_(Seat.id == Action.seat_id, owns)).join(Seat.appointments).join(Appointment.person)
    chaired = ended.join(Office, Office.body_id == Action.owner_body_id).join(Office.person)
    found: dict[int, set[str]] = {}
    both = sa.union_all(
        seated.where(Appointment.from_on <= day, held_on(day)),
        chaired.where(Office.kind == OfficeKind.CHAIR, Office.from_on <= day, _in_office(day)),
    )
    for number, name in db.session.execute(both):
        found.setdefault(number, set()).add(name)
    return {number: tuple(sorted(names)) for number, names in found.items()}


def _in_office(on: Day) -> sa.ColumnElement[bool]:
    return sa.or_(Office.until_on.is_(None), Office.until_on >= on)


def _gathered(*questions: sa.Select[Any]) -> dict[Lead, tuple[str, ...]]:
    found: dict[Lead, list[str]] = {}
    for kind, number, body_id, name in db.session.execute(sa.union_all(*questions)):
        lead = Lead(kind, number, body_id if kind == "organisation" else None)
        if name not in found.setdefault(lead, []):
            found[lead].append(name)
    return {lead: tuple(sorted(names)) for lead, names in found.items()}


def _questions(on: date) -> tuple[Any, Any, Any]:
    seated = sa.select(sa.literal("seat"), Seat.id, Seat.body_id, name_on(on)).join(Appointment.seat)
    seated = seated.join(Appointment.person).where(Appointment.from_on <= on, held_on(on))
    for_organisation = seated.with_only_columns(
        sa.literal("organisation"), Seat.organisation_id, Seat.body_id, name_on(on)
    )
    chairs = sa.select(sa.literal("body"), Office.body_id, Office.body_id, name_on(on)).join(Office.person)
    chairs = chairs.where(Office.kind == OfficeKind.CHAIR, Office.from_on <= on)
    chairs = chairs.where(_in_office(on))
    return seated, for_organisation, chairs


KINDS = ("seat", "organisation", "body")
