"""The governance calendar as it is recorded: what was entered about each duty, and what shows it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import contains_eager, joinedload

from shp_gov.database import db
from shp_gov.domain.areas import PROBATION
from shp_gov.domain.areas.standing import Standing, responsible_authorities, standings
from shp_gov.domain.checks.facts_of_duties import DutyRecord
from shp_gov.domain.duties import Duty, Value, duties
from shp_gov.domain.duties.calendar import Line, lines
from shp_gov.domain.duties.entered import as_entered
from shp_gov.domain.duties.years import Span, year_of_regulations
from shp_gov.domain.permissions import Viewer
from shp_gov.domain.words import day_words
from shp_gov.models import Body, BodyKind, Decision, DutyEntry, Meeting, Minute
from shp_gov.queries import bodies
from shp_gov.queries.standings import area_of
from shp_gov.queries.visibility import visible_decisions

MOST_CHOICES = 40
WHERE_SEVERAL = {"joint-probation-appointment": PROBATION}
WHO_OF: Mapping[BodyKind, frozenset[str]] = {
    BodyKind.STRATEGY_GROUP: frozenset({"strategy group", "council"}),
    BodyKind.LOCAL_PARTNERSHIP_BOARD: frozenset({"council"}),
    BodyKind.COMMITTEE: frozenset({"council"}),
}


@dataclass(frozen=True)
class Shown:
    """An entry with what was entered, and its decision where that exists for the viewer."""

    entry: DutyEntry
    duty: Duty
    entered: dict[str, Value]
    decision: Decision | None


@dataclass(frozen=True)
class Calendar:
    """The governance calendar of a year: its lines, and the entries that their records stand for."""

    year: Span
    lines: Sequence[Line]
    entries: Mapping[str, Shown]


@dataclass(frozen=True)
class DutyOf:
    """One duty of one body."""

    body: Body
    duty: Duty

    @property
    def body_id(self) -> int:
        """Name the body by its number."""
        return self.body.id


def of_body(slug: str, duty: str, *, viewer: Viewer) -> DutyOf:
    """Fetch a duty of a body. A duty that there is not does not exist: 404."""
    body = bodies.get(slug, viewer=viewer)
    if duty not in {duty.id for duty in asked_of(body)}:
        raise NoResultFound
    return DutyOf(body, duties()[duty])


def get(entry_id: int, *, viewer: Viewer) -> DutyEntry:
    """Fetch an entry with its body and what shows it."""
    found = sa.select(DutyEntry).where(DutyEntry.id == entry_id)
    return db.session.scalars(found.options(joinedload(DutyEntry.body), *_shown_by())).one()


def file(entry_id: int, *, viewer: Viewer) -> DutyEntry:
    """Fetch an entry that has a document."""
    entry = get(entry_id, viewer=viewer)
    if entry.document is None:
        raise NoResultFound
    return entry


def _shown_by() -> tuple[sa.orm.interfaces.ORMOption, ...]:
    decision = joinedload(DutyEntry.decision).joinedload(Decision.minute).joinedload(Minute.meeting)
    return (decision, joinedload(DutyEntry.meeting), joinedload(DutyEntry.document))


def calendar(body: Body, *, year: date, viewer: Viewer) -> Calendar:
    """Tell where each duty of a body stands today, for the year of the Regulations that begins on a day."""
    entries = {str(each.entry.id): each for each in shown(recorded(body), viewer=viewer)}
    records = [record_of(each.entry, each.entered, reference=key) for key, each in entries.items()]
    named = [standing.organisation for standing in _standing_on(body, viewer.on)]
    last = min(viewer.on, year_of_regulations(year).ends_on)
    found = lines(asked_of(body, on=last), records, year=year, on=viewer.on, authorities=named)
    return Calendar(year_of_regulations(year), found, entries)


def asked_of(body: Body, *, on: date | None = None) -> list[Duty]:
    """List the duties that are kept for a body: all for a strategy group, those of the council for a board.

    On a day, without those that are asked only where there are several of a type in the area, and there are not.
    """
    who = WHO_OF.get(body.kind, frozenset())
    types = [standing.type for standing in _standing_on(body, on)] if on else []
    alone = {duty for duty, kind in WHERE_SEVERAL.items() if types and types.count(kind) < 2}
    return [duty for duty in duties().values() if duty.who in who and duty.id not in alone]


def entered_of(entry: DutyEntry) -> dict[str, Value]:
    """Read what was entered."""
    return as_entered(duties()[entry.duty], entry.entered)


def shown(entries: Sequence[DutyEntry], *, viewer: Viewer) -> list[Shown]:
    """Read what was entered, with the decisions that exist for the viewer."""
    seen = decisions_seen(entries, viewer=viewer)
    return [
        Shown(
            entry,
            duties()[entry.duty],
            entered_of(entry),
            entry.decision if entry.decision_id in seen else None,
        )
        for entry in entries
        if entry.duty in duties()
    ]


def records_of(body: Body) -> list[DutyRecord]:
    """Give everything that stands about the duties of a body as the checks look at it."""
    known = (entry for entry in recorded(body) if entry.duty in duties())
    return [record_of(entry, entered_of(entry), reference=str(entry.id)) for entry in known]


def record_of(entry: DutyEntry, entered: Mapping[str, Value], *, reference: str) -> DutyRecord:
    """Give an entry as the checks look at it."""
    return DutyRecord(entry.duty, entered, entry.year, entry.is_done, entry.until_on, reference)


def recorded(body: Body, *, duty: Duty | None = None, withdrawn: bool = False) -> Sequence[DutyEntry]:
    """List what was recorded about the duties of a body, or one of them, newest first."""
    found = sa.select(DutyEntry).where(DutyEntry.body_id == body.id)
    if duty is not None:
        found = found.where(DutyEntry.duty == duty.id)
    if not withdrawn:
        found = found.where(DutyEntry.withdrawn_at.is_(None))
    return db.session.scalars(found.options(*_shown_by()).order_by(DutyEntry.id.desc())).all()


def decisions_seen(entries: Iterable[DutyEntry], *, viewer: Viewer) -> frozenset[int]:
    """Tell which of the decisions that show these entries exist for the viewer."""
    named = {entry.decision_id for entry in entries if entry.decision_id}
    seen = visible_decisions(viewer).with_only_columns(Decision.id).where(Decision.id.in_(named))
    return frozenset(db.session.scalars(seen))


def authorities(body: Body, *, first: date, last: date) -> dict[str, str]:
    """Name the responsible authorities of a body's area in these days, and say from or until when where not in all."""
    area = area_of(body)
    held = [each for each in standings(area) if overlaps(each, first, last)] if area else []
    return {each.organisation: _named(each, first, last) for each in held}


