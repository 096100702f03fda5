"""The register of interests: entered by an officer as a member gives it, ended when it ends, never rewritten."""

from datetime import date
from typing import Any

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import guards
from shp_gov.domain.errors import DomainError
from shp_gov.domain.words import day_words, long_day
from shp_gov.models import Body, InterestKind, Person, RegisteredInterest


class WrongInterest(DomainError):
    """An interest that cannot be entered, or ended, so."""


def enter(
    person: Person,
    *,
    body: Body,
    kind: InterestKind,
    words: str,
    from_on: date,
    until_on: date | None = None,
    is_sensitive: bool = False,
    actor: Actor,
) -> RegisteredInterest:
    """Enter what somebody has an interest in, from a day on."""
    words = guards.require_words(words, what="what the interest is")
    _require_in_order(from_on, until_on)
    row = RegisteredInterest(body=body, person=person, kind=kind, words=words, from_on=from_on, until_on=until_on)
    row.is_sensitive = is_sensitive
    db.session.add(row)
    said: dict[str, Any] = {"words": {"words": words}, "from_on": from_on, "until_on": until_on}
    audit.record("interest.registered", row, actor=actor, body_id=body.id, kind=kind, person=person.id, **said)
    return row


def end(row: RegisteredInterest, *, last_day: date, actor: Actor) -> None:
    """Say when an interest ended. It stays in the register of the days before."""
    if row.until_on is not None and row.until_on <= last_day:
        raise WrongInterest(f"This interest ends on {day_words(row.until_on)} already. Enter an earlier day.")
    _require_in_order(row.from_on, last_day)
    row.until_on = last_day
    audit.record("interest.ended", row, actor=actor, body_id=row.body_id, last_day=last_day)


def _require_in_order(first: date, last: date | None) -> None:
    if last is not None and last < first:
        raise WrongInterest(f"The last day cannot be before the first day, {long_day(first)}.")
