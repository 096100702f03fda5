"""What the partnership knows of organisations that are gone: who ended, who has their place, and by what right."""

from collections.abc import Iterator
from datetime import date

from shp_gov.example.acts import Act
from shp_gov.example.days import moment
from shp_gov.example.world import World
from shp_gov.models import InterestKind
from shp_gov.services import by_hand, interests, organisation_changes, standings

GROUP, GROUP_ENDED = "NHS Seaborough Clinical Commissioning Group", date(2022, 6, 30)
COMPANY = "Northshire Community Rehabilitation Company"
INTERESTS = (
    ("adeyemi", InterestKind.MEMBERSHIP, "Trustee of the Seaborough Lifeboat Fund"),
    ("tranter", InterestKind.EMPLOYMENT, "Head of Tenancies, Harbour Homes"),
    ("tranter", InterestKind.CONTRACT, "Harbour Homes lets rooms to the partnership for its drop-in sessions"),
)


def acts(world: World) -> Iterator[Act]:
    """List what is written down of the past on the day the partnership is founded."""
    yield Act(moment(world.founded_on("partnership"), 10), lambda: _ended(world))
    yield Act(moment(world.founded_on("partnership"), 10, 30), lambda: _co_operated(world))
    yield Act(moment(world.founded_on("partnership"), 11, 30), lambda: _interests(world))


def _ended(world: World) -> None:
    group = by_hand.add_organisation(GROUP, statutory_type="clinical commissioning group", actor=world.system)
    followed_by = [world.organisations["icb"]]
    organisation_changes.end(group, last_day=GROUP_ENDED, successors=followed_by, actor=world.officer("partnership"))


def _co_operated(world: World) -> None:
    """At first the contract of the company made it co-operate only."""
    standings.record(
        world.bodies["partnership"],
        organisation=COMPANY,
        is_responsible_authority=False,
        from_on=date(2014, 6, 1),
        until_on=date(2015, 3, 31),
        basis="Letter of its contract manager, 20 May 2014",
        actor=world.officer("partnership"),
    )


def _interests(world: World) -> None:
    """Enter what two members gave for the register of interests."""
    since, officer = world.founded_on("partnership"), world.officer("partnership")
    body = world.bodies["partnership"]
    for person, kind, words in INTERESTS:
        interests.enter(world.people[person], body=body, kind=kind, words=words, from_on=since, actor=officer)
