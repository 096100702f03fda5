"""A report as a file: uploaded and read, cleaned, accepted as it is, and its appendices."""

from flask import Response, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.permissions import Permission
from shp_gov.importers import report_file
from shp_gov.models import Document, Report, ReportSource
from shp_gov.queries.reports import FileAsked
from shp_gov.services.evidence import Upload
from shp_gov.services.report_words import contents_of
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.files.views import download
from shp_gov.web.keeping import one_click
from shp_gov.web.reports import page
from shp_gov.web.reports.blueprint import blueprint
from shp_gov.web.reports.forms import AppendixForm, ReasonForm, UploadForm


@blueprint.route("/reports/<int:report_id>/upload", methods=["GET", "POST"])
@requires(Permission.WRITE_REPORT, of=queries.reports.get)
def upload(report: Report) -> ResponseReturnValue:
    """Upload a report; its recommendations are read out and wait to be confirmed."""
    form = UploadForm()
    if form.validate_on_submit():
        with form.refusals():
            warning = _take_in(report, Upload(form.file.data.filename or "", form.file.data.read()))
            result = once.spend(viewer(), url_for(".confirm", report_id=report.id))
            db.session.commit()
            flash("The file is read. Confirm what it recommends.")
            if warning:
                flash(warning, "warning")
            return redirect(result)
    return render_template("reports/upload.html", body=report.meeting.body, report=report, form=form)


def _take_in(report: Report, file: Upload) -> str:
    """Look through a file, read what it shows, and give a warning of what cannot be carried over."""
    document = services.inspecting.take_in(file, is_exempt=report.is_private, actor=actor())
    source = ReportSource.PDF if document.filename.lower().endswith(".pdf") else ReportSource.WORD
    usual = report_file.usual_of(contents_of(report))
    read = report_file.read(_what_it_shows(document), document.filename, usual=usual)
    services.report_files.attach(report, document, source=source, contents=read.contents, actor=actor())
    return read.warning


def _what_it_shows(document: Document) -> bytes:
    """Give the bytes without what is hidden: nothing hidden is ever read out."""
    return services.inspecting.shown(document)


@blueprint.post("/reports/<int:report_id>/clean")
@requires(Permission.WRITE_REPORT, of=queries.reports.get)
def clean(report: Report) -> ResponseReturnValue:
    """Put cleaned copies in the place of the files of a report."""

    def act() -> str:
        services.report_files.clean_files(report, actor=actor())
        return "Cleaned. The copy holds only what it shows."

    return one_click(act, url_for(".show", report_id=report.id))


@blueprint.route("/reports/<int:report_id>/accept", methods=["GET", "POST"])
@requires(Permission.CLEAR_REPORT, of=queries.reports.get)
def accept(report: Report) -> ResponseReturnValue:
    """Accept what the files of a report hold, in one's own name."""
    form = ReasonForm()
    held = [each for each in page.files(report) if services.inspecting.unsettled(each)]
    if form.validate_on_submit():
        with form.refusals():
            for document in held:
                services.inspecting.accept(document, because=form.reason.data or "", actor=actor())
            result = once.spend(viewer(), url_for(".show", report_id=report.id))
            db.session.commit()
            flash("Accepted, with your name and your reason.")
            return redirect(result)
    return render_template("reports/accept.html", body=report.meeting.body, report=report, form=form, held=held)


@blueprint.route("/reports/<int:report_id>/appendices", methods=["GET", "POST"])
@requires(Permission.WRITE_REPORT, of=queries.reports.get)
def appendices(report: Report) -> ResponseReturnValue:
    """Add a paper that goes with a report."""
    form = AppendixForm()
    if form.validate_on_submit():
        with form.refusals():
            file = Upload(form.file.data.filename or "", form.file.data.read())
            title, is_exempt, kept = form.title.data or "", form.is_exempt.data, form.kept()
            services.report_appendices.add(
                report, title=title, file=file, is_exempt=is_exempt, kept=kept, actor=actor()
            )
            result = once.spend(viewer(), url_for(".appendices", report_id=report.id))
            db.session.commit()
            flash(f"“{form.title.data}” is added.")
            return redirect(result)
    return render_template(
        "reports/appendices.html",
        body=report.meeting.body,
        report=report,
        appendices=queries.private.appendices(report, viewer=viewer()),
        form=form,
    )


@blueprint.get("/reports/<int:report_id>/files/<int:document_id>")
@requires(Permission.WRITE_REPORT, of=queries.reports.file)
def file(asked: FileAsked) -> Response:
    """Download a file of a report."""
    return download(asked.document)
