"""What the pages of minutes share: a form that is kept and leads on, the part of a minute that an address names."""

from collections.abc import Callable

from flask import abort, flash, redirect, request
from flask.typing import ResponseReturnValue

from shp_gov.database import db
from shp_gov.models import Minute
from shp_gov.services.rewording import NoSuchWords, Place
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


def place_asked(minute: Minute) -> Place:
    """Give the part of a minute that the address names. One that is not there does not exist."""
    place = Place(minute, request.args.get("part", "narrative"))
    try:
        assert place.words is not None, "a part has words, or is refused"
    except NoSuchWords:
        abort(404)
    return place
