"""A meeting of the past by hand: entered, recorded on the pages of the room, and finished."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.permissions import Permission
from shp_gov.domain.words import long_day
from shp_gov.models import Body, Meeting
from shp_gov.services.past_meetings import Held
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.past.blueprint import blueprint
from shp_gov.web.past.forms import EnterForm, FinishForm, TakeUpForm


@blueprint.route("/bodies/<slug>/meetings/past", methods=["GET", "POST"])
@requires(Permission.ARRANGE_MEETING, of=queries.bodies.get)
def enter(body: Body) -> ResponseReturnValue:
    """Enter a meeting of the past."""
    form = EnterForm(data={"mode": "in person"})
    if form.validate_on_submit():
        with form.refusals():
            meeting = services.past_meetings.enter(
                body, form.held(), form.considered(), first_number=form.first_number.data, actor=actor()
            )
            result = once.spend(viewer(), url_for("minuting.attendance", meeting_id=meeting.id))
            db.session.commit()
            flash(f"The meeting of {long_day(meeting.on)} is entered. Say who was there, then go through its items.")
            return redirect(result)
    return render_template("past/enter.html", body=body, form=form)


@blueprint.route("/meetings/<int:meeting_id>/take-up", methods=["GET", "POST"])
@requires(Permission.ARRANGE_MEETING, of=queries.meetings.get)
def take_up(meeting: Meeting) -> ResponseReturnValue:
    """Record a meeting of the diary whose day has passed."""
    form = TakeUpForm(data={"starts_at": meeting.starts_at, "ended_at": meeting.ends_at})
    if form.validate_on_submit():
        with form.refusals():
            held = Held(meeting.on, form.starts_at.data, form.ended_at.data)
            services.past_meetings.take_up(meeting, held, form.considered(), actor=actor())
            result = once.spend(viewer(), url_for("minuting.attendance", meeting_id=meeting.id))
            db.session.commit()
            flash("Say who was there, then go through the items.")
            return redirect(result)
    items = queries.meetings.agenda(meeting, viewer=viewer())
    return render_template("past/take_up.html", body=meeting.body, meeting=meeting, form=form, items=items)


@blueprint.route("/meetings/<int:meeting_id>/entered", methods=["GET", "POST"])
@requires(Permission.ARRANGE_MEETING, of=queries.meetings.get)
def finish(meeting: Meeting) -> ResponseReturnValue:
    """Say that all of a past meeting is entered."""
    later = {str(each.id): each for each in queries.past_meetings.later(meeting)}
    form = FinishForm(data={"ended_at": meeting.ended_at})
    form.approved_at.choices = {"": "Not known, or not on record"} | {key: long_day(m.on) for key, m in later.items()}
    if form.validate_on_submit():
        with form.refusals():
            is_approved = form.minutes.data == "approved"
            services.past_meetings.finish(
                meeting,
                ended_at=form.ended_at.data,
                is_approved=is_approved,
                approved_at=later.get(form.approved_at.data) if is_approved else None,
                actor=actor(),
            )
            result = once.spend(viewer(), url_for("meetings.show", meeting_id=meeting.id))
            db.session.commit()
            flash("The meeting is on record.")
            return redirect(result)
    return render_template("past/finish.html", body=meeting.body, meeting=meeting, form=form)
