"""What an officer does with a report that was handed in: return it, write down who cleared it, make it ready."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.permissions import Permission
from shp_gov.domain.report_sections import ReportRefused
from shp_gov.models import ClearanceOf, Report
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.keeping import one_click
from shp_gov.web.reports.blueprint import blueprint
from shp_gov.web.reports.forms import ClearanceForm, ReasonForm


@blueprint.route("/reports/<int:report_id>/return", methods=["GET", "POST"])
@requires(Permission.CLEAR_REPORT, of=queries.reports.get)
def send_back(report: Report) -> ResponseReturnValue:
    """Send a report back to its author with a reason."""
    form = ReasonForm()
    if form.validate_on_submit():
        with form.refusals():
            services.reports.return_(report, because=form.reason.data or "", actor=actor())
            result = once.spend(viewer(), url_for(".show", report_id=report.id))
            db.session.commit()
            flash("Returned. Its author is told why.")
            return redirect(result)
    return render_template("reports/send_back.html", body=report.meeting.body, report=report, form=form)


@blueprint.route("/reports/<int:report_id>/clearances", methods=["GET", "POST"])
@requires(Permission.CLEAR_REPORT, of=queries.reports.get)
def clearances(report: Report) -> ResponseReturnValue:
    """Write down what those said who must clear a report."""
    form = ClearanceForm(data={"on": viewer().on})
    if form.validate_on_submit():
        with form.refusals():
            done = _write_down(report, form)
            result = once.spend(viewer(), url_for(".show", report_id=report.id))
            db.session.commit()
            flash(done)
            return redirect(result)
    return render_template("reports/clearances.html", body=report.meeting.body, report=report, form=form)


def _write_down(report: Report, form: ClearanceForm) -> str:
    of = ClearanceOf(form.of.data)
    if form.said.data == "asked":
        services.clearances.ask(report, of, due_on=None, actor=actor())
        return f"It waits for {of} now."
    clearance = next((each for each in report.clearances if each.of is of), None)
    clearance = clearance or services.clearances.ask(report, of, due_on=None, actor=actor())
    if form.said.data == "refused":
        services.clearances.refuse(clearance, because=form.because.data or "", actor=actor())
        return f"Not cleared by {of}. Return the report to its author."
    if form.on.data is None:
        raise ReportRefused("Enter the day it was cleared.")
    services.clearances.give(clearance, by=form.by.data or "", on=form.on.data, actor=actor())
    return f"Cleared by {of}."


@blueprint.post("/reports/<int:report_id>/ready")
@requires(Permission.CLEAR_REPORT, of=queries.reports.get)
def ready(report: Report) -> ResponseReturnValue:
    """Let a report go into the pack."""

    def act() -> str:
        services.report_files.finish(report, actor=actor())
        return "Ready for the pack."

    return one_click(act, url_for(".show", report_id=report.id))
