"""What a message says, and whether it still has to be said. No exempt word leaves by e-mail."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from shp_gov import clock
from shp_gov.database import db
from shp_gov.domain.action_steps import is_overdue
from shp_gov.domain.permissions import Role, Viewer
from shp_gov.domain.words import long_day
from shp_gov.domain.workflows import FINISHED, WITH_THE_OWNER, ActionState
from shp_gov.models import Action, ActionEvent, Message
from shp_gov.notifications.email import link
from shp_gov.queries import actions, owners


@dataclass(frozen=True)
class NotDue:
    """Why a message is not sent now, and whether it may be sent later."""

    words: str
    comes_later: bool = False


@dataclass(frozen=True)
class Moment:
    """Everything that decides whether a message is still due."""

    action: Action
    holds: bool
    is_officer: bool
    due_on: date | None
    today: date
    promised: str
    starts_on: date | None


Due = Callable[[Moment], bool]


def _is_unfinished(now: Moment) -> bool:
    return now.action.state not in FINISHED and now.holds


def _is_with_owner(now: Moment) -> bool:
    return now.action.state in WITH_THE_OWNER and now.holds


def _in(state: ActionState) -> Due:
    return lambda now: now.action.state is state and now.holds


DUE: Mapping[str, Due] = {
    "action_assigned": _is_unfinished,
    "action_given": _is_unfinished,
    "action_handed_over": _is_unfinished,
    "action_reopened": _is_unfinished,
    "due_date_changed": _is_with_owner,
    "completion_proposed": lambda now: now.action.state is ActionState.PROPOSED and now.is_officer,
    "action_returned": _in(ActionState.RETURNED),
    "action_verified": _in(ActionState.VERIFIED),
    "action_closed": _in(ActionState.CLOSED),
    "action_dropped": _in(ActionState.NOT_PROCEEDING),
    "action_taken_away": lambda now: not now.holds,
    "action_handed_on": lambda now: True,
    "action_due_soon": lambda now: _is_with_owner(now) and _is_promised(now) and not _is_late(now),
    "action_overdue": lambda now: _is_with_owner(now) and _is_promised(now) and _is_late(now),
}


def _is_promised(now: Moment) -> bool:
    return now.due_on is not None and now.due_on.isoformat() == now.promised


def _is_late(now: Moment) -> bool:
    return is_overdue(now.action.state, now.due_on, now.today)


def not_due(message: Message, action: Action, viewer: Viewer) -> NotDue | None:
    """Tell why a message is not due, if it is not."""
    event = _event(message)
    starts = (event.facts if event else {}).get("from_on")
    now = Moment(
        action=action,
        holds=actions.answers_for(action, viewer),
        is_officer=Role.OFFICER in viewer.roles(action.body_id),
        due_on=actions.due_day(action),
        today=viewer.on,
        promised=message.due,
        starts_on=date.fromisoformat(starts) if starts else None,
    )
    if message.event == "action_handed_over" and now.starts_on and now.starts_on > now.today:
        return NotDue(f"the term begins on {long_day(now.starts_on)}", comes_later=True)
    return None if DUE[message.event](now) else NotDue("it is no longer so")


def _event(message: Message) -> ActionEvent | None:
    number = message.facts.get("event")
    return db.session.get_one(ActionEvent, number) if number else None


def facts_of(message: Message, action: Action) -> dict[str, Any]:
    """Give what a message says about an action: of an exempt one its number and where to read it, nothing else."""
    event = _event(message)
    note = event.note if event is not None and not action.decision.minute.is_exempt else None
    return {
        **_about(action),
        "note": note,
        "by": event.by_name if event else None,
        "files": event.facts.get("files", 0) if event else 0,
        "closed_on": action.closed_at.on if action.closed_at else None,
        "from_on": date.fromisoformat(event.facts["from_on"]) if event and "from_on" in event.facts else None,
    }


def _about(action: Action) -> dict[str, Any]:
    due_on, is_exempt = actions.due_day(action), action.decision.minute.is_exempt
    return {
        "what": f"Private action {action.number}" if is_exempt else action.what,
        "is_exempt": is_exempt,
        "number": action.number,
        "body": action.body.name,
        "decision": action.decision.reference,
        "decided_on": action.decision.on,
        "owner": owners.of_actions([action], on=clock.today()).of(action).title,
        "due_on": due_on,
        "by_next_meeting": action.is_due_by_next_meeting,
        "days_left": (due_on - clock.today()).days if due_on else None,
        "link": link("actions.find", action_id=action.id),
        "all_mine": link("actions.mine"),
    }


def reminder_facts(due: Sequence[Action]) -> dict[str, Any]:
    """Give what one reminder says about all the actions it is for, the longest overdue first."""
    about = sorted((_about(action) for action in due), key=lambda one: (one["due_on"], one["number"]))
    late = [one for one in about if one["days_left"] < 0]
    return {
        "late": late,
        "soon": [one for one in about if one["days_left"] >= 0],
        "body": about[0]["body"],
        "all_mine": link("actions.mine"),
    }
