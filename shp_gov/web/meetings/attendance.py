"""An officer says when people came and left; the page then says whether there was a quorum throughout."""

from collections.abc import Sequence

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.areas import Area
from shp_gov.domain.permissions import Permission
from shp_gov.domain.quorum import course_words
from shp_gov.models import Attendance, Capacity, Meeting
from shp_gov.queries.bodies import Membership
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.meetings.blueprint import blueprint
from shp_gov.web.meetings.forms import stays_form

CAME = (Capacity.PRESENT, Capacity.SUBSTITUTE, Capacity.ALSO_PRESENT, Capacity.OFFICER)
NO_TERMS = "Whether the meeting had a quorum is not known. No terms of reference are recorded for this day."


@blueprint.route("/meetings/<int:meeting_id>/attendance", methods=["GET", "POST"])
@requires(Permission.RECORD_ATTENDANCE, of=queries.meetings.get)
def times(meeting: Meeting) -> ResponseReturnValue:
    """Say when people came to a meeting and left it."""
    lines = queries.meetings.attendance(meeting, viewer=viewer())
    came = [line for line in lines if line.capacity in CAME]
    form, opened, clash = stays_form(came), queries.attending.seen(came), False
    if form.validate_on_submit():
        with form.refusals():
            number = services.attendance.record_times(
                meeting, form.stays(), today=viewer().on, actor=actor(), seen=form.seen.data or ""
            )
            db.session.commit()
            flash("The times are recorded." if number else "Nothing was changed.")
            return redirect(url_for("meetings.show", meeting_id=meeting.id, _anchor="quorum"))
        if clash := form.seen.data != opened:
            form.show_what_is_new(opened)
    return render_template("meetings/times.html", body=meeting.body, meeting=meeting, form=form, clash=clash)


def quorum_words(
    meeting: Meeting, members: Sequence[Membership], lines: Sequence[Attendance], *, area: Area | None
) -> str:
    """Tell whether a meeting had a quorum, from its start to its end; nothing where no attendance is to be seen."""
    if not lines:
        return ""
    said, found = queries.quorums.through(meeting, members, lines, area=area)
    return course_words(found) if said.version else NO_TERMS
