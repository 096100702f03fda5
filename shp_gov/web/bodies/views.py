"""The page of a body, and the list of them."""

from collections.abc import Sequence
from datetime import date, timedelta

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from shp_gov import queries
from shp_gov.domain.permissions import Permission
from shp_gov.models import Body, Office, OfficeKind
from shp_gov.queries.bodies import Membership
from shp_gov.web.access import permissions_towards, public, viewer
from shp_gov.web.compliance.page import most_urgent
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
    may = permissions_towards(body)
    stand = queries.compliance.stand(body, on) if Permission.SEE_WHERE_WE_STAND in may else None
    return render_template(
        "bodies/show.html",
        body=body,
        today=on,
        meetings=queries.meetings.around(body, on=on),
        groups=queries.bodies.by_category(members),
        old_list=_old_list(members, on),
        offices=offices,
        decisions=queries.decisions.latest(body, viewer=viewer()),
        progress=queries.progress.of_body(body, viewer=viewer()),
        stand=stand,
        urgent=most_urgent(stand) if stand else (),
        findings=None if stand else _of_the_membership(body, members, offices, on),
        may=may,
        waiting=queries.packs.waiting(body, viewer=viewer()),
        answers=queries.between_meetings.awaiting(body, viewer=viewer()),
    )


def _of_the_membership(
    body: Body, members: Sequence[Membership], offices: dict[OfficeKind, Office], on: date
) -> queries.compliance.Found:
    """Check the membership and the offices, which everybody may read."""
    area = queries.standings.area_of(body)
    found = queries.compliance.of_members(body, members, offices, on=on, area=area)
    return queries.compliance.apart(queries.compliance.switched_on(found, of=body, on=on))


def _old_list(members: Sequence[Membership], on: date) -> date | None:
    """Tell the day of the newest list of members, where it is old and we know members from lists only."""
    if not any(holder.is_derived for member in members for holder in member.holders):
        return None
    listed = members[0].listed_on
    return listed if listed and on - listed > OLD_LIST else None


@blueprint.get("/bodies/<slug>/meetings")
@public(of=queries.bodies.get)
def meetings(body: Body) -> ResponseReturnValue:
    """List the meetings of a body."""
    number = asked_page()
    found, total = queries.meetings.of_body(body, page=number)
    return render_template("bodies/meetings.html", body=body, meetings=found, page=page_of(number, total))
