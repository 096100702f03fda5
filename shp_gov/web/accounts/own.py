"""My account: what I am to each body, and my password. For anyone signed in."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.permissions import Permission
from shp_gov.models import User
from shp_gov.services.accounts import SignInRefused
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.accounts.blueprint import blueprint
from shp_gov.web.accounts.forms import PasswordForm
from shp_gov.web.auth import sessions


@blueprint.get("/account")
@requires(Permission.USE_OWN_ACCOUNT)
def mine() -> ResponseReturnValue:
    """Show what is known of me, and what I am to each body."""
    on = viewer().on
    roles = [held for held in current_user.roles if held.covers(on)]
    seats = queries.users.seats_held(viewer())
    return render_template("accounts/mine.html", user=current_user, roles=roles, seats=seats, on=on)


@blueprint.route("/account/password", methods=["GET", "POST"])
@requires(Permission.USE_OWN_ACCOUNT)
def change_password() -> ResponseReturnValue:
    """Change my password, knowing the old one; I stay signed in here, and am signed out elsewhere."""
    form = PasswordForm()
    if form.validate_on_submit():
        with form.refusals():
            user = db.session.get_one(User, viewer().user_id)
            if _changed(user, form):
                result = once.spend(viewer(), url_for(".mine"))
                db.session.commit()
                sessions.begin(user)
                flash("Your password is changed. Wherever else you were signed in, you are signed out.")
                return redirect(result)
    return render_template("accounts/change_password.html", form=form)


def _changed(user: User, form: PasswordForm) -> bool:
    """Change the password, or say that the old one is wrong; that failure is counted, and so committed."""
    try:
        services.accounts.change_password(
            user,
            old=form.old.data or "",
            new=form.new.data or "",
            address=request.remote_addr or "unknown",
            actor=actor(),
        )
    except SignInRefused as refusal:
        form.form_errors.append(str(refusal))
        db.session.commit()
        return False
    return True
