"""Write a report, confirm what was read from a file, hand it in."""

from dataclasses import replace

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.permissions import Permission
from shp_gov.domain.words import plural
from shp_gov.models import Report
from shp_gov.services.report_words import contents_of
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.paging import whole_number
from shp_gov.web.reports.blueprint import blueprint
from shp_gov.web.reports.forms import RecommendationsForm, ReportForm, SubmitForm


@blueprint.route("/reports/<int:report_id>/write", methods=["GET", "POST"])
@requires(Permission.WRITE_REPORT, of=queries.reports.get)
def write(report: Report) -> ResponseReturnValue:
    """Write a report here, part by part."""
    form = ReportForm.of(report)
    if form.validate_on_submit():
        with form.refusals():
            seen = _seen(form.seen.data)
            form.seen.data = str(report.edits)
            services.reports.draft(report, form.contents(report), seen=seen, actor=actor())
            result = once.spend(viewer(), url_for(".show", report_id=report.id))
            db.session.commit()
            flash("Saved. Hand it in when it is complete.")
            return redirect(result)
    return render_template("reports/write.html", body=report.meeting.body, report=report, form=form)


def _seen(typed: str | None) -> int:
    number = whole_number(typed or "")
    return -1 if number is None else number


@blueprint.route("/reports/<int:report_id>/recommendations", methods=["GET", "POST"])
@requires(Permission.WRITE_REPORT, of=queries.reports.get)
def confirm(report: Report) -> ResponseReturnValue:
    """Confirm the recommendations as they were read, or put them right first."""
    form = RecommendationsForm.of(report)
    if form.validate_on_submit():
        with form.refusals():
            seen = _seen(form.seen.data)
            form.seen.data = str(report.edits)
            contents = replace(contents_of(report), recommendations=form.words())
            services.reports.draft(report, contents, seen=seen, actor=actor())
            result = once.spend(viewer(), url_for(".show", report_id=report.id))
            db.session.commit()
            flash(f"{plural(len(contents.recommendations), 'recommendation')} confirmed.")
            return redirect(result)
    return render_template("reports/confirm.html", body=report.meeting.body, report=report, form=form)


@blueprint.route("/reports/<int:report_id>/submit", methods=["GET", "POST"])
@requires(Permission.WRITE_REPORT, of=queries.reports.get)
def submit(report: Report) -> ResponseReturnValue:
    """Hand a report in."""
    form = SubmitForm()
    if form.validate_on_submit():
        with form.refusals():
            services.reports.submit(report, note=form.note.data or "", actor=actor())
            result = once.spend(viewer(), url_for(".show", report_id=report.id))
            db.session.commit()
            flash("Handed in. The officer checks it next.")
            return redirect(result)
    return render_template("reports/submit.html", body=report.meeting.body, report=report, form=form)
