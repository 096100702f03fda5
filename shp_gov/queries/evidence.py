"""Evidence of actions: who may see it is asked here, and for everybody else it does not exist."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import joinedload

from shp_gov.database import db
from shp_gov.domain.permissions import Permission, Role, Viewer, may
from shp_gov.models import Action, Evidence
from shp_gov.queries import actions


def of_action(action: Action) -> Sequence[Evidence]:
    """List the evidence of an action, oldest first."""
    shown = sa.select(Evidence).where(Evidence.action_id == action.id).order_by(Evidence.id)
    return db.session.scalars(shown.options(joinedload(Evidence.document), joinedload(Evidence.event))).all()


def get(evidence_id: int, *, viewer: Viewer) -> Evidence:
    """Fetch a piece of evidence that is a file. What the viewer may not see does not exist: 404 either way."""
    files = sa.select(Evidence).where(Evidence.id == evidence_id, Evidence.document_id.is_not(None))
    evidence = db.session.scalars(files.options(joinedload(Evidence.document))).one()
    action = actions.get(evidence.action_id, viewer=viewer)
    roles = viewer.roles(action.body_id)
    owner = {Role.OWNER} if actions.answers_for(action, viewer) else set()
    if not may(Permission.SEE_EVIDENCE, roles | owner):
        raise NoResultFound
    return evidence
