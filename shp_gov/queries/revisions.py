"""Every save of a minute: the newest, what is not settled yet, and two texts beside what both began from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.exc import NoResultFound

from shp_gov.database import db
from shp_gov.domain import merging
from shp_gov.domain.permissions import Viewer
from shp_gov.models import Minute, MinuteRevision
from shp_gov.queries.meetings import minute as minute_for

FIELDS = ("title", "purpose", "narrative", "urgent_ruling", "public_summary")
PAUSE = timedelta(minutes=5)  # who saved nothing for longer is no longer at it


@dataclass(frozen=True)
class Beside:
    """One field of a clash: yours, theirs, what both began from, and the two put together."""

    field: str
    yours: str
    theirs: str
    ancestor: str
    proposal: merging.Proposal


@dataclass(frozen=True)
class AtWork:
    """Somebody else who is writing the same minute, and since when."""

    name: str
    since: datetime


def words_of(minute: Minute) -> dict[str, str]:
    """Give the words that a minute has now."""
    return {field: text for field in FIELDS if (text := getattr(minute, field))}


def find(minute: Minute, number: int) -> MinuteRevision | None:
    """Find a save of a minute by its number. Nought is what the minute began with, which is kept as the first."""
    found = sa.select(MinuteRevision).where(MinuteRevision.minute_id == minute.id)
    return db.session.scalars(found.where(MinuteRevision.number == (number or 1))).one_or_none()


def of_minute(minute_id: int, revision: int, *, viewer: Viewer) -> MinuteRevision:
    """Fetch a save of a minute that the viewer may read."""
    return get(minute_for(minute_id, viewer=viewer), revision)


def clash_of(minute_id: int, revision: int, *, viewer: Viewer) -> MinuteRevision:
    """Fetch a save that was kept beside a minute that the viewer may read."""
    clash = of_minute(minute_id, revision, viewer=viewer)
    if not clash.is_clash:
        raise NoResultFound
    return clash


def get(minute: Minute, number: int) -> MinuteRevision:
    """Fetch a save of a minute."""
    found = sa.select(MinuteRevision).where(MinuteRevision.minute_id == minute.id)
    return db.session.scalars(found.where(MinuteRevision.number == (number or 1))).one()


def newest(minute: Minute) -> MinuteRevision | None:
    """Find the save that the minute shows; none where nothing was saved yet."""
    return find(minute, minute.version) if minute.version else None


def count(minute: Minute) -> int:
    """Count the saves of a minute, clashes with them."""
    return db.session.scalar(sa.select(sa.func.count()).where(MinuteRevision.minute_id == minute.id)) or 0


def history(minute: Minute, *, page: int = 1, size: int = 25) -> Sequence[MinuteRevision]:
    """List a page of the saves of a minute, newest first."""
    found = sa.select(MinuteRevision).where(MinuteRevision.minute_id == minute.id)
    newest_first = found.order_by(MinuteRevision.number.desc())
    return db.session.scalars(newest_first.limit(size).offset((page - 1) * size)).all()


def changed(saves: Sequence[MinuteRevision]) -> dict[int, tuple[int, int]]:
    """Count, for each of these saves of one minute, the words it added and took out."""
    if not saves:
        return {}
    numbers = {save.based_on for save in saves} - {save.number for save in saves}
    earlier = sa.select(MinuteRevision).where(MinuteRevision.minute_id == saves[0].minute_id)
    found = db.session.scalars(earlier.where(MinuteRevision.number.in_(numbers)))
    words = {save.number: save.words for save in (*found, *saves)}
    return {save.number: _count(words.get(save.based_on, {}), save.words) for save in saves}


def _count(began: dict[str, str], said: dict[str, str]) -> tuple[int, int]:
    counts = [merging.count_changes(began.get(field, ""), said.get(field, "")) for field in FIELDS]
    return sum(added for added, _ in counts), sum(gone for _, gone in counts)


def open_clashes(minute: Minute) -> Sequence[MinuteRevision]:
    """List what was saved on top of an older version and is not settled, oldest first."""
    found = sa.select(MinuteRevision).where(MinuteRevision.minute_id == minute.id, MinuteRevision.is_clash)
    return db.session.scalars(found.where(MinuteRevision.settled_by_id.is_(None)).order_by(MinuteRevision.number)).all()


def is_open(revision: MinuteRevision) -> bool:
    """Tell whether a save is a clash that nobody settled yet."""
    return revision.is_clash and revision.settled_by_id is None


def ancestor(revision: MinuteRevision) -> MinuteRevision:
    """Find the newest words that both a save and the minute as it stands began from."""
    based_on = get(revision.minute, revision.based_on)
    while based_on.is_clash and not _is_merged(based_on):
        based_on = get(revision.minute, based_on.based_on)
    return based_on


def _is_merged(clash: MinuteRevision) -> bool:
    """Tell whether the words of a clash went into the minute, at once or through another clash."""
    settled = clash.settled_by
    while settled is not None and settled.is_clash:
        settled = settled.settled_by
    return settled is not None


def beside(clash: MinuteRevision) -> list[Beside]:
    """Show a clash field by field beside the minute as it stands, where the two differ."""
    theirs, began = words_of(clash.minute), ancestor(clash).words
    fields = [field for field in FIELDS if clash.words.get(field, "") != theirs.get(field, "")]
    return [_beside(field, clash.words.get(field, ""), theirs.get(field, ""), began.get(field, "")) for field in fields]


def _beside(field: str, yours: str, theirs: str, began: str) -> Beside:
    return Beside(field, yours, theirs, began, merging.propose(began, yours, theirs))


def at_work(minute: Minute, *, but: int | None, now: datetime) -> list[AtWork]:
    """List who else saved this minute in the last minutes, and since when they have without a pause."""
    recent = sa.select(MinuteRevision.made_by_id, MinuteRevision.made_by, MinuteRevision.made_at)
    recent = recent.where(MinuteRevision.minute_id == minute.id, MinuteRevision.made_at > now - PAUSE * 12)
    others = recent.where(MinuteRevision.made_by_id.is_distinct_from(but)).order_by(MinuteRevision.number.desc())
    since: dict[str, datetime] = {}
    for _, name, at in db.session.execute(others):
        if since.get(name, now) - at <= PAUSE:
            since[name] = at
    return [AtWork(name, at) for name, at in since.items()]
