"""That somebody has read what is out, so that what comes later is new to them."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.permissions import Permission
from shp_gov.models import Meeting, User
from shp_gov.web import once
from shp_gov.web.access import requires, viewer
from shp_gov.web.forms import Form
from shp_gov.web.publication.blueprint import blueprint


@blueprint.post("/meetings/<int:meeting_id>/papers/read")
@requires(Permission.READ_PACK, of=queries.meetings.get)
def read(meeting: Meeting) -> ResponseReturnValue:
    """Say that one has read what is out, so that what comes later is marked as new."""
    form = Form()
    if form.validate_on_submit():
        with form.refusals():
            reader = db.session.get_one(User, viewer().user_id)
            services.supplements.read(meeting, by=reader)
            result = once.spend(viewer(), url_for("meetings.show", meeting_id=meeting.id))
            db.session.commit()
            flash("What is published later will be marked as new.")
            return redirect(result)
    for words in form.form_errors:
        flash(str(words), "warning")
    return redirect(url_for("meetings.show", meeting_id=meeting.id))
