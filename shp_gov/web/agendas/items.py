"""One item of an agenda: written, changed, put off, taken from the forward plan."""

from collections.abc import Mapping

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.permissions import Permission
from shp_gov.domain.words import long_day
from shp_gov.models import AgendaItem, ForwardPlanEntry, ItemPurpose, Meeting, Seat
from shp_gov.queries import agenda_builder
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.agendas.blueprint import blueprint
from shp_gov.web.agendas.forms import MONTH, SOME_DAY, ItemForm, PutOffForm
from shp_gov.web.forms import Form
from shp_gov.web.paging import whole_number


@blueprint.route("/meetings/<int:meeting_id>/agenda/items/new", methods=["GET", "POST"])
@requires(Permission.BUILD_AGENDA, of=queries.meetings.get)
def add(meeting: Meeting) -> ResponseReturnValue:
    """Write a new item."""
    form = ItemForm(data={"purpose": ItemPurpose.DECISION, "heading": queries.agendas.HEADINGS[ItemPurpose.DECISION]})
    seats = _offered(form, meeting)
    if form.validate_on_submit():
        with form.refusals():
            item = services.agenda.add(meeting, form.wording(seats), actor=actor())
            return _done(item, f"Item {item.number} is on the agenda.")
    return render_template("agendas/add.html", body=meeting.body, meeting=meeting, form=form)


def _offered(form: ItemForm, meeting: Meeting) -> Mapping[str, Seat]:
    seats = agenda_builder.seats(meeting, viewer=viewer())
    form.offer(queries.agendas.headings(meeting), seats)
    return {str(seat.id): seat for seat in seats}


def _done(item: AgendaItem, words: str) -> ResponseReturnValue:
    result = once.spend(viewer(), url_for(".build", meeting_id=item.meeting_id, moved=item.id))
    db.session.commit()
    flash(words)
    return redirect(result)


@blueprint.route("/meetings/<int:meeting_id>/agenda/items/<int:item_id>", methods=["GET", "POST"])
@requires(Permission.BUILD_AGENDA, of=queries.agendas.item)
def change(item: AgendaItem) -> ResponseReturnValue:
    """Change an item."""
    form, opened = ItemForm.of(item), queries.agendas.seen(item)
    seats = _offered(form, item.meeting)
    if form.validate_on_submit():
        with form.refusals():
            services.agenda.change(item, form.wording(seats), seen=form.seen.data or "", actor=actor())
            return _done(item, f"Item {item.number} is changed.")
    clash = form.is_submitted() and form.seen.data != opened
    form.seen.data = opened
    return render_template(
        "agendas/change.html",
        body=item.meeting.body,
        meeting=item.meeting,
        item=item,
        form=form,
        clash=clash,
        is_business=item.kind in services.agenda.BUSINESS,
        button=Form(),
    )


@blueprint.route("/meetings/<int:meeting_id>/agenda/items/<int:item_id>/put-off", methods=["GET", "POST"])
@requires(Permission.BUILD_AGENDA, of=queries.agendas.item)
def put_off(item: AgendaItem) -> ResponseReturnValue:
    """Put an item off to another meeting, a month, or some day."""
    meeting, form, title, number = item.meeting, PutOffForm(), item.title, item.id
    following = queries.forward_plan.next_after(meeting)
    if form.validate_on_submit():
        with form.refusals():
            entry = _put_off(item, form)
            result = once.spend(viewer(), url_for(".build", meeting_id=meeting.id))
            when = f" to {long_day(entry.meeting.on)}" if entry.meeting else ""
            db.session.commit()
            flash(f"“{title}” is put off{when}. It stands on the forward plan.")
            return redirect(result)
        if not queries.agendas.is_there(number):
            return _not_done(meeting, form)
    return render_template(
        "agendas/put_off.html", body=meeting.body, meeting=meeting, item=item, form=form, following=following
    )


def _put_off(item: AgendaItem, form: PutOffForm) -> ForwardPlanEntry:
    when = form.when.data
    month = form.month.data if when == MONTH else None
    return services.forward_plan.put_off(
        item, reason=form.reason.data or "", month=month, some_day=when == SOME_DAY, actor=actor()
    )


@blueprint.post("/meetings/<int:meeting_id>/agenda/items/<int:item_id>/remove")
@requires(Permission.BUILD_AGENDA, of=queries.agendas.item)
def remove(item: AgendaItem) -> ResponseReturnValue:
    """Take an item that every agenda has off this one."""
    meeting, title, form = item.meeting, item.title, Form()
    if form.validate_on_submit():
        with form.refusals():
            services.agenda.remove(item, actor=actor())
            result = once.spend(viewer(), url_for(".build", meeting_id=meeting.id))
            db.session.commit()
            flash(f"“{title}” is off this agenda.")
            return redirect(result)
    return _not_done(meeting, form)


def _not_done(meeting: Meeting, form: Form) -> ResponseReturnValue:
    for words in form.form_errors:
        flash(str(words), "warning")
    return redirect(url_for(".build", meeting_id=meeting.id))


@blueprint.post("/meetings/<int:meeting_id>/agenda/pull")
@requires(Permission.BUILD_AGENDA, of=queries.meetings.get)
def pull(meeting: Meeting) -> ResponseReturnValue:
    """Put something from the forward plan or the pool on the agenda."""
    form, number = Form(), whole_number(request.form.get("entry", ""))
    if number is None:
        abort(400)
    if form.validate_on_submit():
        with form.refusals():
            entry = queries.forward_plan.get(meeting.body.slug, number, viewer=viewer())
            item = services.forward_plan.put_on(entry, meeting, actor=actor())
            return _done(item, f"Item {item.number} is on the agenda.")
    return _not_done(meeting, form)
