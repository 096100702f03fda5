"""The agenda builder: begun, looked at, put in order."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.agenda_compare import changes
from shp_gov.domain.errors import DomainError
from shp_gov.domain.permissions import Permission
from shp_gov.domain.words import long_day
from shp_gov.models import AgendaItem, ItemKind, Meeting
from shp_gov.queries import agenda_builder
from shp_gov.services import agenda_starts
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.agendas.blueprint import blueprint
from shp_gov.web.agendas.forms import BeginForm, HeadingForm
from shp_gov.web.filters import count
from shp_gov.web.forms import Form
from shp_gov.web.paging import whole_number

LAST, STANDING = "last", "standing"
MOVES = {"up": True, "down": False, "heading_up": True, "heading_down": False}


@blueprint.get("/meetings/<int:meeting_id>/agenda")
@requires(Permission.BUILD_AGENDA, of=queries.meetings.get)
def build(meeting: Meeting) -> ResponseReturnValue:
    """Show an agenda as it is being built, with what could still come."""
    length = agenda_builder.minutes_of(meeting.starts_at, meeting.ends_at)
    version = queries.agenda_versions.latest(meeting)
    now = queries.agendas.contents(meeting)
    has_it = version is not None and queries.agenda_versions.has_it(version, now)
    return render_template(
        "agendas/build.html",
        body=meeting.body,
        meeting=meeting,
        builder=agenda_builder.builder(meeting),
        length=length,
        version=version,
        changed=changes(version.contents, now) if version else [],
        has_it=has_it,
        chairs=queries.agenda_versions.chairs(meeting, viewer=viewer()) if has_it else [],
        offers=queries.calls.waiting(meeting),
        waiting=queries.forward_plan.waiting_for(meeting, viewer=viewer()),
        moved=whole_number(request.args.get("moved", "")),
        way=request.args.get("way", ""),
        button=Form(),
    )


@blueprint.route("/meetings/<int:meeting_id>/agenda/begin", methods=["GET", "POST"])
@requires(Permission.BUILD_AGENDA, of=queries.meetings.get)
def begin(meeting: Meeting) -> ResponseReturnValue:
    """Begin an agenda from the last one, or from what every agenda has."""
    last = queries.agendas.last_with_an_agenda(meeting)
    form = BeginForm(data={"start": LAST if last else STANDING})
    form.start.choices = ({LAST: f"The agenda of {long_day(last.on)}"} if last else {}) | {
        STANDING: "The standing items"
    }
    form.also.choices = {str(row.id): row.title for row in _business(last)}
    if form.validate_on_submit():
        with form.refusals():
            added = _begun(meeting, form)
            result = once.spend(viewer(), url_for(".build", meeting_id=meeting.id))
            db.session.commit()
            flash(f"The agenda is begun. {count(len(added), 'item')} came onto it.")
            return redirect(result)
    return render_template("agendas/begin.html", body=meeting.body, meeting=meeting, form=form)


def _business(last: Meeting | None) -> list[AgendaItem]:
    """List the business of the last agenda. What was private there is not copied in passing."""
    rows = queries.agendas.items(last) if last else []
    return [row for row in rows if agenda_starts.kind_of(row) is ItemKind.BUSINESS and not row.is_exempt]


def _begun(meeting: Meeting, form: BeginForm) -> list[AgendaItem]:
    if form.start.data == LAST:
        return agenda_starts.from_last(meeting, also={int(each) for each in form.also.data or []}, actor=actor())
    return agenda_starts.from_standing_items(meeting, actor=actor())


@blueprint.post("/meetings/<int:meeting_id>/agenda/move")
@requires(Permission.BUILD_AGENDA, of=queries.meetings.get)
def move(meeting: Meeting) -> ResponseReturnValue:
    """Move an item, or a heading with its items, one place."""
    way = next((name for name in MOVES if name in request.form), None)
    number = whole_number(request.form.get(way or "", ""))
    form = Form()
    if way is None or number is None or not form.validate_on_submit():
        abort(400)
    item = queries.agendas.item(meeting.id, number, viewer=viewer())
    mover = services.agenda.move_heading if way.startswith("heading") else services.agenda.move
    try:
        mover(item, up=MOVES[way], actor=actor())
    except DomainError as refusal:
        db.session.rollback()
        return _refused(meeting, str(refusal))
    return _moved(item, way)


def _moved(item: AgendaItem, way: str) -> ResponseReturnValue:
    """Go back to the moved item, ready to be moved again."""
    result = once.spend(viewer(), url_for(".build", meeting_id=item.meeting_id, moved=item.id, way=way))
    db.session.commit()
    return redirect(result)


def _refused(meeting: Meeting, words: str) -> ResponseReturnValue:
    flash(words, "warning")
    return redirect(url_for(".build", meeting_id=meeting.id))


@blueprint.route("/meetings/<int:meeting_id>/agenda/headings/<int:item_id>", methods=["GET", "POST"])
@requires(Permission.BUILD_AGENDA, of=queries.agendas.item)
def heading(item: AgendaItem) -> ResponseReturnValue:
    """Call the heading that an item stands under otherwise."""
    form = HeadingForm(data={"new": item.section})
    was = item.section or abort(404)
    if form.validate_on_submit():
        with form.refusals():
            services.agenda.rename_heading(item.meeting, was, new=form.new.data or "", actor=actor())
            result = once.spend(viewer(), url_for(".build", meeting_id=item.meeting_id))
            db.session.commit()
            flash(f"“{was}” is now “{form.new.data}”.")
            return redirect(result)
    return render_template("agendas/heading.html", body=item.meeting.body, meeting=item.meeting, form=form, was=was)
