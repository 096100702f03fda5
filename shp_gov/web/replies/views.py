"""A member replies to a meeting; an officer replies for anybody, by telephone."""

from collections.abc import Callable

import sqlalchemy as sa
from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain import replying
from shp_gov.domain.permissions import Permission, Viewer
from shp_gov.models import AgendaItem, Meeting, Person
from shp_gov.queries.replies import Asked
from shp_gov.services.replies import Said
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.forms import Form
from shp_gov.web.replies.blueprint import blueprint
from shp_gov.web.replies.forms import ReplyForm, form_of

Shown = Callable[..., ResponseReturnValue]


@blueprint.route("/meetings/<int:meeting_id>/reply", methods=["GET", "POST"])
@requires(Permission.REPLY_TO_MEETING, of=queries.meetings.get)
def reply(meeting: Meeting) -> ResponseReturnValue:
    """Say for oneself whether one comes, who stands in, and which interests there are."""
    asked = queries.replies.asked(meeting, viewer().person_id, viewer=viewer())

    def shown(**more: object) -> ResponseReturnValue:
        return render_template("replies/reply.html", body=meeting.body, meeting=meeting, asked=asked, **more)

    return _answered(asked, shown, "Your reply is sent. You can change it until the meeting opens.", is_own=True)


def get_asked(meeting_id: int, person_id: int, *, viewer: Viewer) -> Asked:
    """Fetch what a member or substitute is asked for a meeting."""
    meeting = queries.meetings.get(meeting_id, viewer=viewer)
    if (asked := queries.replies.asked(meeting, person_id, viewer=viewer)) is None:
        raise sa.exc.NoResultFound
    return asked


@blueprint.route("/meetings/<int:meeting_id>/replies/<int:person_id>", methods=["GET", "POST"])
@requires(Permission.ARRANGE_MEETING, of=get_asked)
def answer_for(asked: Asked) -> ResponseReturnValue:
    """Write down what somebody said by telephone."""

    def shown(**more: object) -> ResponseReturnValue:
        meeting = asked.meeting
        return render_template("replies/answer_for.html", body=meeting.body, meeting=meeting, asked=asked, **more)

    return _answered(asked, shown, f"The reply of {asked.name} is recorded.", is_own=False)


def _answered(asked: Asked | None, shown: Shown, done: str, *, is_own: bool) -> ResponseReturnValue:
    """Ask, show the answers to check, and keep them once they are sent."""
    closed = _closed(asked)
    if asked is None or closed:
        return shown(form=Form(), checked=None, closed=closed, names=())
    form = form_of(asked, is_own=is_own)
    if "change" not in request.form and form.validate_on_submit():
        with form.refusals():
            said = _said(asked, form)
            services.replies.require(asked, said)
            if "sure" in request.form:
                return _kept(asked, said, done, is_own=is_own)
            return shown(form=form, checked=said, closed="", names=_titles(asked, said))
    return shown(form=form, checked=None, closed="", names=())


def _titles(asked: Asked, said: Said) -> list[str]:
    """Name the items of an interest by the titles that whoever looks may see."""
    ids = {item.id for item in said.items}
    return [item.title for item in asked.items if item.id in ids]


def _closed(asked: Asked | None) -> str:
    if asked is None:
        return ""
    return replying.closed_because(asked.meeting.state, asked.meeting.on, today=viewer().on)


def _said(asked: Asked, form: ReplyForm) -> Said:
    ids, sent = form.item_ids(), form.substitute_id()
    items = sa.select(AgendaItem).where(AgendaItem.id.in_(ids)).order_by(AgendaItem.position)
    return Said(
        answer=form.answer(),
        substitute=db.session.get(Person, sent) if sent else None,
        has_no_interest=form.has_no_interest(),
        items=db.session.scalars(items).all() if ids else (),
        interest=form.interest.data or "" if ids else "",
    )


def _kept(asked: Asked, said: Said, done: str, *, is_own: bool) -> ResponseReturnValue:
    meeting_id = asked.meeting.id
    services.replies.answer(asked, said, actor=actor())
    page = "meetings.show" if is_own else "replies.index"
    result = once.spend(viewer(), url_for(page, meeting_id=meeting_id))
    db.session.commit()
    flash(done)
    return redirect(result)
