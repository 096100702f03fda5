"""What a meeting decided, on one page for the chair on the same evening, and the chair's answer."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.domain.permissions import Permission
from shp_gov.models import Meeting
from shp_gov.web.access import actor, permissions_towards, requires, viewer
from shp_gov.web.forms import Form
from shp_gov.web.keeping import kept, one_click
from shp_gov.web.minutes.blueprint import blueprint
from shp_gov.web.minutes.forms import AgreeForm, NotRightForm


@blueprint.get("/meetings/<int:meeting_id>/decisions")
@requires(Permission.SUGGEST_CHANGE, of=queries.meetings.get)
def decided(meeting: Meeting) -> ResponseReturnValue:
    """Read what a meeting decided."""
    sha256 = queries.decision_lists.hash_of(meeting)
    return render_template(
        "minutes/decided.html",
        body=meeting.body,
        meeting=meeting,
        may=permissions_towards(meeting),
        form=AgreeForm(formdata=None, data={"sha256": sha256}),
        one_click=Form(),
        sent=queries.decision_lists.newest(meeting),
        sha256=sha256,
        seen=queries.meetings.minutes(meeting, viewer=viewer()),
    )


@blueprint.route("/meetings/<int:meeting_id>/decisions/answer", methods=["GET", "POST"])
@requires(Permission.AGREE_MINUTES, of=queries.meetings.get)
def answer_decided(meeting: Meeting) -> ResponseReturnValue:
    """Say that the list of decisions is right, or what is not right in it."""
    form = NotRightForm(data={"sha256": queries.decision_lists.hash_of(meeting)})

    def act() -> str:
        said = form.correction.data or ""
        services.decision_lists.answer(meeting, sha256=form.sha256.data or "", correction=said, actor=actor())
        return "The officer gets your correction." if said.strip() else "The officer is told that the list is right."

    answer = kept(form, act, url_for(".decided", meeting_id=meeting.id))
    return answer or render_template("minutes/answer_decided.html", body=meeting.body, meeting=meeting, form=form)


@blueprint.post("/meetings/<int:meeting_id>/decisions/send")
@requires(Permission.TAKE_MINUTES, of=queries.meetings.get)
def send_decided(meeting: Meeting) -> ResponseReturnValue:
    """Send the chair the list of decisions again."""

    def act() -> str:
        services.decision_lists.send(meeting, actor=actor())
        return "The chair gets an e-mail with the list of decisions."

    return one_click(act, url_for(".decided", meeting_id=meeting.id))
