"""Between meetings: decisions taken and ratified later, and answers awaited from those something was referred to."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.domain.guards import require_unchanged, require_words
from shp_gov.domain.words import long_day
from shp_gov.models import Body, Decision, InterimDecision, Minute, Organisation, Ratification, Referral
from shp_gov.queries import between_meetings as queries
from shp_gov.services import rulings

LONGEST_TITLE = 300


class CannotRatify(DomainError):
    """A meeting cannot have answered this so."""


class CannotRefer(DomainError):
    """Something cannot be referred like this."""


@dataclass(frozen=True)
class Taken:
    """A decision between meetings: what, when, by whom and by what right. A private one has its public title."""

    taken_on: date
    words: str
    taken_by: str
    authority: str
    reasons: str
    is_exempt: bool = False
    exempt_paragraph: str | None = None
    public_title: str | None = None


def record(body: Body, taken: Taken, *, actor: Actor) -> InterimDecision:
    """Record a decision that was taken between meetings. It waits for the next meeting."""
    _require_said(taken)
    interim = InterimDecision(body=body, **asdict(taken))
    db.session.add(interim)
    said = _words(taken)
    audit.record("interim_decision.recorded", interim, actor=actor, body_id=body.id, words=said, on=taken.taken_on)
    return interim


def change(interim: InterimDecision, taken: Taken, *, actor: Actor, seen: str | None = None) -> None:
    """Put right what was recorded of a decision, while no meeting has answered it and nobody else put it right."""
    _take(interim)
    _require_waiting(interim)
    if seen is not None:
        news = f"Somebody else changed this decision after you opened the page. It now says “{interim.words}”"
        require_unchanged(seen, queries.seen(interim), news=news)
    _require_said(taken)
    for name, value in asdict(taken).items():
        setattr(interim, name, value)
    said = _words(taken)
    audit.record("interim_decision.changed", interim, actor=actor, body_id=interim.body_id, words=said)


def _take(row: InterimDecision | Referral) -> None:
    """Hold the row until the transaction ends, and read it as it is now. What it is joined to is not held."""
    db.session.refresh(row, with_for_update={"of": type(row)})


def _words(taken: Taken) -> dict[str, str | None]:
    return {"words": taken.words, "reasons": taken.reasons, "authority": taken.authority}


def _require_said(taken: Taken) -> None:
    if taken.taken_on > clock.today():
        raise CannotRatify(f"{long_day(taken.taken_on)} is still to come. Enter the day it was taken.")
    for words, what in (
        (taken.words, "what was decided"),
        (taken.taken_by, "who decided"),
        (taken.authority, "by what right"),
        (taken.reasons, "the reasons"),
    ):
        require_words(words, what=what)
    if taken.is_exempt and not (taken.exempt_paragraph and taken.public_title):
        raise CannotRatify("Give the paragraph and a title that the public may read.")


def _require_waiting(interim: InterimDecision) -> None:
    if interim.state is not Ratification.WAITS:
        raise CannotRatify(f"A meeting has answered this already: it is {interim.state}.")


def ratify(interim: InterimDecision, *, decision: Decision, is_ratified: bool, actor: Actor) -> None:
    """Record what a meeting said to a decision taken before it, by the decision of that meeting."""
    _take(interim)
    _require_waiting(interim)
    if decision.body_id != interim.body_id:
        raise CannotRatify("Choose a decision of the body for which it was taken.")
    if decision.on < interim.taken_on:
        raise CannotRatify(f"That decision is of {long_day(decision.on)}, before this was taken. Choose a later one.")
    interim.state = Ratification.RATIFIED if is_ratified else Ratification.NOT_RATIFIED
    interim.decision = decision
    facts: dict[str, Any] = {"decision_id": decision.id, "state": interim.state}
    audit.record("interim_decision.answered", interim, actor=actor, body_id=interim.body_id, **facts)


def answer_at(interim: InterimDecision, minute: Minute, *, is_ratified: bool, actor: Actor) -> Decision:
    """Minute what a meeting that goes on says to a decision taken before it, in the words it was asked."""
    _take(interim)
    _require_waiting(interim)
    words = queries.asked_to_ratify(interim, is_ratified=is_ratified)
    decision = rulings.decide(minute, words=words, actor=actor)
    ratify(interim, decision=decision, is_ratified=is_ratified, actor=actor)
    return decision


@dataclass(frozen=True)
class Asked:
    """What is asked of whom, since when and until when."""

    to: Body | Organisation
    asked: str
    sent_on: date
    due_on: date | None = None


def refer(decision: Decision, asked: Asked, *, actor: Actor) -> Referral:
    """Record that something was referred to another body or organisation, whose answer is awaited."""
    require_words(asked.asked, what="what is asked")
    if isinstance(asked.to, Body) and asked.to.id == decision.body_id:
        raise CannotRefer("A body cannot refer something to itself.")
    if asked.sent_on < decision.on:
        raise CannotRefer(f"It was decided on {long_day(decision.on)}. It cannot have been sent before.")
    if asked.due_on is not None and asked.due_on < asked.sent_on:
        raise CannotRefer("The answer cannot be due before it was asked for.")
    referral = Referral(
        body_id=decision.body_id,
        decision=decision,
        to_body=asked.to if isinstance(asked.to, Body) else None,
        to_organisation=asked.to if isinstance(asked.to, Organisation) else None,
        asked=asked.asked.strip(),
        sent_on=asked.sent_on,
        due_on=asked.due_on,
    )
    db.session.add(referral)
    facts: dict[str, Any] = {"to": asked.to.id, "kind": type(asked.to).__name__, "due_on": asked.due_on}
    audit.record(
        "referral.sent", referral, actor=actor, body_id=decision.body_id, words={"asked": asked.asked}, **facts
    )
    return referral


def answer(referral: Referral, *, answered_on: date, words: str, actor: Actor) -> None:
    """Record the answer to something that was referred."""
    _take(referral)
    if referral.answered_on is not None:
        raise CannotRefer(f"This was answered on {long_day(referral.answered_on)} already.")
    require_words(words, what="the answer")
    if answered_on < referral.sent_on:
        raise CannotRefer(f"It was sent on {long_day(referral.sent_on)}. It cannot have been answered before.")
    if answered_on > clock.today():
        raise CannotRefer(f"{long_day(answered_on)} is still to come. Enter the day on which the answer came.")
    referral.answered_on, referral.answer = answered_on, words.strip()
    said: dict[str, str | None] = {"answer": words}
    audit.record("referral.answered", referral, actor=actor, body_id=referral.body_id, words=said, on=answered_on)
