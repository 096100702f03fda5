"""An officer changes an action: its owner, its date, what it waits for; ends it, or opens it again."""

from collections.abc import Callable

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.permissions import Permission
from shp_gov.models import Action, Decision
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.actions import owners, page
from shp_gov.web.actions.blueprint import blueprint
from shp_gov.web.actions.forms import ActionForm, DueDateForm, NotProceedForm, OwnerForm, ReopenForm, WaitForm
from shp_gov.web.filters import day

CHANGE = "actions/change.html"


@blueprint.route("/actions/<int:action_id>/owner", methods=["GET", "POST"])
@requires(Permission.ASSIGN_ACTION, of=queries.actions.get)
def owner(action: Action) -> ResponseReturnValue:
    """Give an action to another owner."""
    form = OwnerForm(owner=owners.key(action.owner))
    form.owner.choices = owners.with_present(owners.choices(action.body), action)

    def change() -> str:
        new = owners.chosen(form.owner)
        services.action_changes.change_owner(action, owner=new, reason=form.reason.data or "", actor=actor())
        return f"The owner is now {action.owner_title}. Both are told."

    return _change(action, form, change, heading="Change the owner", button="Change the owner")


@blueprint.route("/actions/<int:action_id>/due-date", methods=["GET", "POST"])
@requires(Permission.ASSIGN_ACTION, of=queries.actions.get)
def due_date(action: Action) -> ResponseReturnValue:
    """Move the day an action is due."""
    form = DueDateForm(due_on=queries.actions.due_day(action))
    coming = queries.actions.day_of_next_meeting(action.body_id, after=viewer().on)
    form.by_next_meeting.description = f"The next is on {day(coming)}." if coming else "No next meeting is planned."

    def change() -> str:
        services.action_changes.change_due_date(
            action,
            due_on=form.due_on.data,
            by_next_meeting=bool(form.by_next_meeting.data),
            reason=form.reason.data or "",
            actor=actor(),
        )
        return f"The action is now due on {day(action.due_on)}. Its owner is told."

    return _change(action, form, change, heading="Change the due date", button="Change the due date")


@blueprint.route("/actions/<int:action_id>/waits-for", methods=["GET", "POST"])
@requires(Permission.ASSIGN_ACTION, of=queries.actions.get)
def wait(action: Action) -> ResponseReturnValue:
    """Let an action wait for another, or for none."""
    others = queries.proposals.others_unfinished(action, viewer=viewer())
    form = WaitForm(other=str(action.waits_for_id or ""))
    form.other.choices = {"": "None: it can go on"} | {
        str(other.id): f"{other.number}. {other.what}" for other in others
    }

    def change() -> str:
        chosen = next((other for other in others if str(other.id) == form.other.data), None)
        services.action_changes.wait_for(action, chosen, reason=form.reason.data or "", actor=actor())
        return f"It waits for action {chosen.number}." if chosen else "It waits for nothing now."

    return _change(action, form, change, heading="Let it wait for another action", button="Save")


@blueprint.route("/actions/<int:action_id>/not-proceeding", methods=["GET", "POST"])
@requires(Permission.RECORD_DECISION, of=queries.actions.get)
def not_proceed(action: Action) -> ResponseReturnValue:
    """Record that the body decided not to go on with an action."""
    decisions = queries.proposals.later_decisions(action, viewer=viewer())
    form = NotProceedForm()
    form.decision.choices = {"": "Choose a decision"} | {str(one.id): _named(one) for one in decisions}

    def change() -> str:
        chosen = next(one for one in decisions if str(one.id) == form.decision.data)
        services.action_endings.not_proceed(action, decision=chosen, reason=form.reason.data or "", actor=actor())
        return f"The action will not proceed, by decision {chosen.reference}."

    return _change(action, form, change, heading="Record that it will not proceed", button="Record it")


def _named(decision: Decision) -> str:
    words = decision.words if len(decision.words) < 90 else f"{decision.words[:88]} …"
    return f"{decision.reference}: {words}"


@blueprint.route("/actions/<int:action_id>/reopen", methods=["GET", "POST"])
@requires(Permission.RECORD_DECISION, of=queries.actions.get)
def reopen(action: Action) -> ResponseReturnValue:
    """Open a finished action again."""
    form = ReopenForm()

    def change() -> str:
        services.action_endings.reopen(action, reason=form.reason.data or "", actor=actor())
        return "The action is open again. Its owner is told."

    return _change(action, form, change, heading="Open it again", button="Open it again")


def _change(
    action: Action, form: ActionForm, change: Callable[[], str], *, heading: str, button: str
) -> ResponseReturnValue:
    """Show a form, and carry out the change once it is right."""
    if form.validate_on_submit():
        with form.refusals():
            page.require_fresh(action, form)
            done = change()
            result = once.spend(viewer(), url_for(".show", action_id=action.id))
            db.session.commit()
            flash(done)
            return redirect(result)
    form.version.data = str(action.version)
    return render_template(
        CHANGE, action=action, form=form, heading=heading, button=button, due_on=queries.actions.due_day(action)
    )
