"""What a body always does: its name and colour, how it numbers, its standing items, its back-plan, its own words."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.back_plan import Stage
from shp_gov.domain.calendar import year_name
from shp_gov.domain.errors import DomainError
from shp_gov.domain.guards import require_change, require_words
from shp_gov.models import (
    BackPlanStep,
    Body,
    BodyKind,
    HouseText,
    HouseTextKey,
    ItemKind,
    ItemPurpose,
    Meeting,
    Minute,
    MinuteNumbering,
    MunicipalYear,
    StandingItem,
)
from shp_gov.queries import body_settings as queries

LONGEST_NAME, LONGEST_TITLE, LONGEST_TEXT, MOST_DAYS = 200, 300, 4000, 365
SET = "what is set"


class CannotSet(DomainError):
    """A setting that cannot be."""


@dataclass(frozen=True)
class Names:
    """What a body is called, what it is, and how it looks."""

    name: str
    kind: BodyKind
    area: str | None
    colour: str
    active_until: date | None
    always_checks_twice: bool


def change(body: Body, names: Names, *, actor: Actor) -> None:
    """Change what a body is called and how it looks. Its address stays, so that no link breaks."""
    require_words(names.name, what="a name", longest=LONGEST_NAME)
    if body.active_from and names.active_until and names.active_until < body.active_from:
        raise CannotSet("The last day of the body must not be before its first.")
    changed = _set(body, asdict(names))
    audit.record("body.changed", body, actor=actor, body_id=body.id, **changed)


def number_minutes(body: Body, numbering: MinuteNumbering, *, actor: Actor) -> None:
    """Say whether the numbers of the minutes start again with each municipal year."""
    changed = _set(body, {"minute_numbering": numbering})
    audit.record("body.changed", body, actor=actor, body_id=body.id, **changed)


def _set(row: Any, values: dict[str, Any]) -> dict[str, Any]:
    changed = {name: value for name, value in values.items() if getattr(row, name) != value}
    require_change(not changed, what=SET)
    for name, value in changed.items():
        setattr(row, name, value)
    return changed


def start_year(body: Body, starts_on: date, *, actor: Actor) -> MunicipalYear:
    """Say on which day a municipal year of the body starts: the numbers of its minutes start again then."""
    there = next((year for year in body.years if year.starts_on.year == starts_on.year), None)
    if there is not None:
        raise CannotSet(f"The municipal year {year_name(starts_on)} has its first day already. Remove that first.")
    _require_unnumbered(body, starts_on)
    year = MunicipalYear(body=body, starts_on=starts_on)
    db.session.add(year)
    audit.record("municipal_year.added", year, actor=actor, body_id=body.id, starts_on=starts_on)
    return year


def forget_year(year: MunicipalYear, *, actor: Actor) -> None:
    """Take back the first day of a municipal year, before a minute was numbered in it."""
    _require_unnumbered(year.body, year.starts_on)
    audit.record("municipal_year.removed", year, actor=actor, body_id=year.body_id, starts_on=year.starts_on)
    db.session.delete(year)


def _require_unnumbered(body: Body, starts_on: date) -> None:
    first, last = date(starts_on.year, 1, 1), date(starts_on.year, 12, 31)
    numbered = sa.select(Minute.id).join(Minute.meeting).where(Meeting.body_id == body.id)
    if db.session.scalar(numbered.where(Minute.year_starts_on.between(first, last)).limit(1)):
        raise CannotSet(f"Minutes of {year_name(starts_on)} are numbered already. Its first day stays as it is.")


@dataclass(frozen=True)
class Standing:
    """An item that every agenda of a body has."""

    title: str
    kind: ItemKind = ItemKind.BUSINESS
    section: str | None = None
    presenter: str | None = None
    purpose: ItemPurpose = ItemPurpose.NOT_STATED
    minutes_allowed: int | None = None


def add_standing(body: Body, standing: Standing, *, actor: Actor) -> StandingItem:
    """Add a standing item after those there are."""
    require_words(standing.title, what="a title", longest=LONGEST_TITLE)
    rows = queries.standing_items(body)
    _require_once(rows, standing.kind)
    item = StandingItem(body=body, position=rows[-1].position + 1 if rows else 1, **asdict(standing))
    db.session.add(item)
    audit.record("standing_item.added", item, actor=actor, body_id=body.id, words={"title": standing.title})
    return item


def change_standing(item: StandingItem, standing: Standing, *, actor: Actor) -> None:
    """Change what a standing item says."""
    require_words(standing.title, what="a title", longest=LONGEST_TITLE)
    _require_once([row for row in queries.standing_items(item.body) if row is not item], standing.kind)
    _set(item, asdict(standing))
    audit.record("standing_item.changed", item, actor=actor, body_id=item.body_id, words={"title": item.title})


def _require_once(rows: Any, kind: ItemKind) -> None:
    if kind is not ItemKind.BUSINESS and any(row.kind is kind for row in rows):
        raise CannotSet(f"There is a standing item for {kind} already. Every agenda has it once.")


def move_standing(item: StandingItem, *, up: bool, actor: Actor) -> None:
    """Move a standing item one place up or down; at the end it stays."""
    rows = queries.standing_items(item.body)
    place = rows.index(item)
    other = rows[place + (-1 if up else 1)] if 0 <= place + (-1 if up else 1) < len(rows) else None
    if other is None:
        return
    here, there = item.position, other.position
    item.position = 0
    db.session.flush()
    other.position = here
    db.session.flush()
    item.position = there
    audit.record("standing_item.moved", item, actor=actor, body_id=item.body_id, up=up)


def remove_standing(item: StandingItem, *, actor: Actor) -> None:
    """Take a standing item off; agendas that have it keep it."""
    audit.record("standing_item.removed", item, actor=actor, body_id=item.body_id, words={"title": item.title})
    db.session.delete(item)


def keep_back_plan(body: Body, days: Mapping[Stage, int], *, actor: Actor) -> None:
    """Say how many working days before or after a meeting each stage is due. With none said, the usual is."""
    if any(abs(number) > MOST_DAYS for number in days.values()):
        raise CannotSet(f"A stage is at most {MOST_DAYS} working days from its meeting.")
    rows = {row.stage: row for row in queries.back_plan_rows(body)}
    require_change({stage: row.working_days for stage, row in rows.items()} == dict(days), what=SET)
    for stage in rows.keys() - days.keys():
        db.session.delete(rows[stage])
    for stage, number in days.items():
        row = rows.get(stage) or BackPlanStep(body=body, stage=stage)
        row.working_days = number
        db.session.add(row)
    facts: dict[str, Any] = {stage.name.lower(): number for stage, number in days.items()}
    audit.record("back_plan.changed", body, actor=actor, body_id=body.id, **facts)


def keep_texts(body: Body, texts: Mapping[HouseTextKey, str], *, actor: Actor) -> None:
    """Keep a body's own words for its papers. Where it has none, the usual words are printed."""
    said = {key: words.strip() for key, words in texts.items() if words.strip()}
    for key, words in said.items():
        require_words(words, what=f"the words for the {key}", longest=LONGEST_TEXT)
    rows = {row.key: row for row in queries.house_text_rows(body)}
    require_change({key: row.words for key, row in rows.items()} == said, what=SET)
    for key in rows.keys() - said.keys():
        db.session.delete(rows[key])
    for key, words in said.items():
        row = rows.get(key) or HouseText(body=body, key=key)
        row.words = words
        db.session.add(row)
    kept: dict[str, str | None] = {key.name.lower(): words for key, words in said.items()}
    audit.record("house_texts.changed", body, actor=actor, body_id=body.id, words=kept)
