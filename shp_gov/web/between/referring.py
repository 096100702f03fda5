"""Answers awaited: what was referred to others, until when, and what they said."""

from collections.abc import Mapping

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.permissions import Permission
from shp_gov.models import Body, Decision, Organisation, Referral
from shp_gov.services.between_meetings import Asked
from shp_gov.web import once
from shp_gov.web.access import actor, permissions_towards, public, requires, viewer
from shp_gov.web.between.blueprint import blueprint
from shp_gov.web.between.forms import AnswerForm, ReferForm
from shp_gov.web.paging import asked_page, page_of


@blueprint.get("/bodies/<slug>/referrals")
@public(of=queries.bodies.get)
def referrals(body: Body) -> ResponseReturnValue:
    """List what a body referred to others, and others to it."""
    number, may = asked_page(), permissions_towards(body)
    rows, total = queries.between_meetings.referrals(body, viewer=viewer(), page=number)
    unsent = queries.between_meetings.unsent(body, viewer=viewer()) if Permission.ARRANGE_MEETING in may else ()
    return render_template(
        "between/referrals.html",
        body=body,
        rows=rows,
        page=page_of(number, total),
        unsent=unsent,
        may=may,
        today=viewer().on,
    )


@blueprint.route("/decisions/<int:decision_id>/refer", methods=["GET", "POST"])
@requires(Permission.ARRANGE_MEETING, of=queries.decisions.get)
def refer(decision: Decision) -> ResponseReturnValue:
    """Record that something was referred, and whose answer is awaited."""
    body = decision.minute.meeting.body
    others = _others(body)
    form = ReferForm(data={"asked": decision.words, "sent_on": viewer().on})
    form.to.choices = {"": "Choose a body or organisation"} | {key: each.name for key, each in others.items()}
    if form.validate_on_submit():
        with form.refusals():
            assert form.sent_on.data is not None, "the form asks for it"
            asked = Asked(others[form.to.data], form.asked.data or "", form.sent_on.data, form.due_on.data)
            services.between_meetings.refer(decision, asked, actor=actor())
            return _done(body, "The answer is awaited.")
    return render_template("between/refer.html", body=body, form=form, decision=decision)


def _others(body: Body) -> Mapping[str, Body | Organisation]:
    """Offer every other body, then the organisations, by name."""
    bodies = [each for each in queries.bodies.all_bodies() if each.id != body.id]
    found: dict[str, Body | Organisation] = {f"body {each.id}": each for each in bodies}
    return found | {f"organisation {each.id}": each for each in queries.organisations.every()}


@blueprint.route("/referrals/<int:referral_id>/answer", methods=["GET", "POST"])
@requires(Permission.ARRANGE_MEETING, of=queries.between_meetings.referral)
def answer(referral: Referral) -> ResponseReturnValue:
    """Record the answer to something that was referred."""
    form = AnswerForm(data={"answered_on": viewer().on})
    if form.validate_on_submit():
        with form.refusals():
            assert form.answered_on.data is not None, "the form asks for it"
            services.between_meetings.answer(
                referral, answered_on=form.answered_on.data, words=form.answer.data or "", actor=actor()
            )
            return _done(referral.body, "The answer is recorded.")
    return render_template("between/answer.html", body=referral.body, form=form, referral=referral)


def _done(body: Body, words: str) -> ResponseReturnValue:
    result = once.spend(viewer(), url_for("between.referrals", slug=body.slug))
    db.session.commit()
    flash(words)
    return redirect(result)
