"""Reports, from being asked for to being in the pack: who writes, what was submitted, who cleared it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import guards
from shp_gov.domain.fingerprint import fingerprint
from shp_gov.domain.report_sections import (
    Contents,
    ReportRefused,
    require_all_confirmed,
    require_cleared,
    require_complete,
    require_fits,
)
from shp_gov.domain.words import long_day
from shp_gov.domain.workflows import REPORT, MeetingState, ReportState
from shp_gov.models import (
    AgendaItem,
    Clearance,
    ClearanceOf,
    Meeting,
    Person,
    Report,
    ReportSource,
    ReportVersion,
)
from shp_gov.notifications import report_outbox
from shp_gov.queries import officers
from shp_gov.queries import reports as queries
from shp_gov.services import report_words
from shp_gov.services.report_chasing import WITH_THE_AUTHOR

OVER = (MeetingState.IN_PROGRESS, MeetingState.CLOSED, MeetingState.CANCELLED)
LONGEST_ASKED = 2_000


@dataclass(frozen=True)
class Wanted:
    """What is asked of an author: the words of the request, the day, whose report it is, who clears it."""

    asked_for: str = ""
    due_on: date | None = None
    report_of: str = ""
    clearances: tuple[ClearanceOf, ...] = ()
    clear_by: date | None = None


def request(item: AgendaItem, *, author: Person, wanted: Wanted, actor: Actor) -> Report:
    """Ask somebody for the report to an item."""
    position = _next_position(item.meeting)
    _require_can_be_asked(item, wanted)
    report = Report(
        meeting=item.meeting,
        agenda_item=item,
        position=position,
        subject=item.title,
        report_of=wanted.report_of.strip() or item.presenter,
        is_exempt=item.is_exempt,
        state=ReportState.REQUESTED,
        source=ReportSource.FORM,
        author=author,
        asked_for=wanted.asked_for.strip() or None,
        requested_on=clock.today(),
        due_on=wanted.due_on,
        clearances=[_asked(of, wanted.clear_by) for of in wanted.clearances],
    )
    item.needs_report = True
    db.session.add(report)
    report_outbox.report_requested(report)
    _record("report.requested", report, actor, words={"subject": report.subject}, author=author.id, due=wanted.due_on)
    return report


def _asked(of: ClearanceOf, due_on: date | None) -> Clearance:
    return Clearance(of=of, asked_on=clock.today(), due_on=due_on)


def _require_can_be_asked(item: AgendaItem, wanted: Wanted) -> None:
    if item.meeting.state in OVER:
        raise ReportRefused(f"The meeting is {item.meeting.state}. No report can be asked for.")
    if item.withdrawn_because is not None:
        raise ReportRefused("This item was withdrawn. No report can be asked for.")
    if any(report.published_at is None for report in queries.of_item(item)):
        raise ReportRefused("A report is asked for already. Open it to remind its author or to change the date.")
    if len(wanted.asked_for) > LONGEST_ASKED:
        raise ReportRefused(f"Say what is wanted in {LONGEST_ASKED:,} characters or fewer.")
    require_due(wanted.due_on, item.meeting)


def require_due(due_on: date | None, meeting: Meeting) -> None:
    """Refuse a day for a report that is over, or after its meeting."""
    if due_on is not None and due_on < clock.today():
        raise ReportRefused(f"{long_day(due_on)} is over. Give today or a later day.")
    if due_on is not None and due_on > meeting.on:
        raise ReportRefused(f"The meeting is on {long_day(meeting.on)}. Give a day before it.")


def _next_position(meeting: Meeting) -> int:
    """Give the next place among the reports of a meeting, and hold the meeting so that nobody else is given it."""
    db.session.flush()
    db.session.execute(sa.select(Meeting.id).where(Meeting.id == meeting.id).with_for_update())
    db.session.refresh(meeting, ["state"])
    last = sa.select(sa.func.max(Report.position)).where(Report.meeting_id == meeting.id)
    return (db.session.scalar(last) or 0) + 1


def change_request(report: Report, *, author: Person, due_on: date | None, asked_for: str, actor: Actor) -> None:
    """Ask somebody else, for another day, or for something else."""
    take_open(report)
    if due_on != report.due_on:
        require_due(due_on, report.meeting)
    before = (report.author_id, report.due_on, report.asked_for)
    report.author, report.due_on, report.asked_for = author, due_on, asked_for.strip() or None
    guards.require_change(before == (author.id, due_on, report.asked_for), what="what is asked for")
    if report.state in WITH_THE_AUTHOR:
        report_outbox.report_requested(report)
    _record("report.request_changed", report, actor, author=author.id, due=due_on)


def follow(item: AgendaItem, *, was: str, actor: Actor) -> None:
    """Call the reports to an item as it is called by now: those still with their author, under no name of their own."""
    for report in queries.of_item(item) if item.title != was else ():
        take(report)
        if report.state in WITH_THE_AUTHOR and report.published_at is None and report.subject == was:
            report.subject = item.title
            report.edits += 1
            _record("report.renamed", report, actor, words={"subject": report.subject}, edits=report.edits)


def draft(report: Report, contents: Contents, *, seen: int, actor: Actor) -> None:
    """Save what its author has so far. Somebody else's words are never written over."""
    require_fits(contents)
    _require_latest(report, seen)
    report.state = ReportState(REPORT.target("draft", report.state))
    report_words.write(report, contents)
    _record("report.drafted", report, actor, words={"subject": contents.subject}, edits=report.edits)


