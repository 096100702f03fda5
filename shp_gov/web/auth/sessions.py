"""Sessions: begun anew at each sign-in, and over after half a day however busy they are."""

from flask import Flask, current_app, g, session
from flask_login import login_user

from shp_gov import clock
from shp_gov.models import User

BEGAN = "signed_in_at"


def init_app(app: Flask) -> None:
    """End what is over before anything is done with it."""
    app.before_request(_end_if_over)


def begin(user: User) -> None:
    """Begin a session that holds nothing of the one before."""
    session.clear()
    login_user(user)
    g.pop("viewer", None)
    session.permanent = True
    session[BEGAN] = clock.now().timestamp()


def _end_if_over() -> None:
    began = session.get(BEGAN)
    if began is not None and clock.now().timestamp() - began > current_app.permanent_session_lifetime.total_seconds():
        session.clear()
