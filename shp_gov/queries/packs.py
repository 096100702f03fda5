"""Packs that an officer uploaded or whose body they serve."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from shp_gov.database import db
from shp_gov.domain.permissions import Role, Viewer
from shp_gov.domain.workflows import ProposalState
from shp_gov.models import Body, Import, ProposedAction, Question

PAGE = 25


def get(import_id: int, *, viewer: Viewer) -> Import:
    """Fetch a pack. One of another body's officers does not exist."""
    found = _of(viewer).where(Import.id == import_id)
    whole = (joinedload(Import.document), joinedload(Import.body), selectinload(Import.corrections))
    return db.session.scalars(found.options(*whole, selectinload(Import.questions))).one()


def get_to_undo(import_id: int, *, viewer: Viewer) -> Import:
    """Fetch a pack with its corrections only."""
    found = _of(viewer).where(Import.id == import_id)
    whole = (joinedload(Import.document), joinedload(Import.body), selectinload(Import.corrections))
    return db.session.scalars(found.options(*whole)).one()


def find(import_id: int, *, viewer: Viewer) -> Import | None:
    """Find a pack that exists for an officer."""
    return db.session.scalars(_of(viewer).where(Import.id == import_id)).one_or_none()


@dataclass(frozen=True)
class PartAsked:
    """A pack, and which part of it is asked for."""

    pack: Import
    slug: str

    @property
    def body_id(self) -> int | None:
        """Tell whose pack it is, once it is accepted."""
        return self.pack.body_id


def part(import_id: int, slug: str, *, viewer: Viewer) -> PartAsked:
    """Fetch a pack with the part that is asked for."""
    return PartAsked(get(import_id, viewer=viewer), slug)


def question(import_id: int, question_id: int, *, viewer: Viewer) -> Question:
    """Fetch a question that a pack raised."""
    found = sa.select(Question).join(Question.pack).where(Import.id == import_id, Question.id == question_id)
    return db.session.scalars(found.where(is_for(viewer)).options(joinedload(Question.pack))).one()


def listing(*, viewer: Viewer, page: int = 1) -> tuple[Sequence[Import], int]:
    """List a page of the packs that exist for an officer, newest first, and count them all."""
    found = _of(viewer)
    total = db.session.scalar(found.with_only_columns(sa.func.count(Import.id))) or 0
    newest = found.order_by(Import.read_at.desc(), Import.id.desc()).limit(PAGE).offset((page - 1) * PAGE)
    whole = (joinedload(Import.document), joinedload(Import.body), selectinload(Import.questions))
    return db.session.scalars(newest.options(*whole)).all(), total


@dataclass(frozen=True)
class Waiting:
    """What the packs of a body left for its officers to answer."""

    proposals: int
    questions: int
    pack_id: int | None


def waiting(body: Body, *, viewer: Viewer) -> Waiting | None:
    """Count what waits for an officer of a body; nothing for anybody else."""
    if Role.OFFICER not in viewer.roles(body.id):
        return None
    proposed = sa.select(sa.func.count(ProposedAction.id)).where(
        ProposedAction.body_id == body.id, ProposedAction.state == ProposalState.PROPOSED
    )
    asked = sa.select(Question.id).join(Question.pack).where(Import.body_id == body.id, Question.answer.is_(None))
    number = sa.select(sa.func.count()).select_from(asked.subquery())
    pack = asked.with_only_columns(sa.func.min(Question.import_id))
    counted = sa.select(proposed.scalar_subquery(), number.scalar_subquery(), pack.scalar_subquery())
    return Waiting(*db.session.execute(counted).one())


def _of(viewer: Viewer) -> sa.Select[Import]:
    return sa.select(Import).where(is_for(viewer))


def is_for(viewer: Viewer) -> sa.ColumnElement[bool]:
    """Tell, in SQL, whether a pack exists for an officer."""
    own = sa.and_(Import.body_id.is_(None), Import.read_by_id == viewer.user_id)
    return sa.or_(own, Import.body_id.in_(viewer.bodies(Role.OFFICER)))
