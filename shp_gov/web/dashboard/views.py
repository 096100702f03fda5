"""Today, for officers; Board health, for the chair."""

from flask import Response, render_template
from flask.typing import ResponseReturnValue
from flask_login import current_user

from shp_gov import queries
from shp_gov.domain.permissions import Permission
from shp_gov.models import Body
from shp_gov.web.access import requires, viewer
from shp_gov.web.dashboard.blueprint import blueprint
from shp_gov.web.dashboard.charts import charts
from shp_gov.web.dashboard.sheet import written
from shp_gov.web.dashboard.tasks import MINE, Group, tasks


@blueprint.get("/today")
@requires(Permission.SEE_TODAY)
def today() -> ResponseReturnValue:
    """Show an officer what needs them today, each line a link to the next step."""
    found = queries.dashboard.today(viewer())
    groups = tasks(found)
    return render_template(
        "dashboard/today.html",
        today=found,
        covering=[held for held in current_user.roles if held.covers_for_id and held.covers(found.on)],
        groups=groups,
        first=next((groups[group][0] for group in MINE if group in groups), None),
        mine=sum(len(groups.get(group, ())) for group in MINE),
        waiting=len(groups.get(Group.WAITING, ())),
    )


@blueprint.get("/bodies/<slug>/board-health")
@requires(Permission.SEE_BOARD_HEALTH, of=queries.board_health.body_of)
def board_health(body: Body) -> ResponseReturnValue:
    """Show how a board does: who comes, what is done on time, what is late, what waits for agreement."""
    health = queries.board_health.of_body(body, viewer=viewer())
    return render_template(
        "dashboard/board_health.html",
        body=body,
        health=health,
        headline=health.headline,
        charts=charts(health.authorities, health.quarters),
    )


@blueprint.get("/bodies/<slug>/board-health.csv")
@requires(Permission.SEE_BOARD_HEALTH, of=queries.board_health.body_of)
def board_health_csv(body: Body) -> ResponseReturnValue:
    """Download the actions done on time, by authority and quarter."""
    answer = Response(written(queries.board_health.of_body(body, viewer=viewer())), mimetype="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="board-health-{body.slug}.csv"'
    return answer
