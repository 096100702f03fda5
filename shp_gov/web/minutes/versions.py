"""The versions of minutes: all of them, and what one said."""

from flask import render_template
from flask.typing import ResponseReturnValue

from shp_gov import queries
from shp_gov.domain.permissions import Permission
from shp_gov.models import Meeting, MinutesVersion, MinutesVersionKind
from shp_gov.web.access import requires, viewer
from shp_gov.web.minutes.blueprint import blueprint


@blueprint.get("/meetings/<int:meeting_id>/minutes/versions")
@requires(Permission.SUGGEST_CHANGE, of=queries.meetings.get)
def versions(meeting: Meeting) -> ResponseReturnValue:
    """List the versions of the minutes, what each changed, and who signed."""
    approved = queries.minutes_versions.newest(meeting, MinutesVersionKind.APPROVED)
    return render_template(
        "minutes/versions.html",
        body=meeting.body,
        meeting=meeting,
        versions=queries.minutes_versions.versions(meeting),
        approved=approved,
        signature=queries.approvals.signature(approved),
        seen=queries.meetings.minutes(meeting, viewer=viewer()),
        chair=queries.approvals.in_the_chair(approved.at_meeting) if approved and approved.at_meeting else None,
    )


@blueprint.get("/meetings/<int:meeting_id>/minutes/versions/<int:minutes_number>")
@requires(Permission.SUGGEST_CHANGE, of=queries.kept_minutes.get)
def version(version: MinutesVersion) -> ResponseReturnValue:
    """Show what a version of the minutes said, whatever was changed since."""
    return render_template(
        "minutes/version.html",
        body=version.meeting.body,
        meeting=version.meeting,
        version=version,
        kept=queries.kept_minutes.read(version, viewer=viewer()),
        signature=queries.approvals.signature(version),
        newest=queries.minutes_versions.newest(version.meeting),
    )
