"""The page on which an agenda is looked at as the public and as those entitled will read it, checked and put out."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.permissions import Permission
from shp_gov.domain.publication import obstacles
from shp_gov.models import Meeting, User
from shp_gov.web import once
from shp_gov.web.access import actor, permissions_towards, requires, viewer
from shp_gov.web.publication.blueprint import blueprint
from shp_gov.web.publication.forms import AskForm, CheckForm, PublishForm


@blueprint.get("/meetings/<int:meeting_id>/publish")
@requires(Permission.PUBLISH_AGENDA, of=queries.meetings.get)
def show(meeting: Meeting) -> ResponseReturnValue:
    """Show both versions side by side, what is withheld and why, what is in the way, and whether there is time."""
    return _page(meeting)


def _usual(now: str) -> dict[str, Any]:
    return {"check": CheckForm(prefix="check-", seen=now), "publish": PublishForm(prefix="publish-", seen=now)}


def _page(meeting: Meeting, **forms: Any) -> str:
    now = queries.publishing.hash_now(meeting)
    stands = queries.publishing.stands(meeting)
    authors = queries.authorship.authors(meeting)
    colleagues = queries.publishing.colleagues(meeting, viewer=viewer(), but=authors)
    ask: AskForm = forms.get("ask") or AskForm(prefix="ask-")
    ask.offer(colleagues)
    shown = {**_usual(now), **forms, "ask": ask}
    for form in (shown["check"], shown["publish"]):
        form.seen.data = now
    return render_template(
        "publication/show.html",
        body=meeting.body,
        meeting=meeting,
        may=permissions_towards(meeting),
        stands=stands,
        obstacles=obstacles(stands) + services.inspecting.waiting(queries.publishing.files(meeting)),
        version=queries.publishing.standing(meeting, now),
        earlier=queries.publishing.versions(meeting),
        me=viewer().user_id,
        is_author=viewer().user_id in authors,
        colleagues=colleagues,
        agreement=queries.agenda_versions.agreement(meeting),
        rows=queries.publishing.side_by_side(meeting, viewer=viewer()),
        reads_everything=queries.publishing.reads_everything(meeting, viewer=viewer()),
        withheld=queries.publishing.withheld(meeting, viewer=viewer()),
        notice=services.publication.notice_today(meeting),
        forms=shown,
        summary=next((form for form in shown.values() if form.complaints()), shown["publish"]),
    )


@blueprint.post("/meetings/<int:meeting_id>/publish/ask")
@requires(Permission.PUBLISH_AGENDA, of=queries.meetings.get)
def ask(meeting: Meeting) -> ResponseReturnValue:
    """Ask a colleague for the check."""
    form = AskForm(prefix="ask-")
    authors = queries.authorship.authors(meeting)
    form.offer(queries.publishing.colleagues(meeting, viewer=viewer(), but=authors))
    if form.validate_on_submit():
        with form.refusals():
            colleague = db.session.get_one(User, int(form.colleague.data))
            services.publication.ask_for_check(meeting, of=colleague, actor=actor())
            result = once.spend(viewer(), url_for(".show", meeting_id=meeting.id))
            db.session.commit()
            flash(f"{colleague.name} is asked to check it, and gets a message.")
            return redirect(result)
    return _page(meeting, ask=form)


@blueprint.post("/meetings/<int:meeting_id>/publish/check")
@requires(Permission.CHECK_AGENDA, of=queries.meetings.get)
def check(meeting: Meeting) -> ResponseReturnValue:
    """Say that one has looked."""
    form = CheckForm(prefix="check-")
    if form.validate_on_submit():
        with form.refusals():
            services.publication.check(meeting, seen=form.seen.data or "", note=form.note.data or "", actor=actor())
            result = once.spend(viewer(), url_for(".show", meeting_id=meeting.id))
            db.session.commit()
            flash("You have checked it. It can be published as it stands now.")
            return redirect(result)
    return _page(meeting, check=form)


@blueprint.post("/meetings/<int:meeting_id>/publish/publish")
@requires(Permission.PUBLISH_AGENDA, of=queries.meetings.get)
def publish(meeting: Meeting) -> ResponseReturnValue:
    """Put it out. Nobody waits for the database while the pack is printed."""
    form = PublishForm(prefix="publish-")
    if form.validate_on_submit():
        with form.refusals():
            pack = services.publication.gather(meeting)
            db.session.rollback()
            printed = services.pack_files.print_(pack)
            services.publication.publish(meeting, printed, seen=form.seen.data or "", actor=actor())
            result = once.spend(viewer(), url_for("meetings.show", meeting_id=meeting.id))
            db.session.commit()
            flash("The agenda and its papers are published. Members are told what they are asked to decide.")
            return redirect(result)
    return _page(meeting, publish=form)
