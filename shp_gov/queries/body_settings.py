"""What a body always does, and by when each stage of a meeting is due."""

from collections.abc import Mapping, Sequence
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov.database import db
from shp_gov.domain.back_plan import USUAL, Stage, due_on
from shp_gov.domain.bank_holidays import FIRST_YEAR
from shp_gov.domain.permissions import Viewer
from shp_gov.models import BackPlanStep, Body, HouseText, HouseTextKey, MunicipalYear, StandingItem


def standing_items(body: Body) -> Sequence[StandingItem]:
    """List the items that every agenda of a body has, in their order."""
    found = sa.select(StandingItem).where(StandingItem.body_id == body.id)
    return db.session.scalars(found.order_by(StandingItem.position)).all()


def standing_item(standing_item_id: int, *, viewer: Viewer) -> StandingItem:
    """Fetch a standing item with its body."""
    found = sa.select(StandingItem).where(StandingItem.id == standing_item_id).options(joinedload(StandingItem.body))
    return db.session.scalars(found).one()


def year(municipal_year_id: int, *, viewer: Viewer) -> MunicipalYear:
    """Fetch the first day of a municipal year, with its body."""
    found = (
        sa.select(MunicipalYear).where(MunicipalYear.id == municipal_year_id).options(joinedload(MunicipalYear.body))
    )
    return db.session.scalars(found).one()


def back_plan_rows(body: Body) -> Sequence[BackPlanStep]:
    """List what a body says of its back-plan."""
    return db.session.scalars(sa.select(BackPlanStep).where(BackPlanStep.body_id == body.id)).all()


def back_plan(body: Body) -> Mapping[Stage, int]:
    """Tell by when each stage is done, in working days from a meeting: as the body says, otherwise as is usual."""
    said = {row.stage: row.working_days for row in back_plan_rows(body)}
    return {stage: said[stage] for stage in Stage if stage in said} or USUAL


def due_days(body: Body, on: date) -> dict[Stage, date]:
    """Tell the day by which each stage of a meeting is due; none of a meeting before bank holidays are known."""
    if on.year <= FIRST_YEAR:
        return {}
    return {stage: due_on(on, number) for stage, number in back_plan(body).items()}


def house_text_rows(body: Body) -> Sequence[HouseText]:
    """List a body's own words for its papers."""
    return db.session.scalars(sa.select(HouseText).where(HouseText.body_id == body.id)).all()


def house_texts(body: Body) -> dict[HouseTextKey, str]:
    """Give a body's own words by where they are printed."""
    return {row.key: row.words for row in house_text_rows(body)}


def years(body: Body) -> Sequence[MunicipalYear]:
    """List the first days of municipal years that are known, newest first."""
    found = sa.select(MunicipalYear).where(MunicipalYear.body_id == body.id)
    return db.session.scalars(found.order_by(MunicipalYear.starts_on.desc())).all()
