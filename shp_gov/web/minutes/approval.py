"""Minutes at the meeting that approves them: corrected, approved, signed; and corrected later."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.domain.permissions import Permission
from shp_gov.domain.terms.compare import stretches
from shp_gov.domain.words import long_day
from shp_gov.domain.workflows import UNDER_WAY_OR_OVER, MinutesState
from shp_gov.models import Meeting, Minute, MinutesCorrection, MinutesVersion, MinutesVersionKind
from shp_gov.services.rewording import Place
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.forms import Form
from shp_gov.web.keeping import kept, one_click
from shp_gov.web.minutes.blueprint import blueprint
from shp_gov.web.minutes.forms import CorrectForm, RemarkForm, SignForm, called
from shp_gov.web.minutes.steps import place_asked


@blueprint.route("/meetings/<int:meeting_id>/minutes/confirm", methods=["GET", "POST"])
@requires(Permission.TAKE_MINUTES, of=queries.meetings.get)
def confirm(at: Meeting) -> ResponseReturnValue:
    """Approve the minutes of the last meeting at this one, as it corrected them."""
    meeting = queries.approvals.to_approve(at)
    if meeting is None:
        return _nothing_to_approve(at)
    form = Form()

    def act() -> str:
        version = services.approvals.approve(meeting, at=at, actor=actor())
        return f"The minutes of {long_day(meeting.on)} are approved. Version {version.number} never changes."

    answer = kept(form, act, url_for(".confirm", meeting_id=at.id))
    return answer or render_template(
        "minutes/confirm.html",
        body=at.body,
        at=at,
        meeting=meeting,
        form=form,
        one_click=Form(),
        seen=queries.meetings.minutes(meeting, viewer=viewer()),
        corrections=[
            (each, stretches(each.words_before or "", each.words_after or ""))
            for each in queries.approvals.seen(meeting, viewer=viewer())
        ],
        confirming=queries.approvals.confirming_minute(meeting, at),
        called=called,
    )


def _nothing_to_approve(at: Meeting) -> ResponseReturnValue:
    flash("There are no minutes to approve at this meeting.", "warning")
    return redirect(url_for("minuting.start", meeting_id=at.id))


@blueprint.route("/meetings/<int:meeting_id>/minutes/<int:minute_id>/correct", methods=["GET", "POST"])
@requires(Permission.TAKE_MINUTES, of=queries.minuting.minute)
def correct(minute: Minute) -> ResponseReturnValue:
    """Correct one part of the minutes, as a later meeting agreed."""
    place, meeting = place_asked(minute), minute.meeting
    words = queries.approvals.words_now(minute, place.field)
    later = [each for each in queries.approvals.approving_meetings(meeting) if each.state in UNDER_WAY_OR_OVER]
    form = CorrectForm(data={"before": words, "after": words})
    form.at.choices = {str(each.id): long_day(each.on) for each in reversed(later)}

    def act() -> str:
        at = next((each for each in later if str(each.id) == form.at.data), meeting)
        return _correct(place, at, form.before.data or "", form.after.data or "")

    back = url_for(".versions", meeting_id=meeting.id)
    if meeting.minutes_state is not MinutesState.APPROVED and later:
        back = url_for(".confirm", meeting_id=later[0].id)
    answer = kept(form, act, back)
    return answer or render_template(
        "minutes/correct.html", body=meeting.body, minute=minute, form=form, part=called(place.field, minute), back=back
    )


def _correct(place: Place, at: Meeting, before: str, after: str) -> str:
    minute, field = place.minute, place.field
    meeting = minute.meeting
    if meeting.minutes_state is MinutesState.APPROVED:
        version = services.approvals.correct_approved(
            meeting, at=at, minute=minute, field=field, before=before, after=after, actor=actor()
        )
        return f"Version {version.number} says what changed. The words that were approved stay beside it."
    services.approvals.correct(meeting, at=at, minute=minute, field=field, before=before, after=after, actor=actor())
    return f"{called(field, minute)} of minute {minute.reference} is corrected."


@blueprint.route("/meetings/<int:meeting_id>/minutes/confirm/words", methods=["GET", "POST"])
@requires(Permission.TAKE_MINUTES, of=queries.meetings.get)
def correct_in_words(at: Meeting) -> ResponseReturnValue:
    """Record a correction that is about no minute, such as who was there."""
    meeting = queries.approvals.to_approve(at)
    if meeting is None:
        return _nothing_to_approve(at)
    form = RemarkForm()

    def act() -> str:
        services.approvals.correct_in_words(meeting, at=at, words=form.comment.data or "", actor=actor())
        return "The correction is recorded."

    back = url_for(".confirm", meeting_id=at.id)
    answer = kept(form, act, back)
    return answer or render_template("minutes/correct_in_words.html", body=at.body, at=at, form=form, back=back)


@blueprint.post("/meetings/<int:meeting_id>/minutes/corrections/<int:correction_id>/take-back")
@requires(Permission.TAKE_MINUTES, of=queries.approvals.correction)
def take_back_correction(correction: MinutesCorrection) -> ResponseReturnValue:
    """Take back a correction before the minutes are approved."""
    here = url_for(".confirm", meeting_id=correction.at_meeting_id)

    def act() -> str:
        services.approvals.take_back(correction, actor=actor())
        return "The correction is taken back. The words are as they were."

    return one_click(act, here)


@blueprint.route("/meetings/<int:meeting_id>/minutes/sign", methods=["GET", "POST"])
@requires(Permission.SIGN_MINUTES, of=queries.meetings.get)
def sign(meeting: Meeting) -> ResponseReturnValue:
    """Sign approved minutes."""
    version = queries.minutes_versions.newest(meeting, MinutesVersionKind.APPROVED)
    form = SignForm(data={"sha256": version.sha256, "office": _office(version)} if version else {})

    def act() -> str:
        name, office = form.name.data or "", form.office.data or ""
        services.approvals.sign(meeting, name=name, office=office, sha256=form.sha256.data or "", actor=actor())
        return "You signed the minutes. Your name, office and the day are printed under them."

    answer = kept(form, act, url_for(".versions", meeting_id=meeting.id))
    return answer or render_template(
        "minutes/sign.html",
        body=meeting.body,
        meeting=meeting,
        form=form,
        version=version,
        chair=queries.approvals.in_the_chair(version.at_meeting) if version and version.at_meeting else None,
        signature=queries.approvals.signature(version),
    )


def _office(version: MinutesVersion) -> str:
    """Name the office that whoever signs held at the meeting that approved the minutes."""
    at = version.at_meeting
    held = queries.bodies.offices(at.body, on=at.on) if at else {}
    return next((kind.value.capitalize() for kind, each in held.items() if each.person_id == viewer().person_id), "")
