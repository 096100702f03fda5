"""Ask somebody for a report, and change what is asked."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.back_plan import Stage
from shp_gov.domain.permissions import Permission
from shp_gov.models import Meeting, Person, Report
from shp_gov.queries.reports import ItemAsked
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.paging import whole_number
from shp_gov.web.reports.blueprint import blueprint
from shp_gov.web.reports.forms import SOMEBODY_ELSE, RequestForm


@blueprint.route("/meetings/<int:meeting_id>/items/<int:item_id>/report", methods=["GET", "POST"])
@requires(Permission.REQUEST_REPORT, of=queries.reports.item)
def ask(asked: ItemAsked) -> ResponseReturnValue:
    """Ask somebody for the report to an item."""
    item = asked.item
    form = RequestForm(data={"report_of": item.presenter, "due_on": _usual_day(item.meeting)})
    form.offer(queries.reports.people_to_ask(item.meeting.body, on=viewer().on))
    if form.validate_on_submit():
        with form.refusals():
            report = services.reports.request(item, author=_author(form), wanted=form.wanted(), actor=actor())
            result = once.spend(viewer(), url_for(".show", report_id=report.id))
            db.session.commit()
            flash(f"{report.author.name if report.author else 'The author'} is asked for the report.")
            return redirect(result)
    return render_template("reports/ask.html", body=item.meeting.body, item=item, meeting=item.meeting, form=form)


def _usual_day(meeting: Meeting) -> object:
    """Give the day that the plan of the body says, where it is still to come."""
    day = queries.reports.usual_day(meeting, Stage.REPORTS_IN)
    return day if day >= viewer().on else None


def _author(form: RequestForm) -> Person:
    if form.author.data == SOMEBODY_ELSE:
        details = {"post": form.post.data or "", "email": form.email.data or ""}
        return services.report_authors.add(form.name.data or "", **details, actor=actor())
    return queries.reports.person(whole_number(form.author.data or "") or 0)


@blueprint.route("/reports/<int:report_id>/request", methods=["GET", "POST"])
@requires(Permission.REQUEST_REPORT, of=queries.reports.get)
def change(report: Report) -> ResponseReturnValue:
    """Ask somebody else, or for another day."""
    form = RequestForm(
        data={
            "author": str(report.author_id or ""),
            "report_of": report.report_of,
            "due_on": report.due_on,
            "asked_for": report.asked_for,
        }
    )
    form.offer(queries.reports.people_to_ask(report.meeting.body, on=viewer().on, also=report.author))
    if form.validate_on_submit():
        with form.refusals():
            wanted = form.wanted()
            services.reports.change_request(
                report, author=_author(form), due_on=wanted.due_on, asked_for=wanted.asked_for, actor=actor()
            )
            result = once.spend(viewer(), url_for(".show", report_id=report.id))
            db.session.commit()
            flash("Changed. Its author is told.")
            return redirect(result)
    return render_template("reports/change.html", body=report.meeting.body, report=report, form=form)
