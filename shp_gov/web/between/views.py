"""Decisions between meetings: recorded, listed for everybody, and answered by a meeting."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.permissions import Permission
from shp_gov.models import Body, InterimDecision
from shp_gov.web import once
from shp_gov.web.access import actor, permissions_towards, public, requires, viewer
from shp_gov.web.between.blueprint import blueprint
from shp_gov.web.between.forms import RatifyForm, TakenForm
from shp_gov.web.paging import asked_page, page_of

SHORT = 90


@blueprint.get("/bodies/<slug>/between-meetings")
@public(of=queries.bodies.get)
def index(body: Body) -> ResponseReturnValue:
    """List what was decided between meetings, what waits to be ratified first."""
    number = asked_page()
    rows, total = queries.between_meetings.of_body(body, viewer=viewer(), page=number)
    return render_template(
        "between/index.html", body=body, rows=rows, page=page_of(number, total), may=permissions_towards(body)
    )


@blueprint.route("/bodies/<slug>/between-meetings/new", methods=["GET", "POST"])
@requires(Permission.ARRANGE_MEETING, of=queries.bodies.get)
def record(body: Body) -> ResponseReturnValue:
    """Record a decision that was taken between meetings."""
    form = TakenForm.of(None)
    if form.validate_on_submit():
        with form.refusals():
            services.between_meetings.record(body, form.taken(), actor=actor())
            return _done(body, "The decision is recorded. It waits for the next meeting.")
    return render_template("between/record.html", body=body, form=form, interim=None)


@blueprint.route("/between-meetings/<int:interim_id>", methods=["GET", "POST"])
@requires(Permission.ARRANGE_MEETING, of=queries.between_meetings.get)
def change(interim: InterimDecision) -> ResponseReturnValue:
    """Put right what was recorded of a decision between meetings."""
    form, body = TakenForm.of(interim), interim.body
    if form.validate_on_submit():
        with form.refusals():
            services.between_meetings.change(interim, form.taken(), seen=form.seen.data or "", actor=actor())
            return _done(body, "The decision is changed.")
        form.seen.data = queries.between_meetings.seen(interim)
    return render_template("between/record.html", body=body, form=form, interim=interim)


@blueprint.route("/between-meetings/<int:interim_id>/ratify", methods=["GET", "POST"])
@requires(Permission.ARRANGE_MEETING, of=queries.between_meetings.get)
def ratify(interim: InterimDecision) -> ResponseReturnValue:
    """Record what a meeting said to a decision taken before it."""
    form = RatifyForm()
    decisions = {str(each.id): each for each in queries.between_meetings.may_answer(interim, viewer=viewer())}
    words = {key: f"{each.reference}: {each.words}" for key, each in decisions.items()}
    form.decision.choices = {"": "Choose a decision"} | {key: _short(each) for key, each in words.items()}
    if form.validate_on_submit():
        with form.refusals():
            decision = decisions[form.decision.data]
            services.between_meetings.ratify(
                interim, decision=decision, is_ratified=form.said.data == "ratified", actor=actor()
            )
            return _done(interim.body, "What the meeting said is recorded.")
    return render_template("between/ratify.html", body=interim.body, form=form, interim=interim, decisions=decisions)


def _short(words: str) -> str:
    return words if len(words) <= SHORT else f"{words[: SHORT - 1].rstrip()}…"


def _done(body: Body, words: str) -> ResponseReturnValue:
    result = once.spend(viewer(), url_for("between.index", slug=body.slug))
    db.session.commit()
    flash(words)
    return redirect(result)
