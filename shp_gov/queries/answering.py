"""Who answers for many actions at once, on a day."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from shp_gov.database import db
from shp_gov.models import Action, Appointment, Office, OfficeKind, Person, Seat
from shp_gov.queries.actions import held_on


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


def _gathered(*questions: sa.Select[Any]) -> dict[Lead, tuple[str, ...]]:
    found: dict[Lead, list[str]] = {}
    for kind, number, body_id, name in db.session.execute(sa.union_all(*questions)):
        lead = Lead(kind, number, body_id if kind == "organisation" else None)
        if name not in found.setdefault(lead, []):
            found[lead].append(name)
    return {lead: tuple(sorted(names)) for lead, names in found.items()}


def _questions(on: date) -> tuple[Any, Any, Any]:
    seated = sa.select(sa.literal("seat"), Seat.id, Seat.body_id, Person.name).join(Appointment.seat)
    seated = seated.join(Appointment.person).where(Appointment.from_on <= on, held_on(on))
    for_organisation = seated.with_only_columns(
        sa.literal("organisation"), Seat.organisation_id, Seat.body_id, Person.name
    )
    chairs = sa.select(sa.literal("body"), Office.body_id, Office.body_id, Person.name).join(Office.person)
    chairs = chairs.where(Office.kind == OfficeKind.CHAIR, Office.from_on <= on)
    chairs = chairs.where(sa.or_(Office.until_on.is_(None), Office.until_on >= on))
    return seated, for_organisation, chairs


KINDS = ("seat", "organisation", "body")
