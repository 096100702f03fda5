"""The rules for everybody to read: what each says from which day, on whose authority, and cases that show it."""

from dataclasses import dataclass
from itertools import groupby

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue

from shp_gov import queries
from shp_gov.domain.checks import check_of
from shp_gov.domain.finding_words import facts_in_words
from shp_gov.domain.permissions import Permission
from shp_gov.domain.rulebook import Rule
from shp_gov.domain.rulebook import rules as rulebook
from shp_gov.queries.compliance.settings import RuleOfBody
from shp_gov.web.access import permissions_towards, public, viewer
from shp_gov.web.compliance.blueprint import blueprint
from shp_gov.web.compliance.forms import AsAtForm


@dataclass(frozen=True)
class Instrument:
    """An instrument and its rules that are in force on a day."""

    name: str
    rules: tuple[Rule, ...]


@blueprint.get("/rules")
@public()
def rules() -> ResponseReturnValue:
    """List the rules in force on a day, by the instrument they come from."""
    form = AsAtForm(viewer().on)
    on = form.day
    in_force = [rule for rule in rulebook().values() if rule.on(on)]
    by_instrument = groupby(in_force, key=lambda rule: rule.instrument)
    found = [Instrument(name, tuple(of_it)) for name, of_it in by_instrument]
    return render_template("compliance/rules.html", form=form, on=on, instruments=found, number=len(in_force))


@blueprint.get("/rules/<code>")
@public()
def rule(code: str) -> ResponseReturnValue:
    """Show one rule: its versions, what is asked to tell it, and cases with their verdicts."""
    found = rulebook().get(code)
    if found is None:
        abort(404)
    asks = next(iter((check_of(found).__doc__ or "").strip().splitlines()), found.check)
    cases = [(case, facts_in_words(case.given)) for case in found.cases]
    settled = _settled(found)
    return render_template(
        "compliance/rule.html",
        rule=found,
        asks=asks,
        cases=cases,
        on=viewer().on,
        settled=settled,
        may=permissions_towards(settled),
    )


def _settled(rule: Rule) -> RuleOfBody | None:
    """Give how the rule stands for the body the reader came from, where they may see that."""
    body = queries.bodies.find(request.args.get("body", ""))
    if body is None or Permission.SEE_WHERE_WE_STAND not in permissions_towards(body):
        return None
    return RuleOfBody(rule, body, queries.compliance.settings.of_bodies([body.id]).of_rule(rule.id))
