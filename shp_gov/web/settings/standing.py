"""The items that every agenda of a body has."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.permissions import Permission
from shp_gov.models import Body, StandingItem
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.forms import Form
from shp_gov.web.settings.blueprint import blueprint
from shp_gov.web.settings.forms import StandingForm
from shp_gov.web.settings.views import kept


@blueprint.get("/bodies/<slug>/settings/standing-items")
@requires(Permission.CHANGE_BODY, of=queries.bodies.get)
def standing_items(body: Body) -> ResponseReturnValue:
    """List the items that every agenda has, in their order."""
    items = queries.body_settings.standing_items(body)
    return render_template("settings/standing_items.html", body=body, items=items, button=Form())


@blueprint.route("/bodies/<slug>/settings/standing-items/new", methods=["GET", "POST"])
@requires(Permission.CHANGE_BODY, of=queries.bodies.get)
def add_standing(body: Body) -> ResponseReturnValue:
    """Add an item that every agenda has."""
    form = StandingForm.of(None)

    def keep() -> None:
        services.body_settings.add_standing(body, form.standing(), actor=actor())

    back = url_for(".standing_items", slug=body.slug)
    return kept(form, keep, body, back=back) or render_template(
        "settings/standing_item.html", body=body, form=form, item=None
    )


@blueprint.route("/standing-items/<int:standing_item_id>", methods=["GET", "POST"])
@requires(Permission.CHANGE_BODY, of=queries.body_settings.standing_item)
def standing_item(item: StandingItem) -> ResponseReturnValue:
    """Change an item that every agenda has."""
    form, body = StandingForm.of(item), item.body

    def keep() -> None:
        services.body_settings.change_standing(item, form.standing(), actor=actor())

    back = url_for(".standing_items", slug=body.slug)
    return kept(form, keep, body, back=back) or render_template(
        "settings/standing_item.html", body=body, form=form, item=item
    )


@blueprint.post("/standing-items/<int:standing_item_id>/place")
@requires(Permission.CHANGE_BODY, of=queries.body_settings.standing_item)
def place_standing(item: StandingItem) -> ResponseReturnValue:
    """Move an item up or down, or take it off."""
    back, asked = url_for(".standing_items", slug=item.body.slug), request.form.get("to")
    if not Form().validate_on_submit() or asked not in ("up", "down", "off"):
        return redirect(back)
    if asked == "off":
        services.body_settings.remove_standing(item, actor=actor())
        flash("Taken off. Agendas that have it keep it.")
    else:
        services.body_settings.move_standing(item, up=asked == "up", actor=actor())
    result = once.spend(viewer(), back)
    db.session.commit()
    return redirect(result)
