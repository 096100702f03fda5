"""Somebody's rank, post and organisation, from a day on. What was so before stays so for its days."""

from dataclasses import dataclass
from datetime import date, timedelta

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.domain.words import long_day
from shp_gov.models import Organisation, Person, PersonPost, Provenance

ONE_DAY = timedelta(days=1)


class WrongPost(DomainError):
    """A change of post cannot be like this."""


@dataclass(frozen=True)
class NewPost:
    """What is so of somebody from a day on: how papers name them, with any rank, their post and organisation."""

    name: str
    post: str | None
    organisation: Organisation | None


def change(person: Person, new: NewPost, *, from_: date, actor: Actor, basis: str | None = None) -> PersonPost:
    """Change somebody's rank, post or organisation from a day on."""
    by_hand = [row for row in person.posts if row.provenance is Provenance.RECORDED]
    _require_new(person, new, by_hand, from_)
    was = person.post_on(from_)
    said = {"was": f"{person.name_on(from_)}: {was.title if was else ''}", "basis": basis}
    _close(person, by_hand, before=from_)
    row = next((row for row in by_hand if row.from_on == from_), None) or PersonPost(from_on=from_)
    row.name, row.post, row.organisation, row.basis = new.name, new.post, new.organisation, basis
    if row not in person.posts:
        person.posts.append(row)
    if from_ <= clock.today():
        person.name, person.named_on = new.name, from_
    db.session.flush()
    audit.record("person.moved", row, actor=actor, words={**said, "now": f"{new.name}: {row.title}"}, from_on=from_)
    return row


def _require_new(person: Person, new: NewPost, by_hand: list[PersonPost], first: date) -> None:
    later = [row.from_on for row in by_hand if row.from_on and row.from_on > first]
    if later:
        raise WrongPost(f"A later change is on record, from {long_day(min(later))}. Begin after that day.")
    was = person.post_on(first)
    same = (person.name_on(first), was.post if was else None, was.organisation if was else None)
    if same == (new.name, new.post, new.organisation):
        raise WrongPost(
            f"That is on record for {long_day(first)} already. Change the rank, the post or the organisation."
        )


def _close(person: Person, by_hand: list[PersonPost], *, before: date) -> None:
    """End what was so the day before, and keep under what name it was."""
    earlier = [row for row in by_hand if row.from_on is None or row.from_on < before]
    for row in earlier:
        row.name = row.name or person.name
        if row.until_on is None or row.until_on >= before:
            row.until_on = before - ONE_DAY
    if not earlier:
        person.posts.append(PersonPost(until_on=before - ONE_DAY, name=person.name))
