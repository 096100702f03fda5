"""Signing in and out."""

import re
from urllib.parse import urlsplit

from flask import Blueprint, g, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import logout_user

from shp_gov import services
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.models import User
from shp_gov.web.access import public
from shp_gov.web.auth import sessions
from shp_gov.web.auth.forms import SignInForm
from shp_gov.web.frame import start

blueprint = Blueprint("auth", __name__)
OURS = re.compile(r"/(?![/\\])[\x21-\x5b\x5d-\x7e]*")


@blueprint.route("/sign-in", methods=["GET", "POST"])
@public()
def sign_in() -> ResponseReturnValue:
    """Sign in, and go where you were going."""
    form = SignInForm()
    if form.validate_on_submit() and (user := _opened(form)):
        sessions.begin(user)
        db.session.commit()
        return redirect(_safe(request.args.get("next")) or start())
    return render_template("auth/sign_in.html", form=form)


def _opened(form: SignInForm) -> User | None:
    """Open the account, or say why not; a failure is counted, and so committed."""
    address = request.remote_addr or "unknown"
    try:
        return services.accounts.sign_in(form.email.data or "", form.password.data or "", address=address)
    except DomainError as refusal:
        form.form_errors.append(str(refusal))
        db.session.commit()
        return None


@blueprint.post("/sign-out")
@public()
def sign_out() -> ResponseReturnValue:
    """Sign out."""
    logout_user()
    session.clear()
    g.pop("viewer", None)
    return redirect(url_for("auth.sign_in"))


def _safe(address: str | None) -> str:
    """Keep only an address of our own: a path in plain characters, never another site."""
    if not address or not OURS.fullmatch(address) or urlsplit(address).netloc:
        return ""
    return address
