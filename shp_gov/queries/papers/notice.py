"""What a decision notice prints."""

from shp_gov.domain.papers import DecisionNotice, NoticeAction
from shp_gov.domain.permissions import Viewer
from shp_gov.domain.workflows import MinutesState
from shp_gov.models import Action, Agreement, Decision
from shp_gov.queries import owners, rulings
from shp_gov.queries.owners import Owners
from shp_gov.queries.papers.imprint import imprint, sealed

AGREED = {
    Agreement.CONSENSUS: "Agreed by consensus",
    Agreement.NO_DISSENT: "Agreed without dissent",
    Agreement.VOTE: "Agreed by a vote",
    Agreement.NOT_STATED: "Agreed",
}


def decision_notice(decision: Decision, *, viewer: Viewer) -> DecisionNotice:
    """Gather one decision: its words, its reasons and what is to be done."""
    minute = decision.minute
    meeting = minute.meeting
    approved = meeting.minutes_approved_at.on if meeting.minutes_approved_at else None
    paragraphs = [minute.exempt_paragraph] if minute.is_exempt else []
    owned = owners.of_actions(decision.actions, on=decision.on)
    draft = meeting.minutes_state != MinutesState.APPROVED
    return sealed(
        DecisionNotice(
            imprint=imprint(meeting.body, on=viewer.on, is_draft=draft, paragraphs=paragraphs),
            reference=decision.reference,
            subject=minute.title,
            agreed=AGREED[decision.agreement],
            on=decision.on,
            words=decision.words,
            actions=tuple(_action(action, owned) for action in decision.actions),
            ruled=" ".join(rulings.of_decision(decision)),
            reasons=decision.reasons or "",
            minute=f"{minute.reference}: {minute.title}",
            minutes_approved_on=approved,
        )
    )


def _action(action: Action, owned: Owners) -> NoticeAction:
    return NoticeAction(
        reference=f"Action {action.number}", what=action.what, owner=(owned.of(action).title,), due_on=action.due_on
    )
