"""The chair's running script and briefing, as pages and printed; and the sheet on which people sign."""

from io import BytesIO

from flask import render_template, request, send_file
from flask.typing import ResponseReturnValue

from shp_gov import documents, queries
from shp_gov.domain.permissions import Permission
from shp_gov.domain.script import AGREED, LEAVE
from shp_gov.models import Meeting
from shp_gov.web.access import permissions_towards, requires, viewer
from shp_gov.web.script.blueprint import blueprint

PDF = "application/pdf"
LARGE = "large"


@blueprint.get("/meetings/<int:meeting_id>/script")
@requires(Permission.SEE_SCRIPT, of=queries.meetings.get)
def show(meeting: Meeting) -> ResponseReturnValue:
    """Show everything the chair says, in its order and in large words."""
    return render_template(
        "script/show.html",
        body=meeting.body,
        meeting=meeting,
        paper=queries.papers.script(meeting, viewer=viewer()),
        may=permissions_towards(meeting),
        agreed=AGREED,
        leave=LEAVE,
    )


@blueprint.get("/meetings/<int:meeting_id>/script.pdf")
@requires(Permission.SEE_SCRIPT, of=queries.meetings.get)
def show_pdf(meeting: Meeting) -> ResponseReturnValue:
    """Print the script, in usual or in large print."""
    is_large = request.args.get("print") == LARGE
    paper = queries.papers.script(meeting, viewer=viewer(), is_large=is_large)
    return _sent(documents.script.render(paper), f"script-{meeting.on}")


@blueprint.get("/meetings/<int:meeting_id>/briefing")
@requires(Permission.SEE_SCRIPT, of=queries.meetings.get)
def briefing(meeting: Meeting) -> ResponseReturnValue:
    """Show what the chair should know before a meeting."""
    return render_template(
        "script/briefing.html",
        body=meeting.body,
        meeting=meeting,
        paper=queries.papers.briefing(meeting, viewer=viewer()),
        may=permissions_towards(meeting),
    )


@blueprint.get("/meetings/<int:meeting_id>/briefing.pdf")
@requires(Permission.SEE_SCRIPT, of=queries.meetings.get)
def briefing_pdf(meeting: Meeting) -> ResponseReturnValue:
    """Print the briefing."""
    paper = queries.papers.briefing(meeting, viewer=viewer())
    return _sent(documents.briefing.render(paper), f"briefing-{meeting.on}")


@blueprint.get("/meetings/<int:meeting_id>/attendance-sheet.pdf")
@requires(Permission.SEE_SCRIPT, of=queries.meetings.get)
def attendance_sheet(meeting: Meeting) -> ResponseReturnValue:
    """Print the sheet on which those who come sign."""
    paper = queries.papers.attendance_sheet(meeting, viewer=viewer())
    return _sent(documents.briefing.render_sheet(paper), f"attendance-{meeting.on}")


def _sent(content: bytes, name: str) -> ResponseReturnValue:
    return send_file(BytesIO(content), mimetype=PDF, download_name=f"{name}.pdf", max_age=0)
