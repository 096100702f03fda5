"""Writing a minute, its history, one of its saves, and two texts beside each other until they are one."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain import merging
from shp_gov.domain.permissions import Permission
from shp_gov.domain.words import plural
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import Capacity, Minute, MinuteRevision
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.paging import asked_page, page_of
from shp_gov.web.revisions.blueprint import blueprint
from shp_gov.web.revisions.forms import CALLED, VersionForm, WriteForm, settle_form

SIZE = 25
CAME = (Capacity.PRESENT, Capacity.SUBSTITUTE, Capacity.ALSO_PRESENT, Capacity.OFFICER)


@blueprint.route("/minutes/<int:minute_id>/write", methods=["GET", "POST"])
@requires(Permission.TAKE_MINUTES, of=queries.meetings.minute)
def write(minute: Minute) -> ResponseReturnValue:
    """Write one minute, saved as it is typed."""
    form = WriteForm(data={"version": str(minute.version), "purpose": minute.purpose, "narrative": minute.narrative})
    if form.validate_on_submit():
        with form.refusals():
            saved = services.revisions.save(minute, words=form.words(), based_on=form.based_on(), actor=actor())
            return _done(minute, saved, f"Minute {minute.reference} is saved.")
    lines = queries.meetings.attendance(minute.meeting, viewer=viewer())
    return render_template(
        "revisions/write.html",
        body=minute.meeting.body,
        minute=minute,
        form=form,
        present=[line.person.name for line in lines if line.capacity in CAME and line.person],
        clashes=queries.revisions.open_clashes(minute),
    )


@blueprint.route("/minutes/<int:minute_id>/history")
@requires(Permission.TAKE_MINUTES, of=queries.meetings.minute)
def history(minute: Minute) -> ResponseReturnValue:
    """List every save of a minute."""
    page = page_of(asked_page(), queries.revisions.count(minute), SIZE)
    saves = queries.revisions.history(minute, page=page.number, size=SIZE)
    changed = queries.revisions.changed(saves)
    return render_template(
        "revisions/history.html",
        body=minute.meeting.body,
        minute=minute,
        saves=[(save, _words(*changed[save.number])) for save in saves],
        clashes=queries.revisions.open_clashes(minute),
        page=page,
        today=viewer().on,
        back=page_of_minute(minute),
    )


def _words(added: int, gone: int) -> str:
    """Say how much a save changed: "14 words added, 2 taken out"."""
    parts = [f"{plural(added, 'word')} added" if added else "", f"{gone:,} taken out" if gone else ""]
    return ", ".join(part for part in parts if part) or "no word changed"


@blueprint.route("/minutes/<int:minute_id>/history/<int:revision>", methods=["GET", "POST"])
@requires(Permission.TAKE_MINUTES, of=queries.revisions.of_minute)
def show(save: MinuteRevision) -> ResponseReturnValue:
    """Show one save beside the one it was typed on, and take its words back."""
    minute = save.minute
    form = VersionForm(data={"version": str(minute.version)})
    if form.validate_on_submit():
        with form.refusals():
            restored = services.revisions.restore(minute, number=save.number, based_on=form.based_on(), actor=actor())
            return _done(minute, restored, "The earlier words are the minute again. What stood there is kept.")
    earlier = queries.revisions.find(minute, save.based_on) if save.number > 1 else None
    return render_template(
        "revisions/show.html",
        body=minute.meeting.body,
        minute=minute,
        save=save,
        fields=_changes(save, earlier),
        form=form,
        today=viewer().on,
    )


def _changes(save: MinuteRevision, earlier: MinuteRevision | None) -> list[tuple[str, list[merging.Stretch]]]:
    """Show each field of a save with what was changed in it."""
    began = earlier.words if earlier else save.words
    said = [field for field in CALLED if save.words.get(field) or began.get(field)]
    said = [field for field in said if save.words.get(field) != began.get(field)] or said
    return [(CALLED[field], merging.changes(began.get(field, ""), save.words.get(field, ""))) for field in said]


@blueprint.route("/minutes/<int:minute_id>/clashes/<int:revision>", methods=["GET", "POST"])
@requires(Permission.TAKE_MINUTES, of=queries.revisions.clash_of)
def settle(clash: MinuteRevision) -> ResponseReturnValue:
    """Show two texts of a minute and what both began from, and make them one."""
    minute = clash.minute
    if not queries.revisions.is_open(clash) and request.method == "GET":
        flash("These two texts are put together already.")
        return redirect(page_of_minute(minute))
    differing = queries.revisions.beside(clash)
    form = settle_form(differing, minute.version)
    if form.validate_on_submit():
        with form.refusals():
            words = form.words(request.form.get("pick", ""))
            settled = services.revisions.merge(
                minute, clash=clash, words=words, based_on=form.based_on(), actor=actor()
            )
            return _done(minute, settled, "The two texts are one. Both are kept in the history.")
    return render_template(
        "revisions/settle.html",
        body=minute.meeting.body,
        minute=minute,
        clash=clash,
        newest=queries.revisions.newest(minute),
        differing=[(CALLED[shown.field], shown, _marked(shown)) for shown in differing],
        form=form,
        is_mine=clash.made_by_id == viewer().user_id,
        today=viewer().on,
    )


def _marked(shown: queries.revisions.Beside) -> tuple[list[merging.Stretch], list[merging.Stretch]]:
    return merging.changes(shown.ancestor, shown.yours), merging.changes(shown.ancestor, shown.theirs)


def _done(minute: Minute, saved: services.revisions.Saved, words: str) -> ResponseReturnValue:
    """Keep what was done and lead on: to the minute, or to the clash where somebody had saved meanwhile."""
    clash = saved.clash
    where = url_for(".settle", minute_id=minute.id, revision=clash.number) if clash else page_of_minute(minute)
    where = once.spend(viewer(), where)
    db.session.commit()
    flash(
        words if clash is None else "Somebody saved while you did this. Your words are kept: put them together again."
    )
    return redirect(where)


def page_of_minute(minute: Minute) -> str:
    """Address the page where a minute is written: that of its item while the meeting goes on."""
    if minute.meeting.state is MeetingState.IN_PROGRESS:
        return url_for("minuting.item", meeting_id=minute.meeting_id, minute_id=minute.id)
    return url_for("revisions.write", minute_id=minute.id)
