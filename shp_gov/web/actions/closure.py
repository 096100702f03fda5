"""The body's agreement: which verified actions it agreed are complete, at which meeting."""

from collections.abc import Sequence

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms.validators import InputRequired

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.permissions import Permission
from shp_gov.domain.words import plural
from shp_gov.models import Body, Meeting, Minute
from shp_gov.queries.action_log import Asked, GroupBy, Line, Show
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.actions.blueprint import blueprint
from shp_gov.web.fields import CheckboxesField, RadioField, SelectField
from shp_gov.web.filters import day
from shp_gov.web.forms import Form
from shp_gov.web.paging import asked_page, page_of

LATEST = 3
NOT_MINUTED = {"": "It is not minuted here"}


class AgreeForm(Form):
    """Which actions, at which meeting, in which minute."""

    meeting = RadioField("At which meeting did the partnership agree?", [InputRequired("Choose the meeting")])
    actions = CheckboxesField(
        "Which actions did it agree are complete?", [InputRequired("Choose the actions that it agreed are complete")]
    )
    minute = SelectField("In which minute?")


@blueprint.route("/bodies/<slug>/actions/agreed", methods=["GET", "POST"])
@requires(Permission.RECORD_DECISION, of=queries.bodies.get)
def agree(body: Body) -> ResponseReturnValue:
    """Record that the body agreed, at a meeting it held, that actions are complete."""
    asked = Asked(show=Show.VERIFIED, group_by=GroupBy.DUE)
    log = queries.action_log.of_body(body, asked, viewer=viewer(), page=asked_page())
    lines, page = log.lines, page_of(asked_page(), log.total)
    meetings = queries.proposals.meetings_held(body, on=viewer().on)
    form, minutes = _form(lines, meetings)
    if form.validate_on_submit():
        with form.refusals():
            done = _record(form, lines, meetings, minutes)
            result = once.spend(viewer(), url_for(".log", slug=body.slug))
            db.session.commit()
            flash(done)
            return redirect(result)
    return render_template("actions/agree.html", body=body, form=form, lines=lines, meetings=meetings, page=page)


def _form(lines: Sequence[Line], meetings: Sequence[Meeting]) -> tuple[AgreeForm, Sequence[Minute]]:
    """Make the form for the meeting that is chosen, the latest to begin with."""
    latest = str(meetings[0].id) if meetings else ""
    form = AgreeForm(meeting=latest, actions=request.args.getlist("action"))
    form.meeting.choices = {str(meeting.id): day(meeting.on) for meeting in meetings}
    form.actions.choices = {str(line.action.id): f"{line.action.number}. {line.action.what}" for line in lines}
    minutes = queries.proposals.minutes_of(meetings[:LATEST], viewer=viewer())
    form.minute.choices = NOT_MINUTED | {str(minute.id): _named(minute) for minute in minutes}
    return form, minutes


def _named(minute: Minute) -> str:
    return f"{day(minute.meeting.on)}, minute {minute.number_printed or minute.position}: {minute.title}"


def _record(form: AgreeForm, lines: Sequence[Line], meetings: Sequence[Meeting], minutes: Sequence[Minute]) -> str:
    chosen = [line.action for line in lines if str(line.action.id) in (form.actions.data or [])]
    meeting = next(meeting for meeting in meetings if str(meeting.id) == form.meeting.data)
    minute = next((minute for minute in minutes if str(minute.id) == form.minute.data), None)
    services.action_endings.agree_closure(chosen, meeting=meeting, minute=minute, actor=actor())
    return f"{plural(len(chosen), 'action')} closed. The partnership agreed on {day(meeting.on)}."
