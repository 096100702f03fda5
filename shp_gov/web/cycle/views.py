"""The work on one meeting."""

from flask import render_template
from flask.typing import ResponseReturnValue

from shp_gov import queries
from shp_gov.domain import cycle
from shp_gov.domain.clear_days import BASIS_WORDS, days_required
from shp_gov.domain.permissions import Permission
from shp_gov.models import Meeting
from shp_gov.web.access import requires, viewer
from shp_gov.web.cycle.blueprint import blueprint
from shp_gov.web.cycle.pages import link_of, page_of


@blueprint.get("/meetings/<int:meeting_id>/work")
@requires(Permission.ARRANGE_MEETING, of=queries.meetings.get)
def show(meeting: Meeting) -> ResponseReturnValue:
    """Show what is done of a meeting, what is next and what is in the way."""
    found = queries.cycle.of_meeting(meeting, viewer=viewer())
    tasks = cycle.tasks(found.work)
    following = cycle.next_step(found.work)
    links = {task.key: link_of(task, meeting, comes_to_id=found.comes_to_id) for task in tasks}
    return render_template(
        "cycle/show.html",
        body=meeting.body,
        meeting=meeting,
        found=found,
        parts=[(part, [task for task in tasks if task.part is part]) for part in cycle.Part],
        steps=cycle.stages(found.work, tasks),
        following=following,
        next_page=page_of(following.key, meeting, comes_to_id=found.comes_to_id) if following else "",
        links=links,
        papers=queries.compliance.access.of_papers(meeting, seen_on=viewer().on),
        basis=BASIS_WORDS[found.basis],
        days_required=days_required(meeting.on),
        history=queries.diary.history(meeting),
    )
