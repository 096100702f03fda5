"""The page of a meeting."""

from flask import render_template
from flask.typing import ResponseReturnValue

from shp_gov import queries
from shp_gov.domain.checks.open_papers import BACKGROUND_YEARS, PAPERS_YEARS, open_until
from shp_gov.models import Meeting
from shp_gov.web.access import permissions_towards, public, viewer
from shp_gov.web.meetings.attendance import quorum_words
from shp_gov.web.meetings.blueprint import blueprint


@blueprint.get("/meetings/<int:meeting_id>")
@public(of=queries.meetings.get)
def show(meeting: Meeting) -> ResponseReturnValue:
    """Show one meeting: agenda, who came, minutes, decisions, and what the checks found."""
    members = queries.bodies.members(meeting.body, on=meeting.on)
    attendance = queries.meetings.attendance(meeting, viewer=viewer())
    seen = queries.meetings.minutes(meeting, viewer=viewer())
    decisions = [decision for taken in seen.decisions.values() for decision in taken]
    actions = [action for decision in decisions for action in decision.actions]
    findings = queries.compliance.of_meeting(meeting, members, attendance, decisions)
    return render_template(
        "meetings/show.html",
        body=meeting.body,
        meeting=meeting,
        today=viewer().on,
        agenda=queries.meetings.agenda(meeting, viewer=viewer()),
        attendance=queries.attendance.by_capacity(attendance),
        authorities=queries.attendance.by_organisation(members, attendance),
        quorum=quorum_words(meeting, members, attendance),
        may=permissions_towards(meeting),
        seen=seen,
        dues=queries.actions.dues(actions, of=meeting, today=viewer().on),
        sees_exempt=viewer().sees_exempt(body_id=meeting.body_id, on=meeting.on, meeting_id=meeting.id),
        notice=queries.compliance.access.of_notice(meeting, seen_on=viewer().on),
        open_until=[open_until(meeting.on, years=years) for years in (PAPERS_YEARS, BACKGROUND_YEARS)],
        findings=queries.compliance.apart(queries.compliance.switched_on(findings, of=meeting.body, on=meeting.on)),
    )
