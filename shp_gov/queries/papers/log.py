"""What the action log of a body prints."""

from collections.abc import Sequence
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload

from shp_gov.database import db
from shp_gov.domain.papers import ActionLogPaper, LoggedAction
from shp_gov.domain.permissions import Viewer
from shp_gov.domain.workflows import UNFINISHED, ActionState
from shp_gov.models import Action, Body, Decision, Seat
from shp_gov.queries import meetings, owners
from shp_gov.queries.actions import due_expression
from shp_gov.queries.answering import Lead, names_of_holders
from shp_gov.queries.owners import Owner
from shp_gov.queries.papers.imprint import imprint, sealed
from shp_gov.queries.visibility import visible_actions

MOST = 300


def action_log(body: Body, *, viewer: Viewer) -> ActionLogPaper:
    """Gather the actions of a body that it has not yet agreed to close and that exist for the viewer.

    Nobody reads a log of more than some hundreds; those proposed for closure and the longest overdue come first.
    """
    due = due_expression()
    found = visible_actions(viewer).where(Action.body_id == body.id, Action.state.in_(UNFINISHED))
    total = db.session.scalar(found.with_only_columns(sa.func.count())) or 0
    found = found.options(
        joinedload(Action.seat).joinedload(Seat.organisation),
        joinedload(Action.organisation),
        joinedload(Action.owner_body),
        contains_eager(Action.decision).contains_eager(Decision.minute),
    ).order_by(Action.state != ActionState.VERIFIED, due.is_(None), due, Action.number)
    rows = db.session.execute(found.limit(MOST).add_columns(due)).unique().all()
    names = names_of_holders([Lead.of(row) for row, _ in rows], on=viewer.on)
    titles = owners.of_actions([row for row, _ in rows], on=viewer.on)
    coming = meetings.around(body, on=viewer.on).coming
    exempt = [row.decision.minute.exempt_paragraph for row, _ in rows if row.decision.minute.is_exempt]
    return sealed(
        ActionLogPaper(
            imprint=imprint(body, on=viewer.on, paragraphs=exempt),
            as_on=viewer.on,
            meeting_on=coming.on if coming else None,
            actions=tuple(_logged(row, on, titles.of(row), names.get(Lead.of(row), ())) for row, on in rows),
            left_out=total - len(rows),
        )
    )


def _logged(action: Action, due_on: date | None, owned: Owner, holders: Sequence[str]) -> LoggedAction:
    owner = owned.post or owned.title
    return LoggedAction(
        reference=f"{action.number}",
        what=action.what,
        owner=f"{owner}: {', '.join(holders)}" if holders else f"{owner} (vacant)",
        organisation=owned.organisation or owned.title,
        due_on=due_on,
        state=action.state.value.capitalize(),
        is_proposed_for_closure=action.state == ActionState.VERIFIED,
    )
