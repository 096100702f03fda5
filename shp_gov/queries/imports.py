"""Packs that were read, what they asked, and what they are to be matched with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, selectinload

from shp_gov.database import db
from shp_gov.domain.workflows import ImportState, ProposalState
from shp_gov.models import (
    AgendaItem,
    Appointment,
    Attendance,
    Body,
    Correction,
    Decision,
    Import,
    Interest,
    KnownAs,
    Meeting,
    Minute,
    Organisation,
    Person,
    ProposedAction,
    Provenance,
    Question,
    Report,
    Seat,
    Sighting,
    Statement,
)
from shp_gov.queries import wanted

MINUTES_LATE_BY = 60


@dataclass(frozen=True)
class Counts:
    """How much the register holds of a body."""

    people: int
    organisations: int
    seats: int
    appointments: int
    meetings: int
    agenda_items: int
    reports: int
    attendances: int
    minutes: int
    decisions: int
    proposals: int


def counts(body: Body | None) -> Counts:
    """Count what the register holds of a body, and all its organisations, in one statement."""
    number = body.id if body is not None else 0
    of_meetings = (AgendaItem, Report, Attendance, Minute)
    held = [_count(model).where(Meeting.body_id == number, model.meeting_id == Meeting.id) for model in of_meetings]
    items, reports, attendances, minutes = held
    people = sa.select(sa.func.count(sa.distinct(KnownAs.person_id))).where(KnownAs.body_id == number)
    appointments = _count(Appointment).where(Seat.id == Appointment.seat_id, Seat.body_id == number)
    own = [_count(model).where(model.body_id == number) for model in (Meeting, Decision, ProposedAction)]
    seats = _count(Seat).where(Seat.body_id == number)
    first = (people, _count(Organisation), seats, appointments, own[0])
    columns = (column.scalar_subquery() for column in (*first, items, reports, attendances, minutes, *own[1:]))
    return Counts(*db.session.execute(sa.select(*columns)).one())


def _count(model: Any) -> sa.Select[int]:
    return sa.select(sa.func.count(model.id))


def find(sha256: str) -> Import | None:
    """Find a pack by its hash: the same file is the same import."""
    found = sa.select(Import).where(Import.sha256 == sha256)
    return db.session.scalars(found.options(selectinload(Import.corrections))).one_or_none()


def accepted(body: Body) -> Sequence[Import]:
    """List the packs of a body that are in the register, oldest acceptance first."""
    found = sa.select(Import).where(Import.body_id == body.id, Import.state == ImportState.ACCEPTED)
    return db.session.scalars(found.order_by(Import.accepted_at, Import.id)).all()


def in_the_register() -> Iterator[Import]:
    """Go through every pack in the register, of whatever body."""
    found = sa.select(Import).where(Import.state == ImportState.ACCEPTED).options(selectinload(Import.corrections))
    return iter(db.session.scalars(found.order_by(Import.id), execution_options={"yield_per": 50}))


def corrected(body: Body, path: str) -> Sequence[Import]:
    """List the accepted packs of a body in which an officer corrected this place."""
    found = sa.select(Import).join(Import.corrections).where(Correction.path == path, Import.body_id == body.id)
    return db.session.scalars(found.where(Import.state == ImportState.ACCEPTED)).all()


def meetings_on(body: Body, *days: date) -> Sequence[Meeting]:
    """List the meetings of a body on some days."""
    return db.session.scalars(sa.select(Meeting).where(Meeting.body_id == body.id, Meeting.on.in_(days))).all()


def meeting_of(held: Sequence[Meeting], *, on: date, planned: time | None, actual: time | None) -> Meeting | None:
    """Find, among some meetings, the one that an agenda calls, or that minutes tell of."""
    near = [(apart, row) for row in held if row.on == on and (apart := _apart(row, planned, actual)) is not None]
    return min(near, key=lambda found: (found[0], found[1].id))[1] if near else None


def _apart(meeting: Meeting, planned: time | None, actual: time | None) -> int | None:
    """Tell how many minutes lie between, or nothing where these are two meetings. Two plans must agree."""
    for one, other in ((planned, meeting.starts_at), (actual, meeting.started_at)):
        if one is not None and other is not None:
            return 0 if one == other else None
    ours, theirs = planned or actual, meeting.starts_at or meeting.started_at
    apart = abs(_minutes(ours) - _minutes(theirs)) if ours and theirs else 0
    return apart if apart <= MINUTES_LATE_BY else None


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def meetings(body: Body) -> Sequence[Meeting]:
    """List all meetings of a body, oldest first."""
    found = sa.select(Meeting).where(Meeting.body_id == body.id)
    return db.session.scalars(found.order_by(Meeting.on, Meeting.starts_at, Meeting.id)).all()


def has_reports(meeting: Meeting) -> bool:
    """Tell whether the reports to a meeting are there."""
    return db.session.scalar(sa.select(Report.id).where(Report.meeting_id == meeting.id).limit(1)) is not None


def has_declarations(meeting: Meeting) -> bool:
    """Tell whether the declarations made at a meeting are there."""
    return db.session.scalar(sa.select(Interest.id).where(Interest.meeting_id == meeting.id).limit(1)) is not None


def questions(body: Body) -> Sequence[Question]:
    """List every question the packs of a body raised, answered or not."""
    found = sa.select(Question).join(Question.pack).where(Import.body_id == body.id)
    return db.session.scalars(found.order_by(Question.id)).all()


def open_questions(body: Body) -> Sequence[Question]:
    """List the questions about a body that wait for an answer."""
    found = sa.select(Question).join(Question.pack).where(Import.body_id == body.id, Question.answer.is_(None))
    return db.session.scalars(found.order_by(Question.printed, Question.id)).all()


def candidates(question: Question) -> Sequence[Person] | Sequence[Organisation]:
    """List the people, or the organisations, that a question may be about."""
    return wanted.candidates(question.kind, question.about, question.pack.body_id)


def waiting_proposals(body: Body) -> Sequence[tuple[ProposedAction, date]]:
    """List the proposals of a body that no officer has answered, each with the day of its decision."""
    found = sa.select(ProposedAction, Decision.on).join(ProposedAction.decision)
    waiting = found.where(ProposedAction.body_id == body.id, ProposedAction.state == ProposalState.PROPOSED)
    return [(proposal, on) for proposal, on in db.session.execute(waiting.order_by(ProposedAction.id))]


def minutes_and_items(body: Body) -> list[tuple[list[Minute], list[AgendaItem]]]:
    """List the minutes and the agenda items of each meeting where some minute has no item yet."""
    waits = sa.select(Minute.meeting_id).where(Minute.agenda_item_id.is_(None))
    items = sa.select(AgendaItem).join(AgendaItem.meeting).where(Meeting.body_id == body.id, Meeting.id.in_(waits))
    of_meeting: dict[int, list[AgendaItem]] = {}
    for item in db.session.scalars(items.order_by(AgendaItem.position)):
        of_meeting.setdefault(item.meeting_id, []).append(item)
    minutes = sa.select(Minute).where(Minute.meeting_id.in_(of_meeting)).order_by(Minute.position)
    rows = db.session.scalars(minutes).all()
    return [([row for row in rows if row.meeting_id == number], found) for number, found in of_meeting.items()]


def statements_on(body: Body, on: date) -> Sequence[Statement]:
    """List what packs state in passing on a day."""
    return db.session.scalars(sa.select(Statement).where(Statement.body_id == body.id, Statement.on == on)).all()


def sightings_on(body: Body, on: date) -> Sequence[Sighting]:
    """List the lines of a body's list of members of one day, in its order."""
    found = sa.select(Sighting).where(Sighting.body_id == body.id, Sighting.on == on)
    return db.session.scalars(found.order_by(Sighting.id)).all()


def declared(body: Body) -> list[tuple[Interest, Meeting]]:
    """List the declarations of interest that papers of a body printed, each with its meeting."""
    found = sa.select(Interest).join(Interest.meeting).where(Meeting.body_id == body.id)
    printed = found.where(Interest.provenance == Provenance.IMPORTED)
    loaded = contains_eager(Interest.meeting)
    printed = printed.options(loaded.selectinload(Meeting.minutes), loaded.selectinload(Meeting.agenda_items))
    return [(interest, interest.meeting) for interest in db.session.scalars(printed.order_by(Interest.id))]
