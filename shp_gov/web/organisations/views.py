"""The list of organisations, the page of one through time, and what an officer changes about it."""

from collections.abc import Callable
from datetime import date
from typing import cast

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.permissions import Permission
from shp_gov.models import Organisation
from shp_gov.web import once
from shp_gov.web.access import actor, permissions_towards, public, requires, viewer
from shp_gov.web.compliance.forms import AsAtForm
from shp_gov.web.filters import day
from shp_gov.web.forms import Form
from shp_gov.web.organisations.forms import EndForm, FindForm, RenameForm, TypeForm
from shp_gov.web.paging import asked_page, page_of

blueprint = Blueprint("organisations", __name__)
NOBODY = ""


@blueprint.get("/organisations")
@public()
def index() -> ResponseReturnValue:
    """List the organisations of the register."""
    form, number = FindForm(), asked_page()
    words = form.words.data or ""
    found, total = queries.organisations.listing(words=words, page=number)
    page = page_of(number, total)
    return render_template("organisations/index.html", form=form, words=words, organisations=found, page=page)


@blueprint.get("/organisations/<int:organisation_id>")
@public(of=queries.organisations.get)
def show(organisation: Organisation) -> ResponseReturnValue:
    """Show an organisation through time, and its standing on a day."""
    form, number = AsAtForm(viewer().on), asked_page()
    seats, total = queries.organisations.seats(organisation, page=number)
    return render_template(
        "organisations/show.html",
        organisation=organisation,
        form=form,
        on=form.day,
        seats=seats,
        page=page_of(number, total),
        standings=queries.standings.of_organisation(organisation),
        may=permissions_towards(organisation),
    )


@blueprint.route("/organisations/<int:organisation_id>/rename", methods=["GET", "POST"])
@requires(Permission.MANAGE_REGISTER, of=queries.organisations.get)
def rename(organisation: Organisation) -> ResponseReturnValue:
    """Call it by another name from a day on."""
    form = RenameForm()

    def change() -> str:
        name, from_on = form.name.data or "", cast(date, form.from_on.data)
        services.organisation_changes.rename(organisation, name=name, from_on=from_on, actor=actor())
        return f"It is called {organisation.name} from {day(from_on)}. It is still found by its old name."

    return _change(organisation, form, change, heading="Change its name", button="Change the name")


@blueprint.route("/organisations/<int:organisation_id>/type", methods=["GET", "POST"])
@requires(Permission.MANAGE_REGISTER, of=queries.organisations.get)
def set_type(organisation: Organisation) -> ResponseReturnValue:
    """Say what it is in law from one day to another."""
    form = TypeForm()

    def change() -> str:
        services.organisation_changes.set_type(
            organisation,
            statutory_type=form.statutory_type.data,
            from_on=form.from_on.data,
            until_on=form.until_on.data,
            actor=actor(),
        )
        return f"{organisation.name} is a {form.statutory_type.data}."

    return _change(organisation, form, change, heading="Record what it is in law", button="Record its type")


@blueprint.route("/organisations/<int:organisation_id>/end", methods=["GET", "POST"])
@requires(Permission.MANAGE_REGISTER, of=queries.organisations.get)
def end(organisation: Organisation) -> ResponseReturnValue:
    """Say that it ended, and who has its place."""
    form = EndForm()
    others = {each.id: each for each in queries.organisations.all_but(organisation)}
    form.successor.choices = {NOBODY: "Nobody", **{str(number): each.name for number, each in others.items()}}
    form.other.choices = form.successor.choices

    def change() -> str:
        chosen = dict.fromkeys(value for value in (form.successor.data, form.other.data) if value)
        followers = [others[int(value)] for value in chosen]
        last_day = cast(date, form.last_day.data)
        services.organisation_changes.end(organisation, last_day=last_day, successors=followers, actor=actor())
        return f"{organisation.name} ended on {day(last_day)}. See below which seats are still its own."

    return _change(organisation, form, change, heading="Record its end", button="Record the end")


def _change(
    organisation: Organisation, form: Form, change: Callable[[], str], *, heading: str, button: str
) -> ResponseReturnValue:
    if form.validate_on_submit():
        with form.refusals():
            said = change()
            result = once.spend(viewer(), url_for(".show", organisation_id=organisation.id))
            db.session.commit()
            flash(said)
            return redirect(result)
    return render_template(
        "organisations/_change.html", organisation=organisation, form=form, heading=heading, button=button
    )
