"""What happened to an action, as its page tells it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from shp_gov.models import ActionEvent, Happening
from shp_gov.web.filters import count, day, moment

TITLES: Mapping[Happening, tuple[str, str]] = {
    Happening.ASSIGNED: ("Made from the decision", "You made it from the decision"),
    Happening.STARTED: ("Started", "You started it"),
    Happening.NOTE: ("Note", "Your note"),
    Happening.COMPLETION_PROPOSED: ("Completion proposed", "You proposed it was complete"),
    Happening.RETURNED: ("Returned to its owner", "You returned it"),
    Happening.VERIFIED: ("Verified", "You verified it"),
    Happening.CLOSED: ("Closed: the partnership agreed", "Closed: you recorded the agreement"),
    Happening.NOT_PROCEEDING: ("Will not proceed", "You recorded that it will not proceed"),
    Happening.REOPENED: ("Opened again", "You opened it again"),
    Happening.OWNER_CHANGED: ("Owner changed", "You changed the owner"),
    Happening.DUE_DATE_CHANGED: ("Due date changed", "You changed the due date"),
    Happening.WAITS: ("Waiting changed", "You changed what it waits for"),
    Happening.HANDED_OVER: ("Passed on with its seat", "Passed on with its seat"),
}


SAYS_HOLDER = (Happening.ASSIGNED, Happening.OWNER_CHANGED)


@dataclass(frozen=True)
class Told:
    """One thing that happened: its heading, when and by whom, what was said."""

    words: str
    when: str
    who: str
    facts: str
    note: str


def tell(events: Sequence[ActionEvent], *, user_id: int | None, today: date, with_notes: bool) -> list[Told]:
    """Tell what happened, newest first; what people wrote only to those who may read it."""
    return [_tell(event, user_id, today, with_notes) for event in events]


def _tell(event: ActionEvent, user_id: int | None, today: date, with_notes: bool) -> Told:
    mine = user_id is not None and event.by_id == user_id
    words = TITLES[event.happening][mine]
    said = event.note if with_notes and event.note else ""
    return Told(words, _when(event.at, today), event.by_name, _facts(event), said)


def _when(at: datetime, today: date) -> str:
    written = moment(at, today)
    return f"today, {written}" if written[:1].isdecimal() else written


def _facts(event: ActionEvent) -> str:
    told = FACTS.get(event.happening)
    holds = f" Held by {event.holder_name}." if event.holder_name and event.happening in SAYS_HOLDER else ""
    return told(event.facts) + holds if told and event.facts else ""


def _due(value: str) -> str:
    return day(date.fromisoformat(value)) if value[:1].isdecimal() else value


def _handed_over(facts: Mapping[str, Any]) -> str:
    names = f"From {facts.get('from') or 'a vacant seat'} to {facts.get('to') or 'nobody: the seat is vacant'}"
    return f"{names}, from {_due(facts['from_on'])}."


FACTS: Mapping[Happening, Callable[[Mapping[str, Any]], str]] = {
    Happening.ASSIGNED: lambda facts: f"Owner: {facts['owner']}. Due: {_due(facts['due'])}.",
    Happening.COMPLETION_PROPOSED: lambda facts: (
        f"With {count(facts['files'], 'file')} of evidence." if facts.get("files") else ""
    ),
    Happening.CLOSED: lambda facts: f"At the meeting of {_due(facts['on'])}.",
    Happening.OWNER_CHANGED: lambda facts: f"From {facts['from']} to {facts['to']}.",
    Happening.DUE_DATE_CHANGED: lambda facts: f"From {_due(facts['from'])} to {_due(facts['to'])}.",
    Happening.WAITS: lambda facts: "It waits for another action." if facts.get("number") else "It waits for none.",
    Happening.HANDED_OVER: _handed_over,
}
