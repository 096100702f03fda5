"""Proposed actions: an officer confirms, changes or dismisses what the words of a decision seem to ask."""

from dataclasses import dataclass
from datetime import date

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms.validators import InputRequired

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.guards import LONGEST_NOTE
from shp_gov.domain.permissions import Permission
from shp_gov.domain.workflows import ProposalState
from shp_gov.models import Body, ProposedAction
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.actions import owners
from shp_gov.web.actions.blueprint import blueprint
from shp_gov.web.actions.forms import AssignForm
from shp_gov.web.fields import TextAreaField
from shp_gov.web.filters import day
from shp_gov.web.forms import Form, MaxLength
from shp_gov.web.front_end import Link, here
from shp_gov.web.paging import asked_page, page_of, whole_number

SHOWN = (("proposed", "To answer"), ("confirmed", "Confirmed"), ("dismissed", "Dismissed"))


class DismissForm(Form):
    """Why nothing is to be done."""

    reason = TextAreaField("Why is nothing to be done?", [InputRequired("Give a reason"), MaxLength(LONGEST_NOTE)])


@dataclass(frozen=True)
class Row:
    """A proposed action in the list: what it suggests, and whether that can be confirmed as it stands."""

    proposal: ProposedAction
    owner: str
    owner_key: str
    due: str
    due_on: date | None
    dismiss: DismissForm
    confirm: Form

    @property
    def missing(self) -> str:
        """Say what must be said before this can be confirmed."""
        gaps = [words for words, known in (("who will do it", self.owner), ("by when", self.due)) if not known]
        return " and ".join(gaps)


@blueprint.get("/bodies/<slug>/proposed-actions")
@requires(Permission.ASSIGN_ACTION, of=queries.bodies.get)
def proposed(body: Body) -> ResponseReturnValue:
    """List the proposed actions of a body that wait for an answer, or those that had one."""
    return _list(body)


def _list(body: Body, refused: DismissForm | None = None, of: int = 0) -> ResponseReturnValue:
    asked = request.args.get("state", "")
    state = ProposalState(asked) if asked in list(ProposalState) else ProposalState.PROPOSED
    number = asked_page()
    found, total = queries.proposals.of_body(
        body, viewer=viewer(), state=state, decision_id=whole_number(request.args.get("decision", "")), page=number
    )
    return render_template(
        "actions/proposed.html",
        body=body,
        state=state,
        rows=[_row(one, refused if one.id == of else None) for one in found],
        form=refused,
        filters=[("Show", [_link(value, words, state) for value, words in SHOWN])],
        page=page_of(number, total, queries.proposals.PAGE),
    )


def _link(value: str, words: str, state: ProposalState) -> Link:
    return Link(words, here(state=value, page=None), "true" if value == state else "")


def _row(one: ProposedAction, refused: DismissForm | None) -> Row:
    suggested = one.seat or one.organisation
    title = one.seat.title if one.seat else one.organisation.name if one.organisation else ""
    by_next = "by the next meeting" if one.is_due_by_next_meeting else ""
    return Row(
        proposal=one,
        owner=title,
        owner_key=owners.key(suggested) if suggested else "",
        due=day(one.due_on) if one.due_on else by_next,
        due_on=one.due_on,
        dismiss=refused or DismissForm(formdata=None, prefix=f"dismiss-{one.id}-"),
        confirm=Form(formdata=None),
    )


@blueprint.route("/proposed-actions/<int:proposal_id>/confirm", methods=["GET", "POST"])
@requires(Permission.ASSIGN_ACTION, of=queries.proposals.get)
def confirm(proposal: ProposedAction) -> ResponseReturnValue:
    """Make an action of a proposal, as it stands or changed."""
    body = proposal.decision.minute.meeting.body
    suggested = proposal.seat or proposal.organisation
    form = AssignForm(
        what=proposal.what,
        owner=owners.key(suggested) if suggested else "",
        due_on=proposal.due_on,
        by_next_meeting=proposal.is_due_by_next_meeting,
    )
    owners.offer(form, body)
    if form.validate_on_submit():
        with form.refusals():
            action = services.proposals.confirm(proposal, **owners.assignment(form), actor=actor())
            result = once.spend(viewer(), url_for(".proposed", slug=body.slug))
            db.session.commit()
            flash(f"Action {action.number} assigned to {action.owner_title}.")
            return redirect(result)
    return render_template("actions/confirm.html", proposal=proposal, decision=proposal.decision, body=body, form=form)


@blueprint.route("/proposed-actions/<int:proposal_id>/dismiss", methods=["GET", "POST"])
@requires(Permission.ASSIGN_ACTION, of=queries.proposals.get)
def dismiss(proposal: ProposedAction) -> ResponseReturnValue:
    """Say that a decision asks for nothing, and why."""
    body = proposal.decision.minute.meeting.body
    form = DismissForm(prefix=f"dismiss-{proposal.id}-")
    if form.validate_on_submit():
        with form.refusals():
            services.proposals.dismiss(proposal, reason=form.reason.data or "", actor=actor())
            result = once.spend(viewer(), url_for(".proposed", slug=body.slug))
            db.session.commit()
            flash("Dismissed. It is remembered, and not proposed again.")
            return redirect(result)
    if request.method == "POST":
        return _list(body, form, proposal.id)
    return redirect(url_for(".proposed", slug=body.slug))
