"""What the chair does with draft minutes: reads them, suggests changes one by one, agrees them."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.domain.permissions import Permission
from shp_gov.models import Meeting, Minute
from shp_gov.web.access import actor, permissions_towards, requires, viewer
from shp_gov.web.keeping import kept
from shp_gov.web.minutes.blueprint import blueprint
from shp_gov.web.minutes.forms import AgreeForm, RemarkForm, WordsForm, called
from shp_gov.web.minutes.steps import place_asked


@blueprint.get("/meetings/<int:meeting_id>/minutes/review")
@requires(Permission.SUGGEST_CHANGE, of=queries.meetings.get)
def review(meeting: Meeting) -> ResponseReturnValue:
    """Read the draft minutes."""
    version = queries.minutes_versions.newest(meeting)
    sha256 = queries.minutes_versions.hash_of(meeting)
    seen = queries.meetings.minutes(meeting, viewer=viewer())
    return render_template(
        "minutes/review.html",
        body=meeting.body,
        meeting=meeting,
        may=permissions_towards(meeting),
        form=AgreeForm(formdata=None, data={"sha256": sha256}),
        sha256=sha256,
        version=version,
        is_agreed=version is not None and version.agreed_at is not None and version.sha256 == sha256,
        paper=queries.papers.minutes(meeting, viewer=viewer(), seen=seen),
        seen=seen,
        suggestions=queries.minutes_versions.suggestions(meeting, viewer=viewer()),
        called=called,
    )


@blueprint.post("/meetings/<int:meeting_id>/minutes/agree")
@requires(Permission.AGREE_MINUTES, of=queries.meetings.get)
def agree(meeting: Meeting) -> ResponseReturnValue:
    """Agree the minutes that were shown."""
    form = AgreeForm()
    here = url_for(".review", meeting_id=meeting.id)

    def act() -> str:
        version = services.minutes_versions.agree(meeting, sha256=form.sha256.data or "", actor=actor())
        return f"You agree version {version.number}. The officer gets an e-mail, and can publish it as a draft."

    if answer := kept(form, act, here):
        return answer
    flash(" ".join(complaint.words for complaint in form.complaints()), "warning")
    return redirect(here)


@blueprint.route("/meetings/<int:meeting_id>/minutes/remark", methods=["GET", "POST"])
@requires(Permission.SUGGEST_CHANGE, of=queries.meetings.get)
def remark(meeting: Meeting) -> ResponseReturnValue:
    """Say something of the minutes as a whole: who was there, what is missing."""
    form = RemarkForm()

    def act() -> str:
        services.minutes_suggestions.suggest(meeting, comment=form.comment.data or "", actor=actor())
        return "The officer gets your suggestion."

    answer = kept(form, act, url_for(".review", meeting_id=meeting.id))
    return answer or render_template("minutes/remark.html", body=meeting.body, meeting=meeting, form=form)


@blueprint.route("/meetings/<int:meeting_id>/minutes/<int:minute_id>/suggest", methods=["GET", "POST"])
@requires(Permission.SUGGEST_CHANGE, of=queries.minuting.minute)
def suggest(minute: Minute) -> ResponseReturnValue:
    """Suggest other words for one part of a minute."""
    place = place_asked(minute)
    form = WordsForm(data={"before": place.words, "after": place.words})

    def act() -> str:
        services.minutes_suggestions.suggest(
            minute.meeting,
            minute=minute,
            field=place.field,
            before=form.before.data or "",
            after=form.after.data or "",
            comment=form.comment.data or "",
            actor=actor(),
        )
        return f"The officer gets your suggestion on minute {minute.reference}."

    answer = kept(form, act, url_for(".review", meeting_id=minute.meeting_id, _anchor=f"minute-{minute.position}"))
    return answer or render_template(
        "minutes/suggest.html", body=minute.meeting.body, minute=minute, form=form, part=called(place.field, minute)
    )
