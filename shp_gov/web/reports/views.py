"""One report: what it says, where it is on its way, and what comes next."""

from flask import render_template
from flask.typing import ResponseReturnValue

from shp_gov import documents, queries, reading_log
from shp_gov.domain.permissions import Permission
from shp_gov.models import Report, ReportSource
from shp_gov.queries.reports import VersionAsked
from shp_gov.web.access import permissions_towards, public, requires, viewer
from shp_gov.web.files.views import download
from shp_gov.web.forms import Form
from shp_gov.web.papers.views import PDF, WORD, sent
from shp_gov.web.reports import page
from shp_gov.web.reports.blueprint import blueprint


@blueprint.get("/reports/<int:report_id>")
@public(of=queries.reports.get)
def show(report: Report) -> ResponseReturnValue:
    """Show a report: to everybody what it says, to those who work on it what comes next."""
    _note(report)
    may = permissions_towards(report)
    return render_template(
        "reports/show.html",
        body=report.meeting.body,
        report=report,
        paper=queries.papers.report(report, viewer=viewer()),
        appendices=queries.private.appendices(report, viewer=viewer()),
        may=may,
        today=viewer().on,
        work=page.work(report, may) if Permission.WRITE_REPORT in may else None,
        one=Form(formdata=None),
    )


def _note(report: Report) -> None:
    """Write down who reads what is private."""
    if report.is_private:
        reading_log.note(viewer(), "report", report.id)


@blueprint.get("/reports/<int:report_id>/report.pdf")
@public(of=queries.reports.get)
def printed(report: Report) -> ResponseReturnValue:
    """Print a report in house style; one that came as a PDF and is published is given as it is in the pack."""
    _note(report)
    if report.source is ReportSource.PDF and report.document is not None and report.published_at is not None:
        return download(report.document)
    paper = queries.papers.report(report, viewer=viewer())
    return sent(documents.report.render(paper), PDF, f"report-{report.id}")


@blueprint.get("/reports/<int:report_id>/report.docx")
@public(of=queries.reports.get)
def written(report: Report) -> ResponseReturnValue:
    """Write a report as a Word file."""
    _note(report)
    paper = queries.papers.report(report, viewer=viewer())
    return sent(documents.docx.report(paper), WORD, f"report-{report.id}")


@blueprint.get("/reports/<int:report_id>/template.docx")
@requires(Permission.WRITE_REPORT, of=queries.reports.get)
def template(report: Report) -> ResponseReturnValue:
    """Give the house template with what is known filled in."""
    paper = queries.papers.report(report, viewer=viewer())
    return sent(documents.docx.report_template(paper), WORD, f"report-template-{report.id}")


@blueprint.get("/reports/<int:report_id>/versions/<int:version_number>")
@requires(Permission.WRITE_REPORT, of=queries.reports.version)
def version(asked: VersionAsked) -> ResponseReturnValue:
    """Read a version as it was handed in."""
    return render_template(
        "reports/version.html", body=asked.report.meeting.body, report=asked.report, version=asked.version
    )
