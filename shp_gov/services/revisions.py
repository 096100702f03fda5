"""Saving a minute: every save is kept. What was typed on older words is kept beside the newer, never over them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import guards
from shp_gov.domain.errors import DomainError
from shp_gov.domain.workflows import MinutesState
from shp_gov.models import Minute, MinuteRevision
from shp_gov.queries import revisions as queries
from shp_gov.services.minute_steps import WRITTEN_IN, require_words_may_change

LONGEST = 500_000
LONGEST_TITLE = 300


class UnknownVersion(DomainError):
    """The words are said to be based on a save that there never was."""


class NothingToSettle(DomainError):
    """What is to be settled is no clash of this minute, or was settled already."""


@dataclass(frozen=True)
class Saved:
    """Which save holds these words; and the clash, where somebody else had saved in between."""

    version: int
    clash: MinuteRevision | None = None


def save(
    minute: Minute,
    *,
    words: Mapping[str, str],
    based_on: int,
    actor: Actor,
    while_: Sequence[MinutesState] = WRITTEN_IN,
) -> Saved:
    """Save words that were typed on top of version `based_on`. On top of an older one they are kept as a clash."""
    _take(minute, while_)
    base = _base(minute, based_on, actor)
    said = _on_top_of(base, words)
    if kept := _kept(minute, base, said):
        return _as_saved(kept)
    revision = _revision(minute, base, said, actor, is_clash=base.number != _head(minute))
    if queries.is_open(base):
        base.settled_by = revision
    return _as_saved(revision)


def merge(minute: Minute, *, clash: MinuteRevision, words: Mapping[str, str], based_on: int, actor: Actor) -> Saved:
    """Settle a clash by words that were made of both. Made on top of an older version, they are a clash themselves."""
    _take(minute, WRITTEN_IN)
    base = _base(minute, based_on, actor)
    db.session.refresh(clash)
    if clash.minute_id != minute.id or not queries.is_open(clash):
        raise NothingToSettle("This is settled already. Look at the minute as it stands now.")
    said = _on_top_of(base, words)
    is_clash = base.number != _head(minute)
    settled = base if said == base.words and not is_clash else _revision(minute, base, said, actor, is_clash=is_clash)
    clash.settled_by = settled
    body_id = minute.meeting.body_id
    audit.record("minute.clash_settled", minute, actor=actor, body_id=body_id, clash=clash.number, by=settled.number)
    return _as_saved(settled)


def restore(minute: Minute, *, number: int, based_on: int, actor: Actor) -> Saved:
    """Take back the words of an earlier save, as a new save."""
    earlier = queries.get(minute, number)
    emptied = dict.fromkeys(queries.words_of(minute).keys() - {"title"}, "")
    return save(minute, words={**emptied, **earlier.words}, based_on=based_on, actor=actor)


def _take(minute: Minute, while_: Sequence[MinutesState]) -> None:
    """Hold the minute until the transaction ends, and read it as it is now."""
    db.session.flush()
    db.session.execute(sa.select(Minute.id).where(Minute.id == minute.id).with_for_update())
    db.session.refresh(minute, ["version", *queries.FIELDS])
    require_words_may_change(minute.meeting, while_=while_)


def _base(minute: Minute, number: int, actor: Actor) -> MinuteRevision:
    if minute.version == 0:
        _keep_the_beginning(minute, actor)
    base = queries.find(minute, number)
    if base is None or number < 0:
        raise UnknownVersion("These words are of another version of the minute. Copy them, then open the page again.")
    return base


def _keep_the_beginning(minute: Minute, actor: Actor) -> None:
    """Keep what the minute began with, so that the first save overwrites nothing either."""
    if queries.find(minute, 1) is None:
        _write(minute, number=1, based_on=0, words=queries.words_of(minute), actor=actor)


def _head(minute: Minute) -> int:
    return minute.version or 1


def _kept(minute: Minute, base: MinuteRevision, words: dict[str, str]) -> MinuteRevision | None:
    """Find the save that holds these very words already: the one they were typed on, or one that came of it since.

    A page that never heard the answer sends the same words again.
    """
    if words == base.words:
        return base
    if base.number == _head(minute):
        return None
    later = sa.select(MinuteRevision).where(MinuteRevision.minute_id == minute.id, MinuteRevision.number > base.number)
    newest_first = db.session.scalars(later.order_by(MinuteRevision.is_clash, MinuteRevision.number.desc()))
    return next((revision for revision in newest_first if revision.words == words), None)


def _revision(
    minute: Minute, base: MinuteRevision, words: dict[str, str], actor: Actor, *, is_clash: bool
) -> MinuteRevision:
    highest = sa.select(sa.func.max(MinuteRevision.number)).where(MinuteRevision.minute_id == minute.id)
    number = db.session.scalars(highest).one() + 1
    revision = _write(minute, number=number, based_on=base.number, words=words, actor=actor, is_clash=is_clash)
    if not is_clash:
        minute.version = number
        for field in queries.FIELDS:
            setattr(minute, field, words.get(field))
    said: dict[str, str | None] = {name: text for name, text in words.items() if text != base.words.get(name)}
    facts = {"number": number, "based_on": base.number, "is_clash": is_clash}
    audit.record("minute.saved", minute, actor=actor, body_id=minute.meeting.body_id, words=said, **facts)
    return revision


def _write(
    minute: Minute, *, number: int, based_on: int, words: dict[str, str], actor: Actor, is_clash: bool = False
) -> MinuteRevision:
    revision = MinuteRevision(
        minute=minute,
        number=number,
        based_on=based_on,
        words=words,
        is_clash=is_clash,
        made_at=clock.now(),
        made_by_id=actor.user_id,
        made_by=actor.name,
    )
    db.session.add(revision)
    db.session.flush()
    return revision


def _on_top_of(base: MinuteRevision, words: Mapping[str, str]) -> dict[str, str]:
    """Give all the words of the minute, the new ones in their place, or refuse what cannot be kept."""
    if unknown := sorted(set(words) - set(queries.FIELDS)):
        raise UnknownVersion(f"A minute has no place for {', '.join(unknown)}.")
    said = {field: text.replace("\r\n", "\n").replace("\r", "\n") for field, text in words.items()}
    for text in said.values():
        if (over := len(text) - LONGEST) > 0:
            raise guards.WordsMissing(f"A minute has room for {LONGEST:,} characters. This is {over:,} too long.")
    if "title" in said:
        said["title"] = guards.require_words(said["title"], what="a title", longest=LONGEST_TITLE)
    return {field: text for field, text in {**base.words, **said}.items() if text}


def _as_saved(revision: MinuteRevision) -> Saved:
    return Saved(revision.number, revision if queries.is_open(revision) else None)
