"""One action: see it, say how it is going, answer for the body."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.permissions import Permission
from shp_gov.models import Action, Decision
from shp_gov.web import once
from shp_gov.web.access import actor, public, requires, viewer
from shp_gov.web.actions import changes, closure, lists, owners, page, proposals
from shp_gov.web.actions.blueprint import blueprint
from shp_gov.web.actions.forms import AnswerForm, AssignForm, ProgressForm

__all__ = ["blueprint", "changes", "closure", "lists", "proposals"]


@blueprint.get("/actions/<int:action_id>")
@public(of=queries.actions.get)
def show(action: Action) -> ResponseReturnValue:
    """Show one action: its next step, what was agreed, the story so far."""
    return page.render(action)


@blueprint.get("/my-actions/<int:action_id>")
@requires(Permission.USE_OWN_ACCOUNT)
def find(action_id: int) -> ResponseReturnValue:
    """Go to an action from an e-mail, after signing in."""
    return redirect(url_for(".show", action_id=action_id))


@blueprint.route("/actions/<int:action_id>/progress", methods=["GET", "POST"])
@requires(Permission.UPDATE_ACTION, of=queries.actions.get)
def progress(action: Action) -> ResponseReturnValue:
    """Say how it is going, or that it is complete."""
    form = ProgressForm()
    if form.validate_on_submit():
        with form.refusals():
            page.require_fresh(action, form)
            done = _record_progress(action, form)
            result = once.spend(viewer(), url_for(".show", action_id=action.id))
            db.session.commit()
            flash(done)
            return redirect(result)
    return page.render(action, progress=form) if request.method == "POST" else _to(action)


def _record_progress(action: Action, form: ProgressForm) -> str:
    note, files = form.note.data or "", form.files.uploads()
    if "note_only" in request.form:
        services.actions.report_progress(action, note=note, files=files, actor=actor())
        return "Your note is saved."
    services.actions.propose_completion(action, note=note, files=files, actor=actor())
    return "You proposed that it is complete. An officer checks it next."


@blueprint.route("/actions/<int:action_id>/answer", methods=["GET", "POST"])
@requires(Permission.VERIFY_ACTION, of=queries.actions.get)
def answer(action: Action) -> ResponseReturnValue:
    """Verify that an action is complete, or return it to its owner."""
    form = AnswerForm()
    if form.validate_on_submit():
        with form.refusals():
            page.require_fresh(action, form)
            done = _record_answer(action, form)
            result = once.spend(viewer(), url_for(".show", action_id=action.id))
            db.session.commit()
            flash(done)
            return redirect(result)
    return page.render(action, answer=form) if request.method == "POST" else _to(action)


def _record_answer(action: Action, form: AnswerForm) -> str:
    if "return" in request.form:
        services.actions.return_(action, reason=form.note.data or "", actor=actor())
        return "Returned to its owner, who is told why."
    services.actions.verify(action, note=form.note.data or "", actor=actor())
    return "Verified. The partnership agrees next."


@blueprint.route("/decisions/<int:decision_id>/actions/new", methods=["GET", "POST"])
@requires(Permission.ASSIGN_ACTION, of=queries.decisions.get)
def assign(decision: Decision) -> ResponseReturnValue:
    """Make an action of a decision."""
    form = AssignForm()
    body = decision.minute.meeting.body
    owners.offer(form, body)
    if form.validate_on_submit():
        with form.refusals():
            action = services.actions.assign(decision, **owners.assignment(form), actor=actor())
            result = once.spend(viewer(), url_for("decisions.show", decision_id=decision.id))
            db.session.commit()
            flash(f"Action {action.number} assigned to {action.owner_title}.")
            return redirect(result)
    return render_template("actions/assign.html", decision=decision, body=body, form=form)


def _to(action: Action) -> ResponseReturnValue:
    return redirect(url_for(".show", action_id=action.id))
