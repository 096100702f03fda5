"""Decisions: one, and the register."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from shp_gov.database import db
from shp_gov.domain.permissions import Viewer
from shp_gov.domain.workflows import UNFINISHED, ProposalState
from shp_gov.models import Action, Body, Decision, DecisionKind, Meeting, Minute, ProposedAction, Report
from shp_gov.queries.rulings import WITH_DISSENTS, WITH_VOTES
from shp_gov.queries.visibility import Condition, visible_decisions

PAGE = 25


class Status(StrEnum):
    """How far what a decision asked for has come. Worked out, never stored."""

    TO_CONFIRM = "to confirm"
    UNDER_WAY = "under way"
    DONE = "done"
    NOTHING_ASKED = "nothing asked"


@dataclass(frozen=True)
class Wanted:
    """What the register is filtered by."""

    body: str | None = None
    year: int | None = None
    kind: DecisionKind | None = None
    status: Status | None = None
    words: str = ""


def get(decision_id: int, *, viewer: Viewer) -> Decision:
    """Fetch a decision. One the viewer may not see does not exist: 404 either way."""
    found = visible_decisions(viewer).where(Decision.id == decision_id)
    minute = contains_eager(Decision.minute)
    whole = found.options(
        minute.contains_eager(Minute.meeting).joinedload(Meeting.body),
        minute.joinedload(Minute.agenda_item),
        minute.options(WITH_VOTES),
        WITH_DISSENTS,
        selectinload(Decision.actions).options(joinedload(Action.seat), joinedload(Action.organisation)),
        selectinload(Decision.proposals),
        joinedload(Decision.recommendation),
    )
    return db.session.scalars(whole).unique().one()


def recommended(decision: Decision) -> str | None:
    """Give what was recommended, where that is no secret: a private report may have led to an open decision."""
    if decision.recommendation is None:
        return None
    asked = sa.select(Report.is_exempt).where(Report.id == decision.recommendation.report_id)
    is_secret = db.session.scalar(asked) and not decision.minute.is_exempt
    return None if is_secret else decision.recommendation.words


def register(wanted: Wanted, *, viewer: Viewer, page: int = 1) -> tuple[Sequence[Decision], int]:
    """List a page of the decisions that exist for the viewer, newest first, and count them all."""
    found = visible_decisions(viewer).where(*_conditions(wanted))
    total = db.session.scalar(found.with_only_columns(sa.func.count(Decision.id)).order_by(None)) or 0
    newest = found.order_by(Decision.on.desc(), Decision.id.desc()).limit(PAGE).offset((page - 1) * PAGE)
    whole = newest.options(
        contains_eager(Decision.minute).contains_eager(Minute.meeting).joinedload(Meeting.body),
        selectinload(Decision.actions),
        selectinload(Decision.proposals),
    )
    return db.session.scalars(whole).unique().all(), total


def years(*, viewer: Viewer) -> list[int]:
    """List the calendar years in which decisions that exist for the viewer were taken, newest first."""
    found = visible_decisions(viewer).with_only_columns(sa.func.distinct(sa.extract("year", Decision.on)))
    return sorted((int(year) for year in db.session.scalars(found)), reverse=True)


def latest(body: Body, *, viewer: Viewer, most: int = 5) -> Sequence[Decision]:
    """List the latest decisions of a body that ask for something or approve something."""
    found = visible_decisions(viewer).where(Decision.body_id == body.id, Decision.kind != DecisionKind.NOTED)
    newest = found.order_by(Decision.on.desc(), Decision.id.desc()).limit(most)
    return db.session.scalars(newest.options(contains_eager(Decision.minute).contains_eager(Minute.meeting))).all()


def status_of(decision: Decision) -> Status:
    """Tell how far what a decision asked for has come."""
    if any(proposal.state == ProposalState.PROPOSED for proposal in decision.proposals):
        return Status.TO_CONFIRM
    if not decision.actions:
        return Status.NOTHING_ASKED
    return Status.DONE if all(action.is_finished for action in decision.actions) else Status.UNDER_WAY


def _conditions(wanted: Wanted) -> list[Condition]:
    conditions: list[Condition] = []
    if wanted.body:
        conditions.append(Decision.body_id == sa.select(Body.id).where(Body.slug == wanted.body).scalar_subquery())
    if wanted.year:
        conditions.append(Decision.on.between(date(wanted.year, 1, 1), date(wanted.year, 12, 31)))
    if wanted.kind:
        conditions.append(Decision.kind == wanted.kind)
    if wanted.status:
        conditions.append(_has_status()[wanted.status])
    return conditions + [_holds(word) for word in wanted.words.split()]


def _holds(word: str) -> Condition:
    """Tell whether a decision, or the title of its minute, holds a word."""
    return sa.or_(Decision.words.icontains(word, autoescape=True), Minute.title.icontains(word, autoescape=True))


def _has_status() -> Mapping[Status, Condition]:
    """Say each status in SQL, as `status_of` says it of a row."""
    waiting = Decision.proposals.any(ProposedAction.state == ProposalState.PROPOSED)
    unfinished = Decision.actions.any(Action.state.in_(UNFINISHED))
    return {
        Status.TO_CONFIRM: waiting,
        Status.UNDER_WAY: sa.and_(~waiting, unfinished),
        Status.DONE: sa.and_(~waiting, ~unfinished, Decision.actions.any()),
        Status.NOTHING_ASKED: sa.and_(~waiting, ~Decision.actions.any()),
    }
