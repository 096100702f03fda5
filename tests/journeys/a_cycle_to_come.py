"""The partnership of the example between two meetings, in the record of a site: its terms now set a quorum."""

from collections.abc import Iterator
from datetime import timedelta

from shp_gov import clock
from shp_gov.audit import Actor
from shp_gov.cli import opening
from shp_gov.database import db
from shp_gov.example import content, founding, holding, membership, stories
from shp_gov.example.acts import Act
from shp_gov.example.days import moment
from shp_gov.example.world import World
from shp_gov.services import terms as drafts
from shp_gov.services import terms_adoption, terms_edits

BODY = "partnership"
HELD = (-7, -1, 0)
QUORUM = {"needs": {"at_least": 4, "of": "members"}}


def main() -> None:
    """Make it as at today: the next meeting is nobody's yet."""
    with opening.opened():
        plans = {plan.key: plan for plan in content.bodies()}
        world = World(today=clock.today(), system=Actor("system"), plans=plans)
        for act in sorted(_acts(world), key=lambda act: act.at):
            if world.is_past(act.at):
                with clock.at(act.at):
                    act.do()
        db.session.commit()


def _acts(world: World) -> Iterator[Act]:
    yield from founding.acts(world)
    yield from membership.acts(world)
    yield Act(moment(world.today - timedelta(days=2), 9), lambda: _set_a_quorum(world))
    for plan in content.meetings():
        if plan.body == BODY and plan.place in HELD:
            yield from holding.acts(world, plan)
            yield from stories.acts(world, plan)


def _set_a_quorum(world: World) -> None:
    body, officer, on = world.bodies[BODY], world.officer(BODY), clock.today()
    draft = drafts.start_from_starter(body, on=on, actor=officer)
    terms_edits.set_quorum(draft, QUORUM, actor=officer)
    terms_adoption.adopt(draft, in_force_from=on, basis="Agreed by the members by letter", actor=officer)


if __name__ == "__main__":
    main()
