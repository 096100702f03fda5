"""What the decision register is asked for."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TypeVar

from flask import request

from shp_gov.models import Body, DecisionKind
from shp_gov.queries.decisions import Status, Wanted
from shp_gov.web.fields import StringField, labels
from shp_gov.web.forms import FilterForm
from shp_gov.web.front_end import Link, here
from shp_gov.web.paging import whole_number

Choice = TypeVar("Choice", bound=StrEnum)
LONGEST = 200


class SearchForm(FilterForm):
    """Words to find in decisions and the titles of their minutes."""

    q = StringField("Find words")

    def wanted(self) -> Wanted:
        """Read the whole question of the page; what it cannot mean is left out."""
        year = whole_number(request.args.get("year", ""))
        return Wanted(
            body=request.args.get("body") or None,
            year=year if year and 1900 <= year <= 2200 else None,
            kind=_one_of(DecisionKind, request.args.get("kind")),
            status=_one_of(Status, request.args.get("status")),
            words=(self.q.data or "")[:LONGEST],
        )


def _one_of(choices: type[Choice], asked: str | None) -> Choice | None:
    return choices(asked) if asked in set(choices) else None


def filters(wanted: Wanted, bodies: Sequence[Body], years: Sequence[int]) -> list[tuple[str, list[Link]]]:
    """Offer the filters of the register as links, each keeping the rest of the question."""
    return [
        ("Partnership", _links("body", {body.slug: body.name for body in bodies}, wanted.body)),
        (
            "Calendar year",
            _links("year", {str(year): str(year) for year in years}, str(wanted.year) if wanted.year else None),
        ),
        ("What it asks for", _links("kind", labels(DecisionKind), wanted.kind)),
        ("How far it has come", _links("status", labels(Status), wanted.status)),
    ]


def _words(number: int | None) -> str | None:
    return str(number) if number else None


def _links(name: str, choices: dict[str, str], chosen: str | None) -> list[Link]:
    every = Link("All", here(**{name: None, "page": None}), "" if chosen else "true")
    rest = [
        Link(words, here(**{name: value, "page": None}), "true" if value == chosen else "")
        for value, words in choices.items()
    ]
    return [every, *rest]
