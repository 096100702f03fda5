"""Every report on its way, across meetings; everybody late reminded in two clicks; the reports asked of oneself."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.permissions import Permission
from shp_gov.domain.words import plural
from shp_gov.domain.workflows import ReportState
from shp_gov.models import Meeting
from shp_gov.queries.report_tracker import Show
from shp_gov.services.reports import OVER
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.front_end import Link, here
from shp_gov.web.paging import asked_page, page_of
from shp_gov.web.reports.blueprint import blueprint
from shp_gov.web.reports.forms import ChaseForm

WORDS = {
    Show.ALL: "All on their way",
    Show.LATE: "Late",
    Show.WITH_AUTHOR: "With their authors",
    Show.TO_CLEAR: "To check and clear",
    Show.READY: "Ready for the pack",
    Show.PUBLISHED: "Published",
}


@blueprint.get("/reports")
@requires(Permission.REQUEST_REPORT)
def index() -> ResponseReturnValue:
    """List the reports to all meetings of the partnerships one serves."""
    show = Show(request.args["show"]) if request.args.get("show") in set(Show) else Show.ALL
    number = asked_page()
    found = queries.report_tracker.tracker(show, viewer=viewer(), page=number)
    return render_template(
        "reports/index.html",
        found=found,
        page=page_of(number, found.total),
        show=show,
        today=viewer().on,
        words=WORDS,
        filters=[
            (
                "Show",
                [
                    Link(f"{words} ({found.counts[each]:,})", here(show=each.value, page=None), _current(each, show))
                    for each, words in WORDS.items()
                ],
            )
        ],
    )


def _current(each: Show, show: Show) -> str:
    return "true" if each is show else ""


@blueprint.get("/meetings/<int:meeting_id>/reports")
@requires(Permission.REQUEST_REPORT, of=queries.meetings.get)
def meeting(meeting: Meeting) -> ResponseReturnValue:
    """List the items of one agenda with the report to each, and ask for those that are missing."""
    rows = queries.report_tracker.of_meeting(meeting, viewer=viewer())
    reports = [report for row in rows for report in row.reports]
    return render_template(
        "reports/meeting.html",
        body=meeting.body,
        meeting=meeting,
        rows=rows,
        wanted=len(reports) + sum(row.item.needs_report and not row.reports for row in rows),
        ready=sum(report.state is ReportState.READY for report in reports),
        can_ask=meeting.state not in OVER,
        today=viewer().on,
    )


@blueprint.route("/reports/chase", methods=["GET", "POST"])
@requires(Permission.REQUEST_REPORT)
def chase() -> ResponseReturnValue:
    """Remind everybody who is late, after reading what the reminder says."""
    late = queries.report_tracker.late(viewer=viewer())
    form = ChaseForm()
    if form.validate_on_submit():
        with form.refusals():
            told = services.report_chasing.chase(late, words=form.words.data or "", actor=actor())
            result = once.spend(viewer(), url_for(".index", show=Show.LATE.value))
            db.session.commit()
            flash(f"{plural(told, 'reminder')} will be sent.")
            return redirect(result)
    return render_template("reports/chase.html", form=form, late=late, today=viewer().on)


@blueprint.get("/my-reports")
@requires(Permission.USE_OWN_ACCOUNT)
def mine() -> ResponseReturnValue:
    """List the reports that one was asked for."""
    number = asked_page()
    reports, total = queries.report_tracker.mine(viewer=viewer(), page=number)
    return render_template("reports/mine.html", reports=reports, page=page_of(number, total), today=viewer().on)
