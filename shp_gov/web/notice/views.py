"""An officer records how a body keeps the access rules."""

from collections.abc import Callable
from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.permissions import Permission
from shp_gov.models import Body, Meeting, Minute, Report
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.forms import Form
from shp_gov.web.notice.blueprint import blueprint
from shp_gov.web.notice.forms import BodyForm, MeetingForm, MinuteForm, ReportForm


@blueprint.route("/bodies/<slug>/access", methods=["GET", "POST"])
@requires(Permission.RECORD_NOTICE, of=queries.bodies.get)
def body(body: Body) -> ResponseReturnValue:
    """Record by what right a body keeps the access rules, and which days count."""
    form = BodyForm.of(body)

    def keep() -> None:
        services.notice.keep_rules(body, **form.answers(), actor=actor())

    back = url_for("bodies.show", slug=body.slug)
    return _kept(form, keep, back) or render_template("notice/body.html", body=body, form=form)


@blueprint.route("/meetings/<int:meeting_id>/notice", methods=["GET", "POST"])
@requires(Permission.RECORD_NOTICE, of=queries.meetings.get)
def meeting(meeting: Meeting) -> ResponseReturnValue:
    """Record when a meeting was announced and its papers put out."""
    minutes = queries.meetings.minutes(meeting, viewer=viewer()).minutes
    form = MeetingForm.of(
        meeting, has_private=not all(isinstance(each, Minute) and not each.is_exempt for each in minutes)
    )

    def keep() -> None:
        services.notice.record(meeting, form.answers(meeting), actor=actor())

    back = url_for("meetings.show", meeting_id=meeting.id)
    return _kept(form, keep, back) or render_template(
        "notice/meeting.html",
        meeting=meeting,
        form=form,
        minutes=minutes,
        reports=queries.meetings.reports(meeting, viewer=viewer()),
        findings=queries.compliance.access.of_notice(meeting, seen_on=viewer().on),
    )


@blueprint.route("/minutes/<int:minute_id>/access", methods=["GET", "POST"])
@requires(Permission.RECORD_NOTICE, of=queries.meetings.minute)
def minute(minute: Minute) -> ResponseReturnValue:
    """Record how a minute was kept from the public."""
    form = MinuteForm.of(minute)

    def keep() -> None:
        services.notice.record_taken(minute, form.answers(), added_on=form.added(), actor=actor())

    back = url_for(".meeting", meeting_id=minute.meeting_id)
    return _kept(form, keep, back) or render_template("notice/minute.html", minute=minute, form=form)


@blueprint.route("/reports/<int:report_id>/access", methods=["GET", "POST"])
@requires(Permission.RECORD_NOTICE, of=queries.meetings.report)
def report(report: Report) -> ResponseReturnValue:
    """Record what a report says of its background papers, and how it is marked."""
    form = ReportForm.of(report)

    def keep() -> None:
        services.notice.record_report(report, **form.answers(), actor=actor())

    back = url_for(".meeting", meeting_id=report.meeting_id)
    return _kept(form, keep, back) or render_template("notice/report.html", report=report, form=form)


def _kept(form: Form, keep: Callable[[], Any], back: str) -> ResponseReturnValue | None:
    """Keep what was sent, once it is right, and go back; otherwise the form is to be shown."""
    if form.validate_on_submit():
        with form.refusals():
            keep()
            result = once.spend(viewer(), back)
            db.session.commit()
            flash("Recorded.")
            return redirect(result)
    return None
