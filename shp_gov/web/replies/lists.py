"""Who has replied, seat by seat; and whoever has not is asked again."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain import replying
from shp_gov.domain.permissions import Permission
from shp_gov.models import Meeting
from shp_gov.web import once
from shp_gov.web.access import actor, permissions_towards, requires, viewer
from shp_gov.web.filters import count
from shp_gov.web.forms import Form
from shp_gov.web.replies.blueprint import blueprint


@blueprint.get("/meetings/<int:meeting_id>/replies")
@requires(Permission.SEE_SCRIPT, of=queries.meetings.get)
def index(meeting: Meeting) -> ResponseReturnValue:
    """Show who comes, who does not, who has not said, and whether there will be a quorum."""
    return render_template(
        "replies/index.html",
        body=meeting.body,
        meeting=meeting,
        replies=queries.forecasts.of_meeting(meeting),
        may=permissions_towards(meeting),
        reply_by=replying.reply_by(meeting.on),
        closed=replying.closed_because(meeting.state, meeting.on, today=viewer().on),
        today=viewer().on,
    )


@blueprint.route("/meetings/<int:meeting_id>/replies/remind", methods=["GET", "POST"])
@requires(Permission.ARRANGE_MEETING, of=queries.meetings.get)
def remind(meeting: Meeting) -> ResponseReturnValue:
    """Ask everybody who has not replied."""
    form, back = Form(), url_for("replies.index", meeting_id=meeting.id)
    if form.validate_on_submit():
        with form.refusals():
            asked = services.replies.remind(meeting, actor=actor())
            result = once.spend(viewer(), back)
            db.session.commit()
            flash(f"{count(asked, 'person', 'people')} will be asked by e-mail.")
            return redirect(result)
    found = queries.forecasts.of_meeting(meeting)
    people = queries.forecasts.silent_people(meeting, found)
    return render_template(
        "replies/remind.html",
        body=meeting.body,
        meeting=meeting,
        form=form,
        people=people,
        without_address=queries.forecasts.without_address(people),
        closed=replying.closed_because(meeting.state, meeting.on, today=viewer().on),
    )
