"""Members of the example who are more than a name in a seat: a substitute, somebody who moved, a co-opted member."""

import tomllib
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from shp_gov.example.acts import Act
from shp_gov.example.content import FOLDER, Row
from shp_gov.example.days import moment
from shp_gov.example.world import World
from shp_gov.services import co_options, posts, substitutes


def acts(world: World) -> Iterator[Act]:
    """List each on its day."""
    plans = tomllib.loads((FOLDER / "membership.toml").read_text(encoding="utf-8"))
    for kind, rows in plans.items():
        for row in rows:
            on = world.today - timedelta(days=row["since"])
            yield Act(moment(on, 17), _deed(kind, world, row, on))


def _deed(kind: str, world: World, row: Row, on: date) -> Callable[[], None]:
    return lambda: DO[kind](world, row, on)


def _substitute(world: World, row: Row, on: date) -> None:
    seat, person = world.seats[row["seat"]], world.people[row["person"]]
    substitutes.name(person, seat=seat, from_=on, basis=row["basis"], actor=world.officer(row["body"]))


def _move(world: World, row: Row, on: date) -> None:
    new = posts.NewPost(row["name"], row["post"], world.organisations[row["organisation"]])
    person = world.people[row["person"]]
    posts.change(person, new, from_=on, basis=row["basis"], actor=world.officer(row["body"]))


def _co_option(world: World, row: Row, on: date) -> None:
    co_options.co_opt(
        world.people[row["person"]],
        body=world.bodies[row["body"]],
        post=row["post"],
        purpose=row["purpose"],
        from_=on,
        until=world.today + timedelta(days=row["ends_in"]),
        basis=row["basis"],
        actor=world.officer(row["body"]),
    )


DO: dict[str, Callable[[World, Row, date], None]] = {
    "substitute": _substitute,
    "move": _move,
    "co_option": _co_option,
}
