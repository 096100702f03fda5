"""What comes after an agenda is out: a late item is written, a supplement is checked and put out."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.permissions import Permission
from shp_gov.models import AgendaItem, ItemPurpose, Meeting, User
from shp_gov.queries import agenda_builder
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.agendas.forms import ItemForm
from shp_gov.web.publication.blueprint import blueprint
from shp_gov.web.publication.forms import AskForm, CheckForm, SupplementForm


class AskForSupplementForm(SupplementForm, AskForm):
    """Why it comes late, and who checks it."""


@blueprint.route("/meetings/<int:meeting_id>/supplement", methods=["GET", "POST"])
@requires(Permission.PUBLISH_AGENDA, of=queries.meetings.get)
def supplement(meeting: Meeting) -> ResponseReturnValue:
    """Show what waits to come late, and put it out with the reason."""
    form = SupplementForm(data={"reason": queries.supplements.reason(meeting)})
    if form.validate_on_submit():
        with form.refusals():
            reason = form.reason.data or ""
            pack = services.supplements.gather(meeting, reason=reason, page=form.seen.data or "")
            db.session.rollback()
            printed = services.pack_files.print_(pack)
            services.supplements.publish(meeting, printed, reason=reason, seen=pack.full_record_hash, actor=actor())
            result = once.spend(viewer(), url_for("meetings.show", meeting_id=meeting.id))
            db.session.commit()
            flash("The supplement is published. No page that was out before has another number. Members are told.")
            return redirect(result)
    return _page(meeting, form=form)


def _page(meeting: Meeting, *, form: Any, ask: Any = None, check: Any = None) -> str:
    waiting = queries.supplements.waiting(meeting)
    late = queries.supplements.late(meeting)
    colleagues = _colleagues(meeting, late)
    asking = ask or AskForSupplementForm(prefix="ask-", data={"reason": queries.supplements.reason(meeting)})
    asking.offer(colleagues)
    form.seen.data = queries.publishing.hash_now(meeting)
    checking = check or CheckForm(prefix="check-")
    checking.seen.data = waiting.sha256 if waiting else ""
    return render_template(
        "publication/supplement.html",
        body=meeting.body,
        meeting=meeting,
        late=late,
        stands=queries.supplements.stands(meeting),
        reports=queries.publishing.of_meeting(meeting),
        out=[each for each in queries.publishing.published(meeting) if each.kind == "supplement"],
        waiting=waiting,
        me=viewer().user_id,
        colleagues=colleagues,
        is_author=viewer().user_id in _authors(meeting, late),
        form=form,
        ask=asking,
        check=checking,
        summary=next((each for each in (form, asking, checking) if each.complaints()), form),
    )


def _authors(meeting: Meeting, late: Sequence[AgendaItem]) -> set[int]:
    return queries.authorship.authors(meeting, only=[item.id for item in late])


def _colleagues(meeting: Meeting, late: Sequence[AgendaItem]) -> Mapping[int, str]:
    """Name who can check what comes late: the other officers who wrote none of it."""
    return queries.publishing.colleagues(meeting, viewer=viewer(), but=_authors(meeting, late))


@blueprint.post("/meetings/<int:meeting_id>/supplement/ask")
@requires(Permission.PUBLISH_AGENDA, of=queries.meetings.get)
def ask_supplement(meeting: Meeting) -> ResponseReturnValue:
    """Ask a colleague to check what comes late."""
    form = AskForSupplementForm(prefix="ask-")
    form.offer(_colleagues(meeting, queries.supplements.late(meeting)))
    if form.validate_on_submit():
        with form.refusals():
            colleague = db.session.get_one(User, int(form.colleague.data))
            services.supplements.ask_for_check(meeting, reason=form.reason.data or "", of=colleague, actor=actor())
            result = once.spend(viewer(), url_for(".supplement", meeting_id=meeting.id))
            db.session.commit()
            flash(f"{colleague.name} is asked to check it, and gets a message.")
            return redirect(result)
    return _page(meeting, form=SupplementForm(data={"reason": form.reason.data}), ask=form)


@blueprint.post("/meetings/<int:meeting_id>/supplement/check")
@requires(Permission.CHECK_AGENDA, of=queries.meetings.get)
def check_supplement(meeting: Meeting) -> ResponseReturnValue:
    """Say that one has looked at what comes late."""
    form = CheckForm(prefix="check-")
    if form.validate_on_submit():
        with form.refusals():
            services.supplements.check(meeting, seen=form.seen.data or "", note=form.note.data or "", actor=actor())
            result = once.spend(viewer(), url_for(".supplement", meeting_id=meeting.id))
            db.session.commit()
            flash("You have checked it. It can be published as it stands now.")
            return redirect(result)
    return _page(meeting, form=SupplementForm(), check=form)


@blueprint.route("/meetings/<int:meeting_id>/supplement/item", methods=["GET", "POST"])
@requires(Permission.BUILD_AGENDA, of=queries.meetings.get)
def late_item(meeting: Meeting) -> ResponseReturnValue:
    """Write an item that comes after the agenda is out, with the special circumstances."""
    form = ItemForm(data={"purpose": ItemPurpose.DECISION, "is_urgent": True})
    seats = agenda_builder.seats(meeting, viewer=viewer())
    form.offer(queries.agendas.headings(meeting), seats)
    if form.validate_on_submit():
        with form.refusals():
            wording = form.wording({str(seat.id): seat for seat in seats})
            item = services.agenda.add_late(meeting, wording, actor=actor())
            result = once.spend(viewer(), url_for(".supplement", meeting_id=meeting.id))
            db.session.commit()
            flash(f"Item {item.number} is added. Publish the supplement to put it out.")
            return redirect(result)
    return render_template("publication/late_item.html", body=meeting.body, meeting=meeting, form=form)
