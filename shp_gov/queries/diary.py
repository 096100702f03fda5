"""The diary of an officer: the meetings of all their bodies, what is on the same day, and who is expected."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov.clock import LONDON
from shp_gov.database import db
from shp_gov.domain.bank_holidays import FIRST_YEAR, bank_holidays
from shp_gov.domain.clear_days import Basis, last_publication
from shp_gov.domain.diary import Clash, Slot, is_same_place, overlap, usual_next
from shp_gov.domain.permissions import Role, Viewer
from shp_gov.domain.series import Looked
from shp_gov.models import (
    AccessRegime,
    Appointment,
    AuditEvent,
    Body,
    Meeting,
    MeetingChange,
    Office,
    Person,
    Reply,
    Report,
    RoleHeld,
    Seat,
    Substitution,
    User,
)
from shp_gov.queries import officers
from shp_gov.queries.actions import NOT_HELD, held_on

Expected = list[Person | User]
RECENT = 3


@dataclass(frozen=True)
class Entry:
    """A meeting in the diary, and the last day on which its papers can be put out."""

    meeting: Meeting
    publish_by: date | None


@dataclass(frozen=True)
class Next:
    """A body, its latest meeting, and when the next would be: as that meeting fixed it, otherwise as is usual."""

    body: Body
    last: Meeting | None
    coming: Meeting | None
    usual: date | None

    @property
    def is_fixed(self) -> bool:
        """Tell whether the latest meeting fixed the day."""
        return self.last is not None and self.usual is not None and self.last.next_on == self.usual


def bodies(viewer: Viewer) -> Sequence[Body]:
    """List the bodies that the viewer serves as an officer, by name."""
    mine = sa.select(Body).where(Body.id.in_(viewer.bodies(Role.OFFICER)))
    return db.session.scalars(mine.order_by(Body.parent_id.is_not(None), Body.name)).all()


def between(body_ids: Sequence[int], first: date, last: date) -> list[Entry]:
    """List the meetings of some bodies from one day to another, in their order."""
    within = sa.select(Meeting).where(Meeting.body_id.in_(body_ids), Meeting.on.between(first, last))
    rows = within.options(joinedload(Meeting.body)).order_by(Meeting.on, Meeting.starts_at, Meeting.id)
    return [Entry(meeting, publish_by(meeting.body, meeting.on)) for meeting in db.session.scalars(rows)]


def page(
    body_ids: Sequence[int], *, on: date, past: bool = False, number: int = 1, size: int = 25
) -> tuple[list[Entry], int]:
    """List a page of the meetings still to come, the soonest first, or of those there were, the latest first."""
    when = Meeting.on < on if past else Meeting.on >= on
    wanted = sa.select(Meeting).where(Meeting.body_id.in_(body_ids), when)
    total = db.session.scalar(sa.select(sa.func.count()).select_from(wanted.subquery())) or 0
    order: list[Any] = [Meeting.on.desc(), Meeting.id.desc()] if past else [Meeting.on, Meeting.starts_at, Meeting.id]
    rows = wanted.options(joinedload(Meeting.body)).order_by(*order).limit(size).offset((number - 1) * size)
    found = db.session.scalars(rows)
    return [Entry(each, None if past else publish_by(each.body, each.on)) for each in found], total


def publish_by(body: Body, on: date) -> date | None:
    """Tell the last day to publish for a meeting, by what its body counts; none where no rule of notice binds it."""
    if body.access_regime is AccessRegime.NONE or on.year < FIRST_YEAR:
        return None
    basis = body.clear_days_basis or Basis.WORKING
    return last_publication(on, basis=basis, as_is=body.papers_count_as_is)


def calling(meeting_id: Any) -> sa.Select[Any]:
    """Select when a meeting was put into the diary; nothing of one that was entered or read from a pack."""
    acts = sa.select(sa.func.min(AuditEvent.at)).where(AuditEvent.event == "meeting.called")
    return acts.where(AuditEvent.subject_type == Meeting.__tablename__, AuditEvent.subject_id == meeting_id)


def day_of(called_at: datetime | None) -> date | None:
    """Give the day in England on which a meeting was put into the diary."""
    return called_at.astimezone(LONDON).date() if called_at else None


def following(rows: Sequence[Body], *, on: date) -> list[Next]:
    """Tell of each body its latest meeting, the next in the diary, and when one more would usually be."""
    place = sa.func.row_number().over(partition_by=Meeting.body_id, order_by=(Meeting.on.desc(), Meeting.id.desc()))
    ranked = sa.select(Meeting.id, place.label("place"))
    ranked = ranked.where(Meeting.body_id.in_([body.id for body in rows]), Meeting.state.not_in(NOT_HELD))
    latest = ranked.subquery()
    wanted = sa.select(Meeting).join(latest, latest.c.id == Meeting.id).where(latest.c.place <= RECENT + 1)
    found = db.session.scalars(wanted.order_by(Meeting.on, Meeting.id)).all()
    return [_next(body, [meeting for meeting in found if meeting.body_id == body.id], on) for body in rows]


def _next(body: Body, meetings: Sequence[Meeting], on: date) -> Next:
    last = meetings[-1] if meetings else None
    usual = usual_next([meeting.on for meeting in meetings], after=on)
    coming = next((meeting for meeting in meetings if meeting.on >= on), None)
    return Next(body, last, coming, (_fixed_by(last, on) if last else None) or usual)


def _fixed_by(last: Meeting, on: date) -> date | None:
    """Give the day that the latest meeting fixed for the next, where it is still to come."""
    return last.next_on if last.next_on and last.next_on > last.on and last.next_on >= on else None


def clashes(body: Body, slots: Iterable[Slot], *, but: Meeting | None = None) -> dict[Slot, list[Clash]]:
    """Find what other bodies do on the days of some meetings, where they share people or the place."""
    asked = list(slots)
    others = _others(body, {slot.on for slot in asked}, but)
    shared = _shared(body, others) if others else {}
    found = {slot: [_clash(slot, other, shared) for other in others if other.on == slot.on] for slot in asked}
    return {slot: [clash for clash in rows if clash.people or clash.is_same_place] for slot, rows in found.items()}


def look(body: Body, slots: Sequence[Slot]) -> list[Looked]:
    """Look at each day of a year that is planned: what speaks against it, and until when to publish."""
    found = clashes(body, slots)
    there = sa.select(Meeting.on).where(Meeting.body_id == body.id, Meeting.state.not_in(NOT_HELD))
    days = set(db.session.scalars(there.where(Meeting.on.in_([slot.on for slot in slots]))))
    return [
        Looked(
            slot,
            publish_by(body, slot.on),
            bank_holidays(slot.on.year).get(slot.on, "") if slot.on.year >= FIRST_YEAR else "",
            slot.on in days,
            tuple(found[slot]),
        )
        for slot in slots
    ]


def _others(body: Body, days: set[date], but: Meeting | None) -> Sequence[Meeting]:
    rows = sa.select(Meeting).where(Meeting.on.in_(days), Meeting.state.not_in(NOT_HELD))
    rows = rows.where(Meeting.id != (but.id if but else 0), Meeting.body_id != body.id)
    return db.session.scalars(rows.options(joinedload(Meeting.body)).order_by(Meeting.on, Meeting.starts_at)).all()


def _clash(slot: Slot, other: Meeting, shared: dict[int, list[str]]) -> Clash:
    there = Slot(other.on, other.starts_at, other.ends_at, other.venue)
    same_time = overlap(slot, there)
    same_place = is_same_place(slot.venue, there.venue)
    return Clash(other.body.name, there, shared.get(other.body_id, []), same_place, same_time)


def _shared(body: Body, others: Sequence[Meeting]) -> dict[int, list[str]]:
    """Name the people who sit on a body, or serve it, and on others too, on the days of these meetings."""
    days = [meeting.on for meeting in others]
    rows = db.session.execute(_belonging({body.id, *(meeting.body_id for meeting in others)}, min(days), max(days)))
    found: dict[int, dict[tuple[str, int], str]] = {}
    for body_id, kind, number, name in rows:
        found.setdefault(body_id, {})[kind, number] = name
    mine = found.pop(body.id, {})
    return {body_id: sorted(names[key] for key in names.keys() & mine.keys()) for body_id, names in found.items()}


def _belonging(body_ids: Iterable[int], first: date, last: date) -> sa.CompoundSelect[int, str, int, str]:
    ids = sorted(body_ids)
    seated = sa.select(Seat.body_id, sa.literal("member"), Person.id, Person.name).join(Seat.appointments)
    seated = seated.join(Person, Person.id == Appointment.person_id).where(Seat.body_id.in_(ids))
    seated = seated.where(Appointment.from_on <= last, held_on(first))
    serving = sa.select(RoleHeld.body_id, sa.literal("officer"), User.id, User.name).join(RoleHeld.user)
    serving = serving.where(RoleHeld.body_id.in_(ids), RoleHeld.role == Role.OFFICER, RoleHeld.from_on <= last)
    return seated.union(serving.where(sa.or_(RoleHeld.until_on.is_(None), RoleHeld.until_on >= first)))


def changes_so_far(meeting: Meeting) -> int:
    """Count how often a meeting was changed in the diary: a page that saw fewer is out of date."""
    changes = sa.select(sa.func.count()).select_from(MeetingChange).where(MeetingChange.meeting_id == meeting.id)
    return db.session.scalar(changes) or 0


def expected(meeting: Meeting, *, on: date, but: int | None = None, may_stand_in: bool = False) -> Expected:
    """List whoever reckons with a meeting: its members, who stands in, the authors of its reports, its officers.

    `may_stand_in`: and those who are named to stand in at any meeting.
    """
    held = sa.select(Appointment.person_id).join(Appointment.seat).where(Seat.body_id == meeting.body_id)
    held = held.where(Appointment.from_on <= on, held_on(on))
    office = sa.select(Office.person_id).where(Office.body_id == meeting.body_id, Office.from_on <= on)
    office = office.where(sa.or_(Office.until_on.is_(None), Office.until_on >= on))
    substitutes = sa.select(Reply.substitute_id).where(Reply.meeting_id == meeting.id)
    named = sa.select(Substitution.person_id).where(Substitution.meeting_id == meeting.id)
    named = named.where(Substitution.ended_because.is_(None))
    always = sa.select(Substitution.person_id).join(Substitution.seat).where(Seat.body_id == meeting.body_id)
    always = always.where(sa.literal(may_stand_in), Substitution.meeting_id.is_(None), Substitution.from_on <= on)
    always = always.where(sa.or_(Substitution.until_on.is_(None), Substitution.until_on >= on))
    authors = sa.select(Report.author_id).where(Report.meeting_id == meeting.id)
    wanted = (Person.id.in_(each) for each in (held, office, substitutes, named, always, authors))
    people = db.session.scalars(sa.select(Person).where(sa.or_(*wanted)).order_by(Person.name, Person.id))
    there = list(people)
    known = {person.id for person in there}
    serving = [user for user in officers.of_body(meeting.body_id, on=on) if user.id != but]
    return [*there, *(user for user in serving if user.person_id not in known)]


def history(meeting: Meeting) -> Sequence[MeetingChange]:
    """List what was done to a meeting in the diary, newest first."""
    changes = sa.select(MeetingChange).where(MeetingChange.meeting_id == meeting.id)
    return db.session.scalars(changes.order_by(MeetingChange.id.desc())).all()
