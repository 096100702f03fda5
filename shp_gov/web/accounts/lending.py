"""Cover: an officer or a chair lends a colleague their role in a body for some days."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.permissions import Permission, Role
from shp_gov.domain.words import long_day
from shp_gov.models import Body, RoleHeld
from shp_gov.services.cover import LENT, CoverRefused
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.accounts.blueprint import blueprint
from shp_gov.web.accounts.forms import CoverForm, EndForm


@blueprint.route("/bodies/<slug>/cover", methods=["GET", "POST"])
@requires(Permission.GIVE_COVER, of=queries.bodies.get)
def lend(body: Body) -> ResponseReturnValue:
    """Lend a colleague one's own role for some days, and list who covers for whom."""
    form = CoverForm(data={"from_on": viewer().on})
    form.role.choices = {role.value: f"My role as {role}" for role in _own_roles(body)}
    if form.validate_on_submit():
        with form.refusals():
            held = _lent(body, form)
            result = once.spend(viewer(), url_for(".lend", slug=body.slug))
            db.session.commit()
            flash(f"{held.user.name} covers for you until {long_day(held.until_on or held.from_on)}.")
            return redirect(result)
    covers = queries.users.covers(body, on=viewer().on)
    return render_template("accounts/lend.html", form=form, body=body, covers=covers, today=viewer().on)


def _own_roles(body: Body) -> list[Role]:
    """List the roles of one's own that can be lent: not those that somebody lent."""
    own = [held for held in current_user.roles if held.body_id == body.id and held.covers_for_id is None]
    return [role for role in LENT if any(held.role == role and held.covers(viewer().on) for held in own)]


def _lent(body: Body, form: CoverForm) -> RoleHeld:
    assert form.from_on.data is not None, "the form asks for it"
    assert form.until_on.data is not None, "the form asks for it"
    colleague = queries.users.find_by_email(form.email.data or "")
    if colleague is None:
        raise CoverRefused(
            f"Nobody with the address {form.email.data} has an account. Ask an administrator to add one."
        )
    return services.cover.give(
        current_user._get_current_object(),
        Role(form.role.data),
        body=body,
        to=colleague,
        from_on=form.from_on.data,
        until_on=form.until_on.data,
        actor=actor(),
    )


@blueprint.route("/cover/<int:cover_id>/end", methods=["GET", "POST"])
@requires(Permission.GIVE_COVER, of=queries.users.cover)
def end_cover(held: RoleHeld) -> ResponseReturnValue:
    """End cover sooner than was agreed."""
    form = EndForm(data={"last_day": viewer().on})
    if form.validate_on_submit() and form.last_day.data:
        with form.refusals():
            services.cover.end(held, last_day=form.last_day.data, actor=actor())
            result = once.spend(viewer(), url_for(".lend", slug=held.body.slug))
            db.session.commit()
            flash(f"The cover ends after {long_day(form.last_day.data)}.")
            return redirect(result)
    return render_template("accounts/end_cover.html", form=form, held=held, body=held.body)
