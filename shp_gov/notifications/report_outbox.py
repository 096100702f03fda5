"""What must be said of a report on its way: one function for each message. It keeps facts and sends nothing."""

from datetime import date

from shp_gov.models import Report, ReportVersion
from shp_gov.notifications.outbox import Recipients, tell


def report_requested(report: Report) -> None:
    """Ask an author for a report; again if another day is given."""
    if report.author is not None:
        tell("report_requested", report, to=[report.author], due=f"by {report.due_on}")


def report_chased(report: Report, *, words: str, on: date) -> None:
    """Remind an author whose report is late: once a day at most."""
    if report.author is not None:
        tell("report_chased", report, to=[report.author], due=f"chased {on}", words=words)


def report_returned(report: Report) -> None:
    """Tell an author that a report came back, and why: once for each version."""
    if report.author is not None:
        tell("report_returned", report, to=[report.author], due=f"version {report.version}")


def report_submitted(version: ReportVersion, *, to: Recipients) -> None:
    """Tell the officers that a report was handed in."""
    tell("report_submitted", version.report, to=to, due=f"version {version.number}")
