"""Reminding everybody whose report is late, at once."""

from collections.abc import Collection
from datetime import date

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.domain import guards
from shp_gov.domain.report_sections import ReportRefused
from shp_gov.domain.words import and_list
from shp_gov.domain.workflows import ReportState
from shp_gov.models import Report
from shp_gov.notifications import report_outbox

WITH_THE_AUTHOR = (ReportState.REQUESTED, ReportState.DRAFTED, ReportState.RETURNED)
USUAL_WORDS = "Send it today, or answer this message with the day you can."


def is_late(report: Report, *, on: date) -> bool:
    """Tell whether a report should have come before this day and its author still has it."""
    return report.state in WITH_THE_AUTHOR and report.due_on is not None and report.due_on < on


def chase(reports: Collection[Report], *, words: str, actor: Actor) -> int:
    """Remind the authors of these reports, and count the reminders."""
    said = guards.require_words(words, what="what the reminder says", longest=1_000)
    today = clock.today()
    late = [report for report in reports if is_late(report, on=today)]
    if not late:
        raise ReportRefused("None of these reports is late any more. Nobody was reminded.")
    if unwritten := [report.subject for report in late if report.author is None]:
        raise ReportRefused(f"Nobody was asked for {and_list(unwritten)}. Say who writes it first.")
    for report in late:
        report_outbox.report_chased(report, words=said, on=today)
        body_id, author = report.meeting.body_id, report.author_id
        audit.record("report.chased", report, actor=actor, body_id=body_id, due=report.due_on, author=author)
    return len(late)
