"""A form that is kept and leads on, or is shown again; a button that asks for nothing."""

from collections.abc import Callable

from flask import flash, redirect
from flask.typing import ResponseReturnValue

from shp_gov.database import db
from shp_gov.web import once
from shp_gov.web.access import viewer
from shp_gov.web.forms import Form


def kept(form: Form, act: Callable[[], str], to: str) -> ResponseReturnValue | None:
    """Act on what was sent, once it is right, commit once, and go on; otherwise the form is to be shown."""
    if form.validate_on_submit():
        with form.refusals():
            done = act()
            result = once.spend(viewer(), to)
            db.session.commit()
            flash(done)
            return redirect(result)
    return None


def one_click(act: Callable[[], str], here: str) -> ResponseReturnValue:
    """Act on a button that asks for nothing, and come back; a refusal is told on the page it came from."""
    form = Form()
    if answer := kept(form, act, here):
        return answer
    flash(" ".join(complaint.words for complaint in form.complaints()), "warning")
    return redirect(here)
