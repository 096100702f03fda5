"""A new meeting of a body: like the last one, on the day that would be usual."""

from collections.abc import Sequence

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.diary import Clash, require_not_past
from shp_gov.domain.permissions import Permission
from shp_gov.domain.words import long_day
from shp_gov.models import Body, Meeting
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.diary.blueprint import blueprint
from shp_gov.web.diary.forms import LIKE_THE_LAST, STANDING, CallForm, SlotForm

BEGIN = {LIKE_THE_LAST: services.agenda_starts.from_last, STANDING: services.agenda_starts.from_standing_items}


@blueprint.route("/bodies/<slug>/meetings/new", methods=["GET", "POST"])
@requires(Permission.ARRANGE_MEETING, of=queries.bodies.get)
def call(body: Body) -> ResponseReturnValue:
    """Put a new meeting into the diary."""
    [found] = queries.diary.following([body], on=viewer().on)
    form = CallForm.like(found.last, found.usual)
    clashes: Sequence[Clash] = ()
    if form.validate_on_submit():
        clashes = clashes_of(form, body)
        if form.all_the_same.data or not clashes:
            with form.refusals():
                meeting = _called(body, form)
                page = "agendas.build" if form.start.data in BEGIN else "cycle.show"
                result = once.spend(viewer(), url_for(page, meeting_id=meeting.id))
                db.session.commit()
                flash(f"The meeting of {long_day(meeting.on)} is in the diary.")
                return redirect(result)
    return render_template("diary/call.html", body=body, form=form, found=found, clashes=clashes, today=viewer().on)


def _called(body: Body, form: CallForm) -> Meeting:
    slot, place = form.slot(), form.place()
    require_not_past(slot.on, today=viewer().on)
    meeting = services.diary.call(
        body,
        on=slot.on,
        starts_at=form.starts_at.data,
        ends_at=slot.ends_at,
        venue=place.venue,
        mode=place.mode,
        joining=place.joining,
        actor=actor(),
    )
    db.session.flush()
    if begin := BEGIN.get(form.start.data):
        begin(meeting, actor=actor())
    return meeting


def clashes_of(form: SlotForm, body: Body, *, but: Meeting | None = None) -> Sequence[Clash]:
    """Find what else is on the day that was typed, and where there is something, ask whether to keep it."""
    slot = form.slot()
    found = queries.diary.clashes(body, [slot], but=but)[slot]
    if found and not form.all_the_same.data:
        form.form_errors.append("Something else is on that day. Look at it below, then keep the day or change it.")
    return found
