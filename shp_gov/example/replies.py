"""What members of the example answered before the meetings to come."""

import tomllib
from collections.abc import Callable, Iterator
from datetime import timedelta

from shp_gov.domain.permissions import Viewer
from shp_gov.example.acts import Act
from shp_gov.example.content import FOLDER, Row
from shp_gov.example.days import moment
from shp_gov.example.world import World
from shp_gov.models import Answer
from shp_gov.queries import minuting
from shp_gov.queries import replies as queries
from shp_gov.services import replies

NEXT, AFTER_LUNCH = 1, 16


def acts(world: World) -> Iterator[Act]:
    """List each reply on its day."""
    for row in tomllib.loads((FOLDER / "replies.toml").read_text(encoding="utf-8"))["reply"]:
        yield Act(moment(world.today - timedelta(days=row["ago"]), AFTER_LUNCH), _deed(world, row))


def _deed(world: World, row: Row) -> Callable[[], None]:
    return lambda: _reply(world, row)


def _reply(world: World, row: Row) -> None:
    """Reply as the member did, or as the officer wrote down; of interests once the agenda is out."""
    meeting, person = world.meetings[row["body"], NEXT], world.people[row["person"]]
    asked = queries.asked(meeting, person.id, viewer=Viewer(on=world.today))
    assert asked is not None, "whoever replies holds a seat"
    items = [item for item in minuting.items_of(meeting) if item.title in row.get("items", ())]
    said = replies.Said(
        answer=Answer(row["answer"]),
        substitute=world.people[row["substitute"]] if "substitute" in row else None,
        has_no_interest=not items if asked.asks_of_interests else None,
        items=items if asked.asks_of_interests else (),
        interest=row.get("interest", ""),
    )
    replies.answer(asked, said, actor=world.actor(row.get("by", row["person"])))
