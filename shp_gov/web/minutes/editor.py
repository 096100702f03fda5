"""The minutes editor: all minutes of a meeting on one page, and what becomes of them next."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.permissions import Permission
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import Capacity, Meeting, Minute
from shp_gov.services.minute_steps import WRITTEN_IN
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.forms import Form
from shp_gov.web.keeping import kept, one_click
from shp_gov.web.minutes.blueprint import blueprint
from shp_gov.web.minutes.forms import MinutesForm, WordsForm, called, minutes_form
from shp_gov.web.minutes.steps import place_asked

CLASH = "Somebody else saved minute {} while you wrote. Your words are kept beside theirs. Put the two together."


@blueprint.route("/meetings/<int:meeting_id>/minutes/edit", methods=["GET", "POST"])
@requires(Permission.TAKE_MINUTES, of=queries.meetings.get)
def edit(meeting: Meeting) -> ResponseReturnValue:
    """Write the minutes of a meeting."""
    seen = queries.meetings.minutes(meeting, viewer=viewer())
    shown = [minute for minute in seen.minutes if isinstance(minute, Minute)]
    # What was typed before the draft went out is refused with a sentence, and stays on the page.
    form = minutes_form(shown if meeting.minutes_state in WRITTEN_IN or request.method == "POST" else [])
    if form.validate_on_submit():
        with form.refusals():
            return _saved(meeting, form)
    lines = queries.meetings.attendance(meeting, viewer=viewer())
    return render_template(
        "minutes/edit.html",
        body=meeting.body,
        meeting=meeting,
        form=form,
        paper=queries.papers.minutes(meeting, viewer=viewer(), seen=seen),
        hidden=len(seen.minutes) - len(shown),
        clashes=queries.minutes_versions.open_clashes(meeting),
        suggestions=queries.minutes_versions.suggestions(meeting, viewer=viewer()),
        versions=queries.minutes_versions.versions(meeting),
        sha256=queries.minutes_versions.hash_of(meeting),
        present=[line.name for line in lines if line.capacity is not Capacity.APOLOGIES],
        called=called,
        one_click=Form(),
    )


def _saved(meeting: Meeting, form: MinutesForm) -> ResponseReturnValue:
    clashed = []
    for minute, _ in form.rows():
        saved = services.revisions.save(minute, words=form.words(minute), based_on=form.based_on(minute), actor=actor())
        clashed += [minute.number_printed or str(minute.position)] if saved.clash else []
    result = once.spend(viewer(), url_for(".edit", meeting_id=meeting.id))
    db.session.commit()
    if clashed:
        flash(CLASH.format(", ".join(clashed)), "warning")
    else:
        flash("The minutes are saved.")
    return redirect(result)


@blueprint.route("/meetings/<int:meeting_id>/minutes/<int:minute_id>/words", methods=["GET", "POST"])
@requires(Permission.TAKE_MINUTES, of=queries.minuting.minute)
def reword(minute: Minute) -> ResponseReturnValue:
    """Change the words of one part of the minutes, such as a decision."""
    place = place_asked(minute)
    form = WordsForm(data={"before": place.words, "after": place.words})

    def act() -> str:
        if "withdraw" in request.form and place.decision is not None:
            services.forgotten.take_back(place.decision, actor=actor())
            return f"The decision is taken out of minute {minute.reference}."
        services.rewording.apply(place, before=form.before.data or "", after=form.after.data or "", actor=actor())
        return f"{called(place.field, minute)} of minute {minute.reference} is saved."

    if answer := kept(form, act, url_for(".edit", meeting_id=minute.meeting_id, _anchor=f"minute-{minute.position}")):
        return answer
    form.catch_up(place.words)
    return render_template(
        "minutes/reword.html",
        body=minute.meeting.body,
        minute=minute,
        form=form,
        part=called(place.field, minute),
        decision=place.decision if minute.meeting.state is MeetingState.CLOSED else None,
    )


@blueprint.post("/meetings/<int:meeting_id>/minutes/draft")
@requires(Permission.TAKE_MINUTES, of=queries.meetings.get)
def draft(meeting: Meeting) -> ResponseReturnValue:
    """Write what the record knows into minutes that are still empty."""

    def act() -> str:
        filled = services.minutes_drafting.write(meeting, actor=actor())
        return f"{filled} minutes were filled in from the record." if filled else "Nothing was left to fill in."

    return one_click(act, url_for(".edit", meeting_id=meeting.id))


@blueprint.post("/meetings/<int:meeting_id>/minutes/send")
@requires(Permission.TAKE_MINUTES, of=queries.meetings.get)
def send(meeting: Meeting) -> ResponseReturnValue:
    """Send the minutes to the chair."""

    def act() -> str:
        version = services.minutes_versions.send_to_the_chair(meeting, actor=actor())
        return f"Version {version.number} is with the chair, who gets an e-mail."

    return one_click(act, url_for(".edit", meeting_id=meeting.id))


@blueprint.post("/meetings/<int:meeting_id>/minutes/take-back")
@requires(Permission.TAKE_MINUTES, of=queries.meetings.get)
def take_back(meeting: Meeting) -> ResponseReturnValue:
    """Take the minutes back from the chair."""

    def act() -> str:
        services.minutes_versions.take_back(meeting, actor=actor())
        return "The minutes are a draft again. Send them to the chair when they are ready."

    return one_click(act, url_for(".edit", meeting_id=meeting.id))


@blueprint.route("/meetings/<int:meeting_id>/minutes/publish", methods=["GET", "POST"])
@requires(Permission.TAKE_MINUTES, of=queries.meetings.get)
def publish(meeting: Meeting) -> ResponseReturnValue:
    """Look once more at what everybody will read, and put the minutes out as a draft."""
    form = Form()

    def act() -> str:
        services.minutes_versions.publish_as_a_draft(meeting, actor=actor())
        return "The draft minutes are published. Members get an e-mail."

    answer = kept(form, act, url_for("meetings.show", meeting_id=meeting.id))
    return answer or render_template(
        "minutes/publish.html",
        body=meeting.body,
        meeting=meeting,
        form=form,
        private=[minute for minute in queries.minutes_versions.of_meeting(meeting) if minute.is_exempt],
        waiting=queries.minutes_versions.open_suggestions(meeting),
        version=queries.minutes_versions.newest(meeting),
        sha256=queries.minutes_versions.hash_of(meeting),
    )
