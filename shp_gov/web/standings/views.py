"""What a partnership knows of the standing of its providers of probation services."""

from datetime import date
from typing import cast

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms.validators import InputRequired, Optional

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.permissions import Permission
from shp_gov.models import Body, Standing
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.fields import DatePartsField, RadioField, SelectField, TextAreaField
from shp_gov.web.forms import Form, MaxLength

blueprint = Blueprint("standings", __name__)
IS_ONE, CO_OPERATES = "yes", "no"


class StandingForm(Form):
    """The standing of a provider, its days and its basis."""

    organisation = SelectField("Provider", [InputRequired("Choose the provider")])
    standing = RadioField(
        "By its arrangements it is",
        [InputRequired("Choose what it is by its arrangements")],
        choices={IS_ONE: "a responsible authority", CO_OPERATES: "a co-operating body only"},
    )
    from_on = DatePartsField("First day", [InputRequired("Enter the first day")])
    until_on = DatePartsField("Last day", [Optional()], description="Leave empty while it lasts.")
    basis = TextAreaField(
        "Basis",
        [InputRequired("Enter the basis"), MaxLength(1_000)],
        description="The contract or arrangements, and where they say so.",
    )


@blueprint.route("/bodies/<slug>/standings", methods=["GET", "POST"])
@requires(Permission.MANAGE_REGISTER, of=queries.bodies.get)
def index(body: Body) -> ResponseReturnValue:
    """Show what is recorded, and record another."""
    form = StandingForm()
    providers = queries.standings.providers(body)
    form.organisation.choices = {"": "Choose a provider", **{each.name: each.name for each in providers}}
    if form.validate_on_submit():
        with form.refusals():
            row = services.standings.record(
                body,
                organisation=form.organisation.data,
                is_responsible_authority=form.standing.data == IS_ONE,
                from_on=cast(date, form.from_on.data),
                until_on=form.until_on.data,
                basis=form.basis.data or "",
                actor=actor(),
            )
            result = once.spend(viewer(), url_for(".index", slug=body.slug))
            db.session.commit()
            flash(f"The standing of {row.organisation} is recorded. The checks go by it.")
            return redirect(result)
    return render_template(
        "standings/index.html",
        body=body,
        form=form,
        button_form=Form(formdata=None),
        area=queries.standings.area_of(body),
        recorded=body.standings,
    )


@blueprint.post("/standings/<int:standing_id>/withdraw")
@requires(Permission.MANAGE_REGISTER, of=queries.standings.get)
def withdraw(row: Standing) -> ResponseReturnValue:
    """Take a standing that was recorded wrongly off the record."""
    form = Form()
    result = url_for(".index", slug=row.body.slug)
    if form.validate_on_submit():
        with form.refusals():
            services.standings.withdraw(row, actor=actor())
            once.spend(viewer(), result)
            db.session.commit()
            flash("The standing is withdrawn. The audit trail keeps it.")
    return redirect(result)
