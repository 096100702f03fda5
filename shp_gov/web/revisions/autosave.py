"""Saving as one types: a script sends the words, and hears what was kept. Without it a plain form saves."""

from typing import Any

from flask import Response, jsonify, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import generate_csrf

from shp_gov import clock, queries, services
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.domain.permissions import Permission
from shp_gov.models import Minute, MinuteRevision
from shp_gov.web import jsonable
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.fields import clean
from shp_gov.web.filters import clock_time
from shp_gov.web.revisions.blueprint import blueprint

HIGHEST = 1_000_000_000


@blueprint.route("/minutes/<int:minute_id>/words", methods=["GET", "POST"])
@requires(Permission.TAKE_MINUTES, of=queries.meetings.minute)
def words(minute: Minute) -> ResponseReturnValue:
    """Give a minute's words as they stand, or save words that were typed on top of a version of them."""
    return _keep(minute) if request.method == "POST" else _as_they_stand(minute)


def _as_they_stand(minute: Minute) -> Response:
    """Give the words, who else is writing them, and a token to save with."""
    now = clock.now()
    others = queries.revisions.at_work(minute, but=viewer().user_id, now=now)
    return jsonify(
        version=minute.version,
        words=queries.revisions.words_of(minute),
        token=generate_csrf(),
        who=viewer().name,
        others=[{"name": other.name, "since": clock_time(other.since)} for other in others],
        clashes=[_clash(minute, clash) for clash in queries.revisions.open_clashes(minute)],
    )


def _keep(minute: Minute) -> Response:
    """Save what was sent. On top of an older version it is kept beside the minute, and that is said."""
    sent = request.get_json(silent=True)
    said, based_on = _words(sent), _version(sent)
    if said is None or based_on is None:
        return jsonable.refusal(400)
    try:
        saved = services.revisions.save(minute, words=said, based_on=based_on, actor=actor())
    except DomainError as refusal:
        db.session.rollback()
        return jsonable.refusal(422, str(refusal))
    answer = _saved(minute, saved)
    db.session.commit()
    return answer


def _saved(minute: Minute, saved: services.revisions.Saved) -> Response:
    clashes = [_clash(minute, saved.clash)] if saved.clash else []
    answer = jsonify(version=saved.version, newest=minute.version, at=clock_time(clock.now()), clashes=clashes)
    answer.status_code = 409 if clashes else 200
    return answer


def _clash(minute: Minute, clash: MinuteRevision) -> dict[str, Any]:
    """Tell whose words are kept beside whose, and where they are put together."""
    newest = queries.revisions.newest(minute)
    return {
        "address": url_for(".settle", minute_id=minute.id, revision=clash.number),
        "by": clash.made_by,
        "other": newest.made_by if newest else "",
        "is_yours": clash.made_by_id == viewer().user_id,
    }


def _words(sent: Any) -> dict[str, str] | None:
    """Read the words that were sent, cleaned as a form's are."""
    said = sent.get("words") if isinstance(sent, dict) else None
    if not isinstance(said, dict) or not said or not all(isinstance(text, str) for text in said.values()):
        return None
    return {str(field): clean(text) for field, text in said.items()}


def _version(sent: Any) -> int | None:
    number = sent.get("based_on") if isinstance(sent, dict) else None
    return number if type(number) is int and 0 <= number < HIGHEST else None
