"""The terms of reference of the example: three versions of the partnership's, and those of a board."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any

from shp_gov.audit import Actor
from shp_gov.example.acts import Act, Deed
from shp_gov.example.content import FOLDER
from shp_gov.example.days import moment
from shp_gov.example.world import World
from shp_gov.models import Body, OfficeKind, SeatCategory, TermsVersion
from shp_gov.queries import organisations
from shp_gov.services import terms, terms_adoption, terms_edits

STARTS = {"starter": terms.start_from_starter, "last": terms.start}
Rows = tuple[Mapping[str, Any], ...]


@dataclass(frozen=True)
class VersionPlan:
    """One version: what it is drafted from, what is changed, and from when and by what it is in force."""

    body: str
    start: str
    begun: int = 0
    basis: str = ""
    decision: str = ""
    meeting: int = 0
    figures: Mapping[str, Any] = field(default_factory=dict)
    quorum: Mapping[str, Any] | None = None
    sections: Rows = ()
    seats: Rows = ()
    offices: Rows = ()
    sub_groups: Rows = ()
    without: tuple[str, ...] = ()
    without_seats: tuple[str, ...] = ()

    def begins_on(self, world: World) -> date:
        """Tell the first day it is in force."""
        if self.decision:
            return world.day(self.body, self.meeting)
        return world.today - timedelta(days=self.begun)


@cache
def plans() -> tuple[VersionPlan, ...]:
    """List the versions, oldest first within a body."""
    rows = tomllib.loads((FOLDER / "terms.toml").read_text(encoding="utf-8"))["version"]
    return tuple(VersionPlan(**row) for row in rows)


def acts(world: World) -> Iterator[Act]:
    """List who entered which version: what is older than the record on its first day, one after the other."""
    for place, plan in enumerate(plans()):
        entered = plan.begins_on(world) if plan.decision else world.founded_on(plan.body)
        yield Act(moment(entered, 17, place), _entering(world, plan))


def _entering(world: World, plan: VersionPlan) -> Deed:
    def enter() -> None:
        body, actor = world.bodies[plan.body], world.officer(plan.body)
        begins_on = plan.begins_on(world)
        draft = STARTS[plan.start](body, on=begins_on, actor=actor)
        _change(world, draft, plan, actor)
        decision = world.decisions[plan.decision] if plan.decision else None
        basis = plan.basis or None
        terms_adoption.adopt(draft, in_force_from=begins_on, decision=decision, basis=basis, actor=actor)

    return enter


def _change(world: World, draft: TermsVersion, plan: VersionPlan, actor: Actor) -> None:
    for section in [each for each in draft.sections if each.key in plan.without]:
        terms_edits.remove_section(section, actor=actor)
    for seat in [each for each in draft.seats if each.post in plan.without_seats]:
        terms_edits.remove_seat(seat, actor=actor)
    _write(draft, plan, actor)
    _word_seats(draft, plan, actor)
    for row in plan.offices:
        _set_office(draft, row, actor)
    for group in plan.sub_groups:
        _name_group(world.bodies, draft, group, actor)
    terms_edits.set_figures(draft, plan.figures, actor=actor)
    if plan.quorum is not None:
        terms_edits.set_quorum(draft, dict(plan.quorum), actor=actor)


def _write(draft: TermsVersion, plan: VersionPlan, actor: Actor) -> None:
    for row in plan.sections:
        there = next((each for each in draft.sections if each.key == row["key"]), None)
        terms_edits.write_section(draft, section=there, heading=row["heading"], words=row["words"], actor=actor)


def _word_seats(draft: TermsVersion, plan: VersionPlan, actor: Actor) -> None:
    for row in plan.seats:
        there = next((each for each in draft.seats if each.post == row.get("was")), None)
        words = row.get("organisation", there.organisation_words if there else None)
        terms_edits.word_seat(
            draft,
            seat=there,
            post=row["post"],
            organisation=there.organisation if there else organisations.names().by_key(words),
            organisation_words=words,
            category=SeatCategory(row["category"]) if "category" in row or there is None else there.category,
            actor=actor,
        )


def _set_office(draft: TermsVersion, row: Mapping[str, Any], actor: Actor) -> None:
    said = dict(row)
    kind, barred = OfficeKind(said.pop("kind")), said.pop("barred", None)
    for office in [each for each in draft.offices if each.kind is kind]:
        terms_edits.remove_office(office, actor=actor)
    named = organisations.names().by_key(barred)
    terms_edits.set_office(draft, kind, barred_organisation=named, barred_words=barred, actor=actor, **said)


def _name_group(bodies: Mapping[str, Body], draft: TermsVersion, row: Mapping[str, Any], actor: Actor) -> None:
    said = dict(row)
    group = bodies.get(said.pop("body", ""))
    terms_edits.write_sub_group(draft, group=group, actor=actor, **said)
