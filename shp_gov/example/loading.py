"""Write the example down, act by act in the order of time, in one transaction. The caller commits."""

from collections.abc import Iterator
from datetime import date, timedelta

import sqlalchemy as sa

from shp_gov import clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.example import (
    arranging,
    content,
    duties,
    founding,
    holding,
    membership,
    replies,
    reports,
    settled,
    stories,
    terms,
)
from shp_gov.example.acts import Act
from shp_gov.example.content import FOLDER
from shp_gov.example.days import moment
from shp_gov.example.world import World
from shp_gov.importers.pack import load as packs
from shp_gov.models import AuditEvent, Body, User

WAITING = FOLDER / "packs" / "safer-kelby-partnership-march.txt"


class RecordThere(DomainError):
    """The example goes only into an empty database."""


def load(*, actor: Actor, on: date | None = None) -> World:
    """Load the example as at a day, into a database that holds nothing."""
    if not is_empty():
        raise RecordThere("This database holds a record already. The example goes only into an empty one.")
    world = World(today=on or clock.today(), system=actor, plans={plan.key: plan for plan in content.bodies()})
    for act in sorted(_acts(world), key=lambda act: act.at):
        if world.is_past(act.at):
            with clock.at(act.at):
                act.do()
    return world


def is_empty() -> bool:
    """Tell whether a database holds nobody's record."""
    return not any(db.session.scalar(sa.select(sa.func.count(model.id))) for model in (Body, User, AuditEvent))


def _acts(world: World) -> Iterator[Act]:
    yield from founding.acts(world)
    yield Act(moment(world.today - timedelta(days=1), 9), lambda: _upload(world))
    yield from duties.acts(world)
    yield from terms.acts(world)
    yield from membership.acts(world)
    yield from settled.acts(world)
    yield from replies.acts(world)
    yield from reports.acts(world)
    yield from arranging.acts(world)
    for plan in content.meetings():
        yield from holding.acts(world, plan)
        yield from stories.acts(world, plan)


def _upload(world: World) -> None:
    """Upload a pack of another partnership. It is read and not accepted, and has doubts to settle."""
    packs.read_in(WAITING.read_bytes(), WAITING.name, actor=world.officer("partnership"))
