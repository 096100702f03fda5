"""Opening a meeting, and closing it."""

from typing import Any

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.domain.permissions import Permission
from shp_gov.models import Meeting
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.minuting.blueprint import blueprint
from shp_gov.web.minuting.forms import CloseForm, OpenForm
from shp_gov.web.minuting.steps import elsewhere, kept, time_now


@blueprint.route("/meetings/<int:meeting_id>/minuting", methods=["GET", "POST"])
@requires(Permission.TAKE_MINUTES, of=queries.meetings.get)
def start(meeting: Meeting) -> ResponseReturnValue:
    """Open a meeting, or find the way to where it stands."""
    form = OpenForm(data={"at": time_now(meeting) or meeting.starts_at})

    def act() -> str:
        assert form.at.data is not None, "the form asks for it"
        services.room.open_(meeting, at=form.at.data, actor=actor())
        return "The meeting is open. Every item has its minute."

    answer = kept(form, act, lambda: url_for(".attendance", meeting_id=meeting.id))
    return answer or render_template(
        "minuting/start.html",
        body=meeting.body,
        meeting=meeting,
        form=form,
        lines=queries.minuting.lines(meeting, viewer=viewer()),
        today=viewer().on,
    )


@blueprint.route("/meetings/<int:meeting_id>/minuting/close", methods=["GET", "POST"])
@requires(Permission.TAKE_MINUTES, of=queries.meetings.get)
def close(meeting: Meeting) -> ResponseReturnValue:
    """Close a meeting."""
    if leave := elsewhere(meeting):
        return leave
    form = CloseForm(data=_following(meeting))

    def act() -> str:
        assert form.at.data is not None, "the form asks for it"
        services.room.close(meeting, at=form.at.data, actor=actor(), **form.following())
        return "The meeting is closed."

    answer = kept(form, act, lambda: url_for(".start", meeting_id=meeting.id))
    return answer or render_template(
        "minuting/close.html",
        body=meeting.body,
        meeting=meeting,
        form=form,
        waiting=queries.minuting.waiting(meeting),
        in_public=queries.minuting.taken_in_public(meeting),
        lines=queries.minuting.lines(meeting, viewer=viewer()),
    )


def _following(meeting: Meeting) -> dict[str, Any]:
    """Say what the diary knows of the end and of the next meeting; its time and place are otherwise those of today."""
    following = queries.minuting.next_meeting(meeting)
    like = following or meeting
    known = {"at": time_now(meeting), "next_at": like.starts_at, "next_venue": like.venue}
    return known | ({"next_on": following.on} if following else {})
