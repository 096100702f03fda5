"""What an account is to each body: roles given and ended. For administrators."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.permissions import Permission, Role
from shp_gov.domain.words import long_day
from shp_gov.models import Body, Meeting, RoleHeld, User
from shp_gov.services.accounts import AccountRefused
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.accounts.blueprint import blueprint
from shp_gov.web.accounts.forms import EndForm, RoleForm, offer


@blueprint.route("/accounts/<int:user_id>/roles/new", methods=["GET", "POST"])
@requires(Permission.MANAGE_ACCOUNTS, of=queries.users.get)
def give(user: User) -> ResponseReturnValue:
    """Give an account a role in a body."""
    form = RoleForm(data={"from_on": viewer().on})
    offer(form, queries.bodies.all_bodies())
    if form.validate_on_submit():
        with form.refusals():
            held = _given(user, form)
            result = once.spend(viewer(), url_for(".show", user_id=user.id))
            db.session.commit()
            flash(f"{user.name} is {held.role} of the {held.body.name} from {long_day(held.from_on)}.")
            return redirect(result)
    return render_template("accounts/give.html", form=form, user=user)


def _given(user: User, form: RoleForm) -> RoleHeld:
    assert form.from_on.data is not None, "the form asks for it"
    body = queries.bodies.get(form.body.data, viewer=viewer())
    return services.accounts.give_role(
        user,
        Role(form.role.data),
        body=body,
        from_on=form.from_on.data,
        until_on=form.until_on.data,
        meeting=_meeting(form, body),
        actor=actor(),
    )


def _meeting(form: RoleForm, body: Body) -> Meeting | None:
    if form.meeting_on.data is None:
        return None
    found = queries.meetings.find_on(body, on=form.meeting_on.data)
    if found is None:
        raise AccountRefused(f"The {body.name} has no meeting on {long_day(form.meeting_on.data)}.")
    return found


@blueprint.route("/accounts/<int:user_id>/roles/<int:role_id>/end", methods=["GET", "POST"])
@requires(Permission.MANAGE_ACCOUNTS, of=queries.users.role)
def end(held: RoleHeld) -> ResponseReturnValue:
    """End a role after its last day."""
    form = EndForm(data={"last_day": viewer().on})
    if form.validate_on_submit() and form.last_day.data:
        with form.refusals():
            services.accounts.end_role(held, last_day=form.last_day.data, actor=actor())
            result = once.spend(viewer(), url_for(".show", user_id=held.user_id))
            db.session.commit()
            flash(f"The role ends after {long_day(form.last_day.data)}.")
            return redirect(result)
    return render_template("accounts/end.html", form=form, held=held)