def _standing_on(body: Body, on: date) -> list[Standing]:
    area = area_of(body)
    return responsible_authorities(area, on) if area else []


def _named(standing: Standing, first: date, last: date) -> str:
    since = f" from {day_words(standing.from_on)}" if standing.from_on > first else ""
    until = f" until {day_words(standing.to_on)}" if standing.to_on and standing.to_on < last else ""
    return f"{standing.organisation}{since}{until}"


def overlaps(standing: Standing, first: date, last: date) -> bool:
    """Tell whether a body owed the duty on any of these days."""
    return standing.from_on <= last and (standing.to_on is None or standing.to_on >= first)


def decisions_until(body: Body, *, on: date, viewer: Viewer) -> Sequence[Decision]:
    """List the latest decisions that a body had taken by a day, for one to be named as what met a duty."""
    seen = visible_decisions(viewer).where(Decision.body_id == body.id, Decision.on <= on)
    newest = seen.order_by(Decision.on.desc(), Decision.id.desc()).limit(MOST_CHOICES)
    return db.session.scalars(newest.options(contains_eager(Decision.minute).contains_eager(Minute.meeting))).all()


def meetings_until(body: Body, *, on: date) -> Sequence[Meeting]:
    """List the latest meetings of a body by a day, for one to be named as where a duty was met."""
    held = sa.select(Meeting).where(Meeting.body_id == body.id, Meeting.on <= on)
    return db.session.scalars(held.order_by(Meeting.on.desc(), Meeting.id.desc()).limit(MOST_CHOICES)).all()
