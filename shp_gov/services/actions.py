"""Actions, from their assignment to the body's agreement that they are done."""

from collections.abc import Sequence
from datetime import date

import sqlalchemy as sa

from shp_gov import clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import guards
from shp_gov.domain.errors import DomainError
from shp_gov.domain.workflows import ActionState
from shp_gov.models import (
    Action,
    ActionEvent,
    ActionSupporter,
    Body,
    Decision,
    Evidence,
    Happening,
    Organisation,
    Seat,
)
from shp_gov.notifications import outbox
from shp_gov.queries import officers
from shp_gov.services.action_history import answering, happened, move, take
from shp_gov.services.evidence import Upload, keep

Owner = Seat | Organisation | Body
LEAD: dict[type[Owner], str] = {Seat: "seat", Organisation: "organisation", Body: "owner_body"}
SUPPORTER: dict[type[Owner], str] = {Seat: "seat", Organisation: "organisation", Body: "supporting_body"}
LONGEST_WHAT = 500


class OwnerRefused(DomainError):
    """This cannot own the action."""


def assign(
    decision: Decision,
    *,
    what: str,
    owner: Owner,
    due_on: date | None = None,
    by_next_meeting: bool = False,
    supporters: Sequence[Owner] = (),
    actor: Actor,
) -> Action:
    """Give a seat, organisation or body something to do, and tell whoever answers for it."""
    guards.require_due(due_on, by_next_meeting=by_next_meeting, decided_on=decision.on)
    require_owner(owner, body_id=decision.body_id)
    action = Action(
        body_id=decision.body_id,
        number=_next_number(decision.body_id),
        decision=decision,
        what=guards.require_words(what, what="what is to be done", longest=LONGEST_WHAT),
        due_on=due_on,
        is_due_by_next_meeting=by_next_meeting and due_on is None,
        is_exempt=decision.minute.is_exempt,
        assigned_on=decision.on,
        provenance=decision.provenance,
        supporters=[ActionSupporter(**{SUPPORTER[type(helper)]: helper}) for helper in supporters],
        **{LEAD[type(owner)]: owner},
    )
    db.session.add(action)
    happened(action, Happening.ASSIGNED, actor=actor, owner=action.owner_title, due=due_words(action))
    outbox.action_assigned(action, to=answering(action))
    return action


def require_owner(owner: Owner, *, body_id: int) -> None:
    """Refuse a seat of another body."""
    if isinstance(owner, Seat) and owner.body_id != body_id:
        raise OwnerRefused("Choose a seat of the partnership that decided this.")


def due_words(action: Action) -> str:
    """Write when an action is due as its history keeps it: a date, or "by the next meeting"."""
    return action.due_on.isoformat() if action.due_on else "by the next meeting"


def _next_number(body_id: int) -> int:
    """Give the next number of a body's actions, and hold the body so that nobody else is given it."""
    db.session.execute(sa.select(Body.id).where(Body.id == body_id).with_for_update())
    return (db.session.scalar(sa.select(sa.func.max(Action.number)).where(Action.body_id == body_id)) or 0) + 1


def start(action: Action, *, actor: Actor) -> None:
    """Say that work has begun."""
    move(action, "start")
    happened(action, Happening.STARTED, actor=actor)


def report_progress(action: Action, *, note: str, files: Sequence[Upload] = (), actor: Actor) -> None:
    """Write down how it is going, with files if there are any. A first note says that work has begun."""
    said = guards.require_words(note, what="a note")
    take(action)
    if action.state is not ActionState.IN_PROGRESS:
        start(action, actor=actor)
    event = happened(action, Happening.NOTE, actor=actor, note=said)
    _keep_files(event, files, actor)


def propose_completion(action: Action, *, note: str = "", files: Sequence[Upload] = (), actor: Actor) -> None:
    """Say that it is done, show it with a note or files, and tell the officers."""
    guards.require_evidence(note, len(files))
    said = guards.require_words(note, what="a note") if note.strip() else None
    move(action, "propose_completion")
    event = happened(action, Happening.COMPLETION_PROPOSED, actor=actor, note=said, files=len(files))
    if said:
        db.session.add(Evidence(action=action, event=event, note=said))
    _keep_files(event, files, actor)
    checking = officers.of_body(action.body_id, on=clock.today())
    outbox.completion_proposed(event, to=[officer for officer in checking if officer.id != actor.user_id])


def _keep_files(event: ActionEvent, files: Sequence[Upload], actor: Actor) -> None:
    for file in files:
        document = keep(file, is_exempt=event.action.is_exempt, actor=actor)
        db.session.add(Evidence(action=event.action, event=event, document=document))


def return_(action: Action, *, reason: str, actor: Actor) -> None:
    """Send it back to its owner with a reason."""
    said = guards.require_words(reason, what="a reason, so that its owner knows what is missing")
    move(action, "return")
    event = happened(action, Happening.RETURNED, actor=actor, note=said)
    outbox.action_returned(event, to=answering(action))


def verify(action: Action, *, note: str = "", actor: Actor) -> None:
    """Say that an officer has seen that it is done. The body agrees next."""
    move(action, "verify")
    event = happened(action, Happening.VERIFIED, actor=actor, note=note.strip() or None)
    outbox.action_verified(event, to=answering(action))
