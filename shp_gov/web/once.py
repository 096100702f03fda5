"""A second click is harmless: the form that took effect is remembered with the address of its result."""

import sqlalchemy as sa
from flask import request
from sqlalchemy.exc import IntegrityError

from shp_gov import clock
from shp_gov.database import db
from shp_gov.domain.permissions import Viewer
from shp_gov.models import FormToken
from shp_gov.web.fields import one_line

FIELD = "form_token"
LONGEST = 64


class AlreadyDone(Exception):
    """The same form took effect a moment ago. The answer is a redirect to `result`."""

    def __init__(self, result: str) -> None:
        super().__init__(result)
        self.result = result


def result_of_first_click(viewer: Viewer) -> str | None:
    """Find where the first click on this form led, if it took effect."""
    token = sent()
    if not token:
        return None
    spent = sa.select(FormToken.result).where(FormToken.token == token, FormToken.user_id == viewer.user_id)
    return db.session.scalar(spent.where(FormToken.form == request.path))


def sent() -> str:
    """Read the token that was sent with the form, if one was."""
    return one_line(request.form.get(FIELD))[:LONGEST] if request.method == "POST" else ""


def spend(viewer: Viewer, result: str) -> str:
    """Mark the form of this request as used, in the transaction of its effect, and give its result back."""
    token = sent()
    if not token or viewer.user_id is None:
        return result
    db.session.flush()
    db.session.add(
        FormToken(token=token, user_id=viewer.user_id, form=request.path, spent_at=clock.now(), result=result)
    )
    try:
        db.session.flush()
    except IntegrityError as clash:
        db.session.rollback()
        raise AlreadyDone(result_of_first_click(viewer) or result) from clash
    return result
