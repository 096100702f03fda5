"""Exceptions to pages. What you may not see is the same page as what does not exist."""

from flask import Flask, current_app, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import IntegrityError, NoResultFound
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException

from shp_gov.database import db
from shp_gov.web import jsonable, once, unsaved
from shp_gov.web.access import SHOWN, viewer
from shp_gov.web.once import AlreadyDone

PAGES = {400: "errors/400.html", 403: "errors/404.html", 404: "errors/404.html", 405: "errors/404.html"}


def init_app(app: Flask) -> None:
    """Answer every error with a page that says what to do."""
    app.register_error_handler(NoResultFound, _not_found)
    app.register_error_handler(StaleDataError, _changed_meanwhile)
    app.register_error_handler(IntegrityError, _clashed)
    app.register_error_handler(AlreadyDone, _already_done)
    app.register_error_handler(CSRFError, _stale_form)
    app.register_error_handler(unsaved.SignedOut, _signed_out)
    app.register_error_handler(HTTPException, _http)


def _http(error: HTTPException) -> ResponseReturnValue:
    code = error.code or 500
    if error.response is not None or 300 <= code < 400:
        return error
    return _page(PAGES.get(code, "errors/500.html" if code >= 500 else "errors/400.html"), code, error)


def _page(template: str, code: int, error: HTTPException | None = None) -> ResponseReturnValue:
    db.session.rollback()
    request.environ.pop(SHOWN, None)
    if jsonable.is_asked():
        return jsonable.refusal(code)
    drawn = render_template(template, code=code) if code < 500 else _bare(template)
    response = make_response(drawn, code)
    if code == 405 and error is not None:
        response.headers.update({"Allow": ", ".join(getattr(error, "valid_methods", None) or ())})
    return response


def _bare(template: str) -> str:
    """Draw a page that asks nothing of the database, which may be what failed."""
    return current_app.jinja_env.get_template(template).render()


def _not_found(error: NoResultFound) -> ResponseReturnValue:
    return _page(PAGES[404], 404)


def _changed_meanwhile(error: StaleDataError) -> ResponseReturnValue:
    return _where_the_first_click_led() or _page("errors/409.html", 409)


def _clashed(error: IntegrityError) -> ResponseReturnValue:
    """Send the second of two clicks to the result of the first; who lost a race with somebody else is told so."""
    return _where_the_first_click_led() or _page("errors/409.html", 409)


def _where_the_first_click_led() -> ResponseReturnValue | None:
    db.session.rollback()
    result = once.result_of_first_click(viewer())
    return redirect(result) if result else None


def _stale_form(error: CSRFError) -> ResponseReturnValue:
    if jsonable.is_asked():
        return jsonable.refusal(400, why="token") if viewer().is_signed_in else jsonable.refusal(401, why="signed out")
    is_signing_in = request.endpoint == "auth.sign_in"
    return _given_back() if unsaved.typed() and not is_signing_in else _page(PAGES[400], 400)


def _signed_out(error: unsaved.SignedOut) -> ResponseReturnValue:
    return _given_back()


def _given_back() -> ResponseReturnValue:
    """Give the words back that cannot be saved, with the way to where they were typed."""
    db.session.rollback()
    back = unsaved.way_back()
    known = viewer().is_signed_in
    link = back or "/" if known else url_for("auth.sign_in", next=back)
    has_files = any(file.filename for file in request.files.values())
    page = render_template("errors/unsaved.html", texts=unsaved.typed(), link=link, known=known, has_files=has_files)
    return make_response(page, 400)


def _already_done(error: AlreadyDone) -> ResponseReturnValue:
    db.session.rollback()
    return redirect(error.result)
