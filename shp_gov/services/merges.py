"""Two rows of one person, or of one organisation, made one when an officer says so; and two again, even later."""

from typing import Any

import sqlalchemy as sa

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.domain.nouns import counted
from shp_gov.domain.words import day_words
from shp_gov.models import Body, KnownAs, Merge, Organisation, Person
from shp_gov.queries import merges as queries
from shp_gov.services import merging
from shp_gov.services.merging import Kept

Merged = Person | Organisation


class CannotMerge(DomainError):
    """These two cannot be made one."""


class AlreadyApart(DomainError):
    """A merge that was taken apart before."""


def merge_people(
    one: Person, *, into: Person, actor: Actor, name: str | None = None, body: Body | None = None
) -> Merge:
    """Make two rows of one person one. What either did, holds or is called is the other's from now on."""
    if one is into:
        raise CannotMerge(f"{one.name} cannot be merged into themselves. Choose two different people.")
    _require_no_clash(one, into)
    for known in db.session.scalars(sa.select(KnownAs).where(KnownAs.person_id.in_([one.id, into.id]))):
        known.is_settled = True
    return _merge(one, into, name=name, body=body, actor=actor)


def merge_organisations(
    one: Organisation, *, into: Organisation, actor: Actor, name: str | None = None, body: Body | None = None
) -> Merge:
    """Make two rows of one organisation one. All its names, seats, people and actions are the other's from now on."""
    if one is into:
        raise CannotMerge(f"{one.name} cannot be merged into itself. Choose two different organisations.")
    _require_one_type(one, into)
    return _merge(one, into, name=name, body=body, actor=actor)


def _require_no_clash(one: Person, into: Person) -> None:
    """Refuse where the record shows that there are two of them."""
    if (meeting := queries.both_at(one, into)) is not None:
        both = f"{one.name} and {into.name} were both at the meeting of {day_words(meeting.on)}"
        raise CannotMerge(f"{both}, so they are two people. Correct that attendance first, if it is wrong.")
    if queries.accounts(one) and queries.accounts(into):
        raise CannotMerge(f"{one.name} and {into.name} both have an account. Ask the administrator to disable one.")


def _require_one_type(one: Organisation, into: Organisation) -> None:
    for first in one.types:
        for second in into.types:
            if first.statutory_type != second.statutory_type and first.overlaps(second.from_on, second.until_on):
                was = f"{one.name} is a {first.statutory_type} and {into.name} a {second.statutory_type}"
                raise CannotMerge(f"{was} on the same days. Correct the type of one of them first.")


def _merge(one: Merged, into: Merged, *, name: str | None, body: Body | None, actor: Actor) -> Merge:
    before, was = into.name, one.name
    kept = unite(one, into, actor=actor, body=body)
    into.name = name or before
    row = Merge(one=was, into=before, kept={**kept.as_json(), "shown": into.name})
    row.person_id, row.organisation_id = _ids(into)
    row.body_id, row.merged_at, row.merged_by = body.id if body else None, clock.now(), actor.name
    db.session.add(row)
    db.session.flush()
    return row


def _ids(merged: Merged) -> tuple[int | None, int | None]:
    return (merged.id, None) if isinstance(merged, Person) else (None, merged.id)


def unite(one: Merged, into: Merged, *, actor: Actor, body: Body | None = None) -> Kept:
    """Give what is the one's to the other, and take the one out."""
    kept = merging.move(one, into)
    said: dict[str, Any] = {"into": into.id, "words": {"one": one.name, "into": into.name}}
    audit.record(f"{one.__tablename__}.merged", one, actor=actor, body_id=body.id if body else None, **said)
    db.session.expire_all()
    db.session.delete(one)
    db.session.flush()
    return kept


def take_apart(merge: Merge, *, actor: Actor) -> list[str]:
    """Make two of what was made one. What was done since stays where it is; give what nobody can decide."""
    db.session.refresh(merge, with_for_update={"of": Merge})
    if merge.taken_apart_at is not None:
        raise AlreadyApart(f"This merge was taken apart on {day_words(merge.taken_apart_at)} already.")
    now: Any = merge.person or merge.organisation
    undecided = merging.since(merge.kept, now)
    back = db.session.get_one(type(now), merging.bring_back(type(now), merge.kept, now))
    if now.name == merge.kept["shown"]:
        now.name = merge.into
    merge.taken_apart_at, merge.taken_apart_by = clock.now(), actor.name
    words: dict[str, str | None] = {"one": back.name, "from": now.name}
    audit.record(f"{now.__tablename__}.taken_apart", back, actor=actor, body_id=merge.body_id, words=words)
    return [f"{counted(count, table)} stayed with {now.name}" for table, count in undecided.items()]
