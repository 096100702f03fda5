"""The settings of a body: its names, its numbering, its back-plan and its own words."""

from collections.abc import Callable
from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.clear_days import BASIS_WORDS
from shp_gov.domain.permissions import Permission
from shp_gov.models import Body, MinuteNumbering, MunicipalYear
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.forms import Form
from shp_gov.web.settings.blueprint import blueprint
from shp_gov.web.settings.forms import NamesForm, NumberingForm, YearForm, back_plan_form, texts_form

KEPT = "The settings are changed."


@blueprint.get("/bodies/<slug>/settings")
@requires(Permission.CHANGE_BODY, of=queries.bodies.get)
def show(body: Body) -> ResponseReturnValue:
    """Show all that is set for a body."""
    return render_template(
        "settings/show.html",
        body=body,
        basis_words=BASIS_WORDS,
        years=queries.body_settings.years(body),
        standing=queries.body_settings.standing_items(body),
        plan=queries.body_settings.back_plan(body),
        texts=queries.body_settings.house_texts(body),
    )


@blueprint.route("/bodies/<slug>/settings/names", methods=["GET", "POST"])
@requires(Permission.CHANGE_BODY, of=queries.bodies.get)
def names(body: Body) -> ResponseReturnValue:
    """Change what a body is called and how it looks."""
    form = NamesForm.of(body)

    def keep() -> None:
        services.body_settings.change(body, form.names(), actor=actor())

    return kept(form, keep, body) or render_template("settings/names.html", body=body, form=form)


@blueprint.route("/bodies/<slug>/settings/numbering", methods=["GET", "POST"])
@requires(Permission.CHANGE_BODY, of=queries.bodies.get)
def numbering(body: Body) -> ResponseReturnValue:
    """Say when the numbers of the minutes start again."""
    form = NumberingForm(numbering=body.minute_numbering.value)

    def keep() -> None:
        services.body_settings.number_minutes(body, MinuteNumbering(form.numbering.data), actor=actor())

    return kept(form, keep, body) or render_template("settings/numbering.html", body=body, form=form)


@blueprint.route("/bodies/<slug>/settings/years", methods=["GET", "POST"])
@requires(Permission.CHANGE_BODY, of=queries.bodies.get)
def years(body: Body) -> ResponseReturnValue:
    """Say on which day a municipal year of the body starts."""
    form = YearForm()

    def keep() -> None:
        assert form.starts_on.data is not None, "the form asks for it"
        services.body_settings.start_year(body, form.starts_on.data, actor=actor())

    known = queries.body_settings.years(body)
    done = kept(form, keep, body, back=url_for(".years", slug=body.slug))
    return done or render_template("settings/years.html", body=body, form=form, years=known, button=Form())


@blueprint.post("/municipal-years/<int:municipal_year_id>/forget")
@requires(Permission.CHANGE_BODY, of=queries.body_settings.year)
def forget_year(year: MunicipalYear) -> ResponseReturnValue:
    """Take back the first day of a municipal year."""
    form, body = Form(), year.body
    back = url_for(".years", slug=body.slug)
    if form.validate_on_submit():
        with form.refusals():
            services.body_settings.forget_year(year, actor=actor())
            result = once.spend(viewer(), back)
            db.session.commit()
            flash("The first day of that year is taken back.")
            return redirect(result)
    for complaint in form.complaints():
        flash(complaint.words, "warning")
    return redirect(back)


@blueprint.route("/bodies/<slug>/settings/back-plan", methods=["GET", "POST"])
@requires(Permission.CHANGE_BODY, of=queries.bodies.get)
def back_plan(body: Body) -> ResponseReturnValue:
    """Say how many working days before or after a meeting each stage is due."""
    form = back_plan_form(queries.body_settings.back_plan(body))

    def keep() -> None:
        services.body_settings.keep_back_plan(body, form.days(), actor=actor())

    return kept(form, keep, body) or render_template("settings/back_plan.html", body=body, form=form)


@blueprint.route("/bodies/<slug>/settings/texts", methods=["GET", "POST"])
@requires(Permission.CHANGE_BODY, of=queries.bodies.get)
def texts(body: Body) -> ResponseReturnValue:
    """Keep a body's own words for its papers."""
    form = texts_form(queries.body_settings.house_texts(body))

    def keep() -> None:
        services.body_settings.keep_texts(body, form.texts(), actor=actor())

    return kept(form, keep, body) or render_template("settings/texts.html", body=body, form=form)


def kept(form: Any, keep: Callable[[], None], body: Body, *, back: str = "") -> ResponseReturnValue | None:
    """Keep what was typed, commit once and go back; nothing where the form is to be shown."""
    if form.validate_on_submit():
        with form.refusals():
            keep()
            result = once.spend(viewer(), back or url_for("settings.show", slug=body.slug))
            db.session.commit()
            flash(KEPT)
            return redirect(result)
    return None
