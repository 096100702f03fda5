"""What the files of the example say, as plain dataclasses."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from functools import cache
from pathlib import Path
from typing import Any

from shp_gov.example.days import Rhythm

FOLDER = Path(__file__).parent
DEEDS = ("note", "done", "returned", "checked", "due", "due_in", "owner", "waits_for", "reopened")
Row = Mapping[str, Any]


@dataclass(frozen=True)
class OrganisationPlan:
    """An organisation, by all its names."""

    key: str
    name: str
    type: str | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class PersonPlan:
    """Somebody, where they work and whether they have an account."""

    key: str
    name: str
    post: str | None = None
    organisation: str | None = None
    account: bool = False


@dataclass(frozen=True)
class Term:
    """Somebody in a seat or an office, in days before today: `until` None is still there; `ends_in` is days to come."""

    person: str
    since: int
    until: int | None = None
    ends_in: int | None = None


@dataclass(frozen=True)
class SeatPlan:
    """A designated post and who held it."""

    key: str
    post: str
    category: str
    terms: tuple[Term, ...]
    organisation: str | None = None
    places: int = 1
    elected: bool = False


@dataclass(frozen=True)
class BodyPlan:
    """A body, how it meets, its seats and its offices."""

    key: str
    name: str
    kind: str
    officer: str
    venue: str
    starts_at: time
    rhythm: Rhythm
    seats: tuple[SeatPlan, ...]
    offices: Mapping[str, tuple[Term, ...]]
    parent: str | None = None
    basis: str | None = None
    second: str = ""


@dataclass(frozen=True)
class Step:
    """One thing that happened to an action. Its day is counted from its meeting, or back from today."""

    deed: str
    words: str
    after: int | None = None
    ago: int | None = None
    by: str | None = None
    because: str = ""
    files: tuple[str, ...] = ()


@dataclass(frozen=True)
class ActionPlan:
    """Something to be done, by whom and when, and its story."""

    what: str
    owner: str
    key: str = ""
    helped_by: tuple[str, ...] = ()
    due: int | None = None
    due_in: int | None = None
    story: tuple[Step, ...] = ()
    agreed: bool = True


@dataclass(frozen=True)
class ProposalPlan:
    """What the words of a decision seem to ask, which no officer has answered, or which one has dismissed."""

    what: str
    owner: str | None = None
    owner_hint: str | None = None
    due_hint: str | None = None
    due_in: int | None = None
    by_next_meeting: bool = False
    kind: str = "action"
    dismissed: str = ""


@dataclass(frozen=True)
class DecisionPlan:
    """One resolution, and what it asks for."""

    words: str
    kind: str = "noted"
    key: str = ""
    agreement: str = "consensus"
    reasons: str | None = None
    supersedes: str | None = None
    drops: tuple[str, ...] = ()
    elects: Mapping[str, str] = field(default_factory=dict)
    proposals: tuple[ProposalPlan, ...] = ()
    actions: tuple[ActionPlan, ...] = ()


@dataclass(frozen=True)
class ItemPlan:
    """An item of business: what the agenda prints and what the minutes say of it."""

    title: str
    section: str = "decision"
    presenter: str | None = None
    purpose: str | None = None
    issues: str | None = None
    ruling: str | None = None
    public_title: str | None = None
    paragraph: str | None = None
    interest: str | None = None
    summary: str | None = None
    decisions: tuple[DecisionPlan, ...] = ()


@dataclass(frozen=True)
class MeetingPlan:
    """A meeting: its place counted from the last one held, who came, and its business."""

    body: str
    place: int
    ended: time = time(11, 45)
    in_the_chair: str | None = None
    apologies: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    substitutes: Mapping[str, str] = field(default_factory=dict)
    also_present: tuple[str, ...] = ()
    officers: tuple[str, ...] = ()
    remote: tuple[str, ...] = ()
    left: Mapping[str, time] = field(default_factory=dict)
    interests: tuple[Row, ...] = ()
    log: str = ""
    stage: str = "approved"
    late: str = ""
    late_by: str = ""
    items: tuple[ItemPlan, ...] = ()


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def _plain(row: Row) -> dict[str, Any]:
    """Turn lists into tuples, so that a plan stays as it was read."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}


@cache
def organisations() -> tuple[OrganisationPlan, ...]:
    """List the organisations."""
    return tuple(OrganisationPlan(**_plain(row)) for row in _read("people.toml")["organisation"])


@cache
def people() -> tuple[PersonPlan, ...]:
    """List the people."""
    return tuple(PersonPlan(**_plain(row)) for row in _read("people.toml")["person"])


@cache
def bodies() -> tuple[BodyPlan, ...]:
    """List the bodies, the partnership before its groups."""
    return tuple(_body(row) for row in _read("bodies.toml")["body"])


def _body(row: Row) -> BodyPlan:
    seats = tuple(SeatPlan(**{**_plain(seat), "terms": _terms(seat["terms"])}) for seat in row["seats"])
    offices = {office: _terms(terms) for office, terms in row["offices"].items()}
    return BodyPlan(**{**row, "rhythm": Rhythm(**row["rhythm"]), "seats": seats, "offices": offices})


def _terms(rows: list[Row]) -> tuple[Term, ...]:
    return tuple(Term(**row) for row in rows)


@cache
def meetings() -> tuple[MeetingPlan, ...]:
    """List the meetings, each body's in their order."""
    files = sorted((FOLDER / "meetings").glob("*.toml"))
    plans = (_meeting(_read(f"meetings/{file.name}")) for file in files)
    return tuple(sorted(plans, key=lambda plan: (plan.body, plan.place)))


def _meeting(row: Row) -> MeetingPlan:
    return MeetingPlan(**{**_plain(row), "items": tuple(map(_item, row.get("items", ())))})


def _item(row: Row) -> ItemPlan:
    words = {name: unwrapped(row[name]) for name in ("purpose", "issues") if name in row}
    return ItemPlan(**{**_plain(row), **words, "decisions": tuple(map(_decision, row.get("decisions", ())))})


def unwrapped(words: str) -> str:
    """Join the lines of each paragraph; an empty line parts paragraphs, and a dash begins a line of a list."""
    paragraphs = (re.sub(r"\n(?!- )", " ", part.strip()) for part in words.split("\n\n"))
    return "\n\n".join(paragraphs)


def _decision(row: Row) -> DecisionPlan:
    proposals = tuple(ProposalPlan(**proposal) for proposal in row.get("proposals", ()))
    actions = tuple(map(_action, row.get("actions", ())))
    return DecisionPlan(**{**_plain(row), "proposals": proposals, "actions": actions})


def _action(row: Row) -> ActionPlan:
    return ActionPlan(**{**_plain(row), "story": tuple(map(_step, row.get("story", ())))})


def _step(row: Row) -> Step:
    deed = next(name for name in DEEDS if name in row)
    rest = {name: value for name, value in _plain(row).items() if name != deed}
    return Step(deed=deed, words=str(row[deed]), **rest)
