"""What officers settle about the rules of a body: a source confirmed, a rule switched off, and on again."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.permissions import Permission
from shp_gov.domain.rulebook import Confidence, rules
from shp_gov.domain.words import long_day
from shp_gov.models import Body
from shp_gov.queries.compliance.settings import RuleOfBody
from shp_gov.web import once
from shp_gov.web.access import actor, permissions_towards, requires, viewer
from shp_gov.web.compliance.blueprint import blueprint
from shp_gov.web.compliance.forms import ConfirmForm, SwitchForm, TakeBackForm


@blueprint.get("/bodies/<slug>/stand/rules")
@requires(Permission.SEE_WHERE_WE_STAND, of=queries.bodies.get)
def settled(body: Body) -> ResponseReturnValue:
    """Show the rules switched off for a body, the sources confirmed, and those still to be confirmed."""
    found = queries.compliance.settings.of_bodies([body.id])
    confirmed = found.confirmed(body.id)
    unread = [rule for rule in rules().values() if rule.confidence is not Confidence.READ]
    return render_template(
        "compliance/settled.html",
        body=body,
        on=viewer().on,
        off=found.off(body.id, viewer().on),
        off_later=found.off_later(body.id, viewer().on),
        rows=found.rows,
        rules=rules(),
        to_confirm=[rule for rule in unread if rule.id not in confirmed],
        may=permissions_towards(body),
    )


@blueprint.route("/bodies/<slug>/stand/rules/<code>/confirm", methods=["GET", "POST"])
@requires(Permission.SETTLE_RULE, of=queries.compliance.settings.rule_of)
def confirm(found: RuleOfBody) -> ResponseReturnValue:
    """Confirm the source of a rule."""
    form = ConfirmForm()
    if form.validate_on_submit():
        with form.refusals():
            services.rule_settings.confirm_source(found.rule, of=found.body, note=form.note.data or "", actor=actor())
            return _done(found, f"The source of {found.rule.id} is confirmed.")
    return render_template("compliance/confirm.html", form=form, found=found, body=found.body)


@blueprint.route("/bodies/<slug>/stand/rules/<code>/off", methods=["GET", "POST"])
@requires(Permission.SETTLE_RULE, of=queries.compliance.settings.rule_of)
def switch_off(found: RuleOfBody) -> ResponseReturnValue:
    """Switch a rule off for a body from a day."""
    form = SwitchForm(data={"from_on": viewer().on})
    if form.validate_on_submit():
        with form.refusals():
            row = services.rule_settings.switch_off(found.rule, of=found.body, actor=actor(), **_asked(form))
            return _done(found, f"{found.rule.id} is switched off from {long_day(row.from_on)}.")
    return render_template("compliance/switch_off.html", form=form, found=found, body=found.body)


@blueprint.route("/bodies/<slug>/stand/rules/<code>/on", methods=["GET", "POST"])
@requires(Permission.SETTLE_RULE, of=queries.compliance.settings.rule_of)
def switch_on(found: RuleOfBody) -> ResponseReturnValue:
    """Switch a rule on again for a body from a day."""
    form = SwitchForm(data={"from_on": viewer().on})
    if form.validate_on_submit():
        with form.refusals():
            asked = _asked(form)
            services.rule_settings.switch_on(found.rule, of=found.body, actor=actor(), **asked)
            return _done(found, f"{found.rule.id} is checked again from {long_day(asked['from_on'])}.")
    return render_template("compliance/switch_on.html", form=form, found=found, body=found.body)


@blueprint.route("/bodies/<slug>/stand/rules/<code>/take-back", methods=["GET", "POST"])
@requires(Permission.SETTLE_RULE, of=queries.compliance.settings.rule_of)
def take_back(found: RuleOfBody) -> ResponseReturnValue:
    """Take the switching off of a rule back before its day."""
    form = TakeBackForm()
    if form.validate_on_submit():
        with form.refusals():
            services.rule_settings.take_back(found.rule, of=found.body, note=form.note.data or "", actor=actor())
            return _done(found, f"{found.rule.id} is not switched off. It is checked as it was.")
    return render_template("compliance/take_back.html", form=form, found=found, body=found.body)


def _asked(form: SwitchForm) -> Any:
    return {"from_on": form.from_on.data, "note": form.note.data or ""}


def _done(found: RuleOfBody, words: str) -> ResponseReturnValue:
    result = once.spend(viewer(), url_for(".settled", slug=found.body.slug))
    db.session.commit()
    flash(words)
    return redirect(result)
