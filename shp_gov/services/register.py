"""The register, worked out from everything printed: the same whatever order the papers came in."""

from collections.abc import Iterable

from shp_gov.audit import Actor
from shp_gov.models import Body, Import
from shp_gov.queries import organisations, printed
from shp_gov.services import describing, minutes, offices, people, questions, seats, suggestions


def bring_up_to_date(body: Body, *, pack: Import | None, actor: Actor) -> None:
    """Say who is who, who sat where, which minutes were approved and what is proposed to whom."""
    _introduce_those_entered_by_hand(body)
    lines, names = printed.of_body(body), organisations.names()
    found = people.identify(body, lines, actor=actor)
    describing.describe(body, lines, names, actor=actor)
    seats.derive(body, lines, found, names, actor=actor)
    offices.derive(body, lines, actor=actor)
    minutes.settle_approval(body, actor=actor)
    suggestions.link_minutes(body)
    suggestions.link_interests(body, found)
    suggestions.suggest(body, names)
    questions.ask(body, pack, lines, found, names, actor=actor)


def bring_all_up_to_date(bodies: Iterable[Body], *, actor: Actor) -> None:
    """Work out the registers of several bodies, after people or organisations of theirs became one, or two."""
    for body in bodies:
        bring_up_to_date(body, pack=None, actor=actor)


def _introduce_those_entered_by_hand(body: Body) -> None:
    """Let the papers know those whom somebody entered, so that nobody is added a second time."""
    for person in printed.entered_by_hand(body):
        if people.known_as(body, person.name) is None:
            people.introduce(body, person)
