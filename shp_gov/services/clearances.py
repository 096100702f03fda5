"""Who must clear a report, and what they said."""

from datetime import date
from typing import Any

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import guards
from shp_gov.domain.report_sections import ReportRefused
from shp_gov.domain.words import long_day
from shp_gov.domain.workflows import ReportState
from shp_gov.models import Clearance, ClearanceOf, Report
from shp_gov.services.reports import take_open

OPEN_TO_CLEARANCE = (ReportState.SUBMITTED, ReportState.CLEARED)


def ask(report: Report, of: ClearanceOf, *, due_on: date | None, actor: Actor) -> Clearance:
    """Say that somebody must clear a report too."""
    take_open(report)
    if any(each.of is of for each in report.clearances):
        raise ReportRefused(f"It is with {of} already.")
    if report.state is ReportState.READY:
        raise ReportRefused("This report is ready. Return it first.")
    clearance = Clearance(report_id=report.id, of=of, asked_on=clock.today(), due_on=due_on)
    report.clearances.append(clearance)
    if report.state is ReportState.CLEARED:
        report.state = ReportState.SUBMITTED
    _record("clearance.asked", clearance, report, actor, due=due_on)
    return clearance


def give(clearance: Clearance, *, by: str, on: date, actor: Actor) -> None:
    """Write down who cleared a report, and when."""
    report = _open(clearance)
    name = guards.require_words(by, what="who cleared it", longest=200)
    if on > clock.today():
        raise ReportRefused(f"{long_day(on)} is still to come. Give the day it was cleared.")
    clearance.given_on, clearance.given_by, clearance.refused_because = on, name, None
    _record("clearance.given", clearance, report, actor, by=name, on=on)


def refuse(clearance: Clearance, *, because: str, actor: Actor) -> None:
    """Write down that somebody did not clear a report, and why."""
    report = _open(clearance)
    clearance.refused_because = guards.require_words(because, what="what they said")
    clearance.given_on = clearance.given_by = None
    report.state = ReportState.SUBMITTED
    _record("clearance.refused", clearance, report, actor)


def drop(clearance: Clearance, *, because: str, actor: Actor) -> None:
    """Say that somebody need not clear a report after all, and why."""
    report = clearance.report
    take_open(report)
    said = guards.require_words(because, what="a reason")
    _record("clearance.dropped", clearance, report, actor, because=said)
    report.clearances.remove(clearance)
    db.session.delete(clearance)


def _open(clearance: Clearance) -> Report:
    """Hold the report, and refuse an answer about one that is not there to be cleared."""
    report = clearance.report
    take_open(report)
    if report.state not in OPEN_TO_CLEARANCE:
        raise ReportRefused(f"It cannot be cleared now: it is {report.state}.")
    return report


def _record(event: str, clearance: Clearance, report: Report, actor: Actor, **facts: Any) -> None:
    audit.record(event, clearance, actor=actor, body_id=report.meeting.body_id, of=clearance.of.value, **facts)
