"""The register of members as at a day, a seat through time, a person through time."""

from flask import render_template
from flask.typing import ResponseReturnValue

from shp_gov import queries
from shp_gov.domain.permissions import Role
from shp_gov.models import Body, Person, Seat
from shp_gov.web.access import permissions_towards, public, viewer
from shp_gov.web.compliance.forms import AsAtForm
from shp_gov.web.members.blueprint import blueprint
from shp_gov.web.members.sheet import rows
from shp_gov.web.paging import asked_page, page_of
from shp_gov.web.sheets import csv_file


@blueprint.get("/bodies/<slug>/members")
@public(of=queries.bodies.get)
def show(body: Body) -> ResponseReturnValue:
    """Show who belongs to a body as at a day."""
    form = AsAtForm(viewer().on)
    register = queries.members.register(body, on=form.day)
    return render_template(
        "members/show.html",
        body=body,
        form=form,
        on=form.day,
        today=viewer().on,
        register=register,
        deputising=queries.members.deputising(body, on=form.day),
        may=permissions_towards(body),
    )


@blueprint.get("/bodies/<slug>/members.csv")
@public(of=queries.bodies.get)
def sheet(body: Body) -> ResponseReturnValue:
    """Download the register as at a day."""
    day = AsAtForm(viewer().on).day
    return csv_file(rows(queries.members.register(body, on=day)), name=f"members-{body.slug}-{day}")


@blueprint.get("/seats/<int:seat_id>")
@public(of=queries.seats.get)
def seat(found: Seat) -> ResponseReturnValue:
    """Show a seat: who holds it, who held it, who may stand in, and its open actions."""
    number = asked_page()
    actions, total = queries.seats.open_actions(found, viewer=viewer(), page=number)
    return render_template(
        "members/seat.html",
        body=found.body,
        seat=found,
        today=viewer().on,
        line=queries.seats.history(found, on=viewer().on),
        actions=actions,
        page=page_of(number, total),
        may=permissions_towards(found),
    )


@blueprint.get("/people/<int:person_id>")
@public(of=queries.people.get)
def person(found: Person) -> ResponseReturnValue:
    """Show a person through time: for everybody their seats and offices, for officers their posts too."""
    story = queries.people.story(found, viewer=viewer())
    serves = viewer().bodies(Role.OFFICER)
    return render_template("members/person.html", story=story, serves=serves, today=viewer().on)
