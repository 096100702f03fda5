"""Reports on their way to a meeting, for whoever writes, gathers, clears or reads them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov.database import db
from shp_gov.domain.back_plan import USUAL, Stage, due_on
from shp_gov.domain.permissions import Role, Viewer
from shp_gov.domain.report_sections import PURPOSE
from shp_gov.domain.workflows import ReportState
from shp_gov.models import (
    AgendaItem,
    Appointment,
    BackPlanStep,
    Body,
    Document,
    Meeting,
    Person,
    Report,
    ReportSection,
    ReportVersion,
    RoleHeld,
    Seat,
    User,
)
from shp_gov.queries import private
from shp_gov.queries.people import WITH_POSTS
from shp_gov.queries.visibility import visible_reports

WHOLE = (joinedload(Report.meeting).joinedload(Meeting.body), joinedload(Report.agenda_item))


def get(report_id: int, *, viewer: Viewer) -> Report:
    """Fetch a report. What the viewer may not see does not exist: 404 either way."""
    return db.session.scalars(visible_reports(viewer).where(Report.id == report_id).options(*WHOLE)).one()


def of_item(item: AgendaItem) -> Sequence[Report]:
    """List the reports to one item, oldest first."""
    return db.session.scalars(sa.select(Report).where(Report.agenda_item_id == item.id).order_by(Report.position)).all()


def ready_for(meeting: Meeting) -> Sequence[Report]:
    """List what can go into a pack of a meeting and is in none yet, without what waits with the forward plan."""
    found = sa.select(Report).outerjoin(Report.agenda_item).options(*WHOLE)
    found = found.where(Report.meeting_id == meeting.id, Report.published_at.is_(None))
    found = found.where(Report.forward_plan_entry_id.is_(None))
    found = found.where(Report.state == ReportState.READY, AgendaItem.withdrawn_because.is_(None))
    return db.session.scalars(found.order_by(AgendaItem.position, Report.position)).all()


def purposes(meeting: Meeting) -> dict[int, str]:
    """Give the purpose that the report to each item of a meeting states."""
    asked = sa.select(Report.agenda_item_id, ReportSection.words).join(Report.sections)
    asked = asked.where(Report.meeting_id == meeting.id, ReportSection.key == PURPOSE)
    rows = db.session.execute(asked.order_by(Report.position.desc()))
    return {item_id: words for item_id, words in rows if item_id is not None}


def of_meeting(meeting: Meeting, *, viewer: Viewer) -> Sequence[Report]:
    """List the reports to a meeting that the viewer may see, in the order of the agenda."""
    found = visible_reports(viewer).where(Report.meeting_id == meeting.id).options(*WHOLE)
    found = found.outerjoin(Report.agenda_item).order_by(AgendaItem.position, Report.position)
    return db.session.scalars(found).all()


def versions(report: Report) -> Sequence[ReportVersion]:
    """List the versions of a report that were handed in, newest first."""
    kept = sa.select(ReportVersion).where(ReportVersion.report_id == report.id)
    return db.session.scalars(kept.order_by(ReportVersion.number.desc())).all()


# --- One of its parts ---
@dataclass(frozen=True)
class VersionAsked:
    """One version of a report that the viewer may see."""

    report: Report
    version: ReportVersion

    @property
    def body_id(self) -> int:
        """Give the number of the body whose report it is."""
        return self.report.meeting.body_id


@dataclass(frozen=True)
class FileAsked:
    """One file of a report that the viewer may see."""

    report: Report
    document: Document

    @property
    def body_id(self) -> int:
        """Give the number of the body whose report it is."""
        return self.report.meeting.body_id


@dataclass(frozen=True)
class ItemAsked:
    """An agenda item that a report can be asked for."""

    item: AgendaItem

    @property
    def body_id(self) -> int:
        """Give the number of the body on whose agenda it is."""
        return self.item.meeting.body_id


def version(report_id: int, version_number: int, *, viewer: Viewer) -> VersionAsked:
    """Fetch a version of a report."""
    report = get(report_id, viewer=viewer)
    kept = sa.select(ReportVersion).where(ReportVersion.report_id == report.id, ReportVersion.number == version_number)
    return VersionAsked(report, db.session.scalars(kept).one())


def file(report_id: int, document_id: int, *, viewer: Viewer) -> FileAsked:
    """Fetch a file of a report: one that stands now, that a version had, or that a copy was cleaned from."""
    report = get(report_id, viewer=viewer)
    seen = private.appendices(report, viewer=viewer)
    of_versions = sa.select(ReportVersion.document_id).where(ReportVersion.report_id == report.id)
    known = {report.document_id, *(each.document_id for each in seen), *db.session.scalars(of_versions)}
    before = sa.select(Document.cleaned_from_id).where(Document.id.in_(known - {None}))
    known |= set(db.session.scalars(before))
    found = sa.select(Document).where(Document.id == document_id, Document.id.in_(known - {None}))
    return FileAsked(report, db.session.scalars(found).one())


def item(meeting_id: int, item_id: int, *, viewer: Viewer) -> ItemAsked:
    """Fetch an item of a meeting of a body whose officer the viewer is."""
    found = sa.select(AgendaItem).join(AgendaItem.meeting).where(AgendaItem.id == item_id, Meeting.id == meeting_id)
    found = found.where(Meeting.body_id.in_(viewer.bodies(Role.OFFICER)))
    return ItemAsked(db.session.scalars(found.options(joinedload(AgendaItem.meeting).joinedload(Meeting.body))).one())


# --- Whom to ask, and by when ---
def people_to_ask(body: Body, *, on: date, also: Person | None = None) -> dict[str, str]:
    """Offer those who sit on a body, serve it or have written for it: number to name and post."""
    sitting = sa.select(Appointment.person_id).join(Appointment.seat).where(Seat.body_id == body.id)
    sitting = sitting.where(sa.or_(Appointment.until_on.is_(None), Appointment.until_on >= on))
    serving = sa.select(User.person_id).join(RoleHeld, RoleHeld.user_id == User.id)
    serving = serving.where(RoleHeld.body_id == body.id, User.person_id.is_not(None))
    wrote = sa.select(Report.author_id).join(Report.meeting).where(Meeting.body_id == body.id)
    wrote = wrote.where(Report.author_id.is_not(None))
    known = sa.or_(*(Person.id.in_(each) for each in (sitting, serving, wrote)))
    wanted = sa.or_(known, Person.id == also.id) if also else known
    found = db.session.scalars(sa.select(Person).where(wanted).options(WITH_POSTS).order_by(Person.name)).unique()
    return {str(person.id): _named(person, on) for person in found}


def _named(person: Person, on: date) -> str:
    post = person.post_on(on)
    return f"{person.name_on(on)}, {post.title}" if post and post.title else person.name_on(on)


def person(person_id: int) -> Person:
    """Fetch somebody who was offered."""
    return db.session.get_one(Person, person_id)


def usual_day(meeting: Meeting, stage: Stage) -> date:
    """Find the day by which a stage of a meeting is done, by the plan of its body or else as is usual."""
    planned = sa.select(BackPlanStep.working_days).where(
        BackPlanStep.body_id == meeting.body_id, BackPlanStep.stage == stage
    )
    days = db.session.scalar(planned)
    return due_on(meeting.on, USUAL[stage] if days is None else days)
