"""Today, for officers; Board health, for the chair."""

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_login import current_user

from shp_gov import queries
from shp_gov.domain.cycle.waits import stage_words
from shp_gov.domain.permissions import Permission
from shp_gov.models import Body
from shp_gov.queries.board_health import BoardHealth
from shp_gov.web.access import permissions_towards, requires, viewer
from shp_gov.web.dashboard import chair
from shp_gov.web.dashboard.blueprint import blueprint
from shp_gov.web.dashboard.chair import Line
from shp_gov.web.dashboard.charts import charts
from shp_gov.web.dashboard.lines import MINE, Group
from shp_gov.web.dashboard.sheet import rows
from shp_gov.web.dashboard.tasks import tasks
from shp_gov.web.sheets import csv_file


@blueprint.get("/today")
@requires(Permission.SEE_TODAY)
def today() -> ResponseReturnValue:
    """Show an officer what needs them today, each line a link to the next step."""
    found = queries.dashboard.today(viewer())
    groups = tasks(found, user_id=viewer().user_id)
    return render_template(
        "dashboard/today.html",
        today=found,
        covering=[held for held in current_user.roles if held.covers_for_id and held.covers(found.on)],
        groups=groups,
        stages={stand.meeting.id: stage_words(stand.work) for stand in found.stands},
        first=next((groups[group][0] for group in MINE if group in groups), None),
        mine=sum(len(groups.get(group, ())) for group in MINE),
        waiting=len(groups.get(Group.WAITING, ())),
    )


@blueprint.get("/bodies/<slug>/board-health")
@requires(Permission.SEE_BOARD_HEALTH, of=queries.board_health.body_of)
def board_health(body: Body) -> ResponseReturnValue:
    """Show how a board does: who comes, what is done on time, what is late, what waits for agreement."""
    health = queries.board_health.of_body(body, viewer=viewer())
    chairs = Permission.AGREE_AGENDA in permissions_towards(body)
    return render_template(
        "dashboard/board_health.html",
        body=body,
        mine=_of_chair(body, health) if chairs else (),
        health=health,
        headline=health.headline,
        charts=charts(health.authorities, health.quarters),
    )


def _of_chair(body: Body, health: BoardHealth) -> list[Line]:
    asked = queries.my_meetings.for_chair(health.coming, viewer=viewer())
    return chair.lines(health, asked, queries.approvals.to_sign(body=body, viewer=viewer()))


@blueprint.get("/bodies/<slug>/board-health.csv")
@requires(Permission.SEE_BOARD_HEALTH, of=queries.board_health.body_of)
def board_health_csv(body: Body) -> ResponseReturnValue:
    """Download the actions done on time, by authority and quarter."""
    return csv_file(rows(queries.board_health.of_body(body, viewer=viewer())), name=f"board-health-{body.slug}")