def _require_latest(report: Report, seen: int) -> None:
    """Hold the report, and refuse words written on a page that is older than what stands now."""
    take_open(report)
    guards.require_unchanged(seen, report.edits, news="Somebody else saved this report meanwhile.")


def take(report: Report) -> None:
    """Hold a report until this transaction ends, as it stands now."""
    db.session.flush()
    db.session.execute(sa.select(Report.id).where(Report.id == report.id).with_for_update())
    db.session.refresh(report)


def take_open(report: Report) -> None:
    """Hold a report until this transaction ends, and refuse one that is published by now."""
    take(report)
    require_not_published(report)


def submit(report: Report, *, note: str = "", actor: Actor) -> ReportVersion:
    """Hand a report in: this version is kept as it is."""
    take_open(report)
    contents = report_words.contents_of(report)
    require_complete(contents, is_pdf=report.source is ReportSource.PDF)
    require_all_confirmed([each.is_confirmed for each in report.recommendations])
    report.state = ReportState(REPORT.target("submit", report.state))
    report.submitted_at, report.returned_because = clock.now(), None
    for clearance in report.clearances:
        clearance.refused_because = None
    version = keep_version(report, note=note, actor=actor)
    checking = officers.of_body(report.meeting.body_id, on=clock.today())
    report_outbox.report_submitted(version, to=[each for each in checking if each.id != actor.user_id])
    _record("report.submitted", report, actor, version=version.number, sha256=version.sha256)
    return version


def keep_version(report: Report, *, note: str, actor: Actor) -> ReportVersion:
    """Keep a report as it stands under the next number."""
    report.version += 1
    contents = report_words.contents_of(report).as_json()
    file = report.document.sha256 if report.document else None
    version = ReportVersion(
        report=report,
        number=report.version,
        contents=contents,
        sha256=fingerprint({**contents, "file": file}),
        document=report.document,
        note=note.strip() or None,
        made_at=clock.now(),
        made_by=actor.name,
    )
    db.session.add(version)
    return version


def return_(report: Report, *, because: str, actor: Actor) -> None:
    """Send a report back to its author with a reason. Who cleared it is asked again."""
    said = guards.require_words(because, what="a reason, so that its author knows what to change")
    take_open(report)
    report.state = ReportState(REPORT.target("return", report.state))
    report.returned_because = said
    for clearance in report.clearances:
        clearance.given_on = clearance.given_by = None
    report_outbox.report_returned(report)
    _record("report.returned", report, actor, words={"because": said})


def clear(report: Report, *, actor: Actor) -> None:
    """Say that everybody who must clear a report has."""
    take(report)
    require_all_confirmed([each.is_confirmed for each in report.recommendations])
    waiting = [each.of.value for each in report.clearances if not each.given_on and not each.refused_because]
    require_cleared(waiting, [each.of.value for each in report.clearances if each.refused_because])
    report.state = ReportState(REPORT.target("clear", report.state))
    _record("report.cleared", report, actor, by=[each.of.value for each in report.clearances])


def make_ready(report: Report, *, actor: Actor) -> None:
    """Let a cleared report go into the pack."""
    take(report)
    report.state = ReportState(REPORT.target("make_ready", report.state))
    _record("report.made_ready", report, actor, version=report.version)


def release(reports: Collection[Report], *, actor: Actor, at: datetime | None = None) -> None:
    """Let everybody who may read them read these reports, from the moment at which the pack that has them is out."""
    for report in reports:
        if report.published_at is None and report.state is ReportState.READY:
            take(report)
            if report.state is not ReportState.READY:
                raise ReportRefused(f"“{report.subject}” was sent back meanwhile. Look at the papers again.")
            report.published_at = at or clock.now()
            _record("report.published", report, actor, version=report.version)


def require_not_published(report: Report) -> None:
    """Refuse to change a report that people have read."""
    if report.published_at is not None:
        raise ReportRefused(
            "This report is published and does not change. Ask for another report to the same item, "
            "and publish it in a supplement."
        )


def _record(
    event: str, report: Report, actor: Actor, *, words: dict[str, str | None] | None = None, **facts: object
) -> None:
    audit.record(event, report, actor=actor, body_id=report.meeting.body_id, words=words, **facts)
