"""The page of a decision, and the register."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from shp_gov import queries
from shp_gov.models import Decision
from shp_gov.web.access import permissions_towards, public, viewer
from shp_gov.web.decisions.forms import SearchForm, filters
from shp_gov.web.paging import asked_page, page_of

blueprint = Blueprint("decisions", __name__)


@blueprint.get("/decisions")
@public()
def register() -> ResponseReturnValue:
    """Show the decision register, filtered and searched."""
    form = SearchForm()
    wanted = form.wanted()
    number = asked_page()
    found, total = queries.decisions.register(wanted, viewer=viewer(), page=number)
    bodies = queries.bodies.all_bodies()
    body = next((body for body in bodies if body.slug == wanted.body), None)
    return render_template(
        "decisions/register.html",
        form=form,
        body=body,
        decisions=found,
        status_of=queries.decisions.status_of,
        filters=filters(wanted, bodies, queries.decisions.years(viewer=viewer())),
        page=page_of(number, total),
    )


@blueprint.get("/decisions/<int:decision_id>")
@public(of=queries.decisions.get)
def show(decision: Decision) -> ResponseReturnValue:
    """Show one decision: its words, what it asked for, and where it came from."""
    meeting = decision.minute.meeting
    return render_template(
        "decisions/show.html",
        body=meeting.body,
        decision=decision,
        meeting=meeting,
        today=viewer().on,
        dues=queries.actions.dues(decision.actions, of=meeting, today=viewer().on),
        owners=queries.owners.of_actions(decision.actions, on=viewer().on),
        status=queries.decisions.status_of(decision),
        recommended=queries.decisions.recommended(decision),
        may=permissions_towards(decision),
        findings=queries.compliance.switched_on(
            queries.compliance.of_decision(decision), of=meeting.body, on=meeting.on
        ),
    )
