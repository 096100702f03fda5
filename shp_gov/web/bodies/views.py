"""The page of a body, and the list of them."""

from collections.abc import Sequence
from datetime import date, timedelta

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from shp_gov import queries
from shp_gov.models import Body
from shp_gov.queries.bodies import Membership
from shp_gov.web.access import permissions_towards, public, viewer
from shp_gov.web.paging import asked_page, page_of

blueprint = Blueprint("bodies", __name__)

OLD_LIST = timedelta(days=365)


@blueprint.get("/")
@public()
def index() -> ResponseReturnValue:
    """List the partnerships whose record is kept here."""
    return render_template("bodies/index.html", bodies=queries.bodies.all_bodies())


@blueprint.get("/bodies/<slug>")
@public(of=queries.bodies.get)
def show(body: Body) -> ResponseReturnValue:
    """Show one body: its meetings, members, decisions and actions."""
    on = viewer().on
    members = queries.bodies.members(body, on=on)
    offices = queries.bodies.offices(body, on=on)
    findings = queries.compliance.of_members(body, members, offices, on=on)
    return render_template(
        "bodies/show.html",
        body=body,
        today=on,
        meetings=queries.meetings.around(body, on=on),
        groups=queries.bodies.by_category(members),
        old_list=_old_list(body, members, on),
        offices=offices,
        decisions=queries.decisions.latest(body, viewer=viewer()),
        progress=queries.progress.of_body(body, viewer=viewer()),
        findings=queries.compliance.apart(queries.compliance.switched_on(findings, of=body, on=on)),
        may=permissions_towards(body),
        waiting=queries.packs.waiting(body, viewer=viewer()),
    )


def _old_list(body: Body, members: Sequence[Membership], on: date) -> date | None:
    """Tell the day of the newest list of members, where it is old and we know members from lists only."""
    if not any(holder.is_derived for member in members for holder in member.holders):
        return None
    listed = queries.bodies.last_listed(body, on=on)
    return listed if listed and on - listed > OLD_LIST else None


@blueprint.get("/bodies/<slug>/meetings")
@public(of=queries.bodies.get)
def meetings(body: Body) -> ResponseReturnValue:
    """List the meetings of a body."""
    number = asked_page()
    found, total = queries.meetings.of_body(body, page=number)
    return render_template("bodies/meetings.html", body=body, meetings=found, page=page_of(number, total))
