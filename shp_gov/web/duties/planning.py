"""The year planner: which meeting deals with what, what is on none yet; a button ties it, another takes it off."""

from datetime import date

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms.validators import InputRequired

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.calendar import year_name
from shp_gov.domain.permissions import Permission
from shp_gov.models import Body
from shp_gov.queries.planner import Planned, Planner
from shp_gov.web import once
from shp_gov.web.access import actor, permissions_towards, requires, viewer
from shp_gov.web.duties.blueprint import blueprint
from shp_gov.web.duties.page import year_in
from shp_gov.web.duties.sheet import rows
from shp_gov.web.fields import HiddenField, RadioField
from shp_gov.web.filters import day
from shp_gov.web.forms import Form
from shp_gov.web.front_end import Link
from shp_gov.web.sheets import csv_file


class TieForm(Form):
    """Something that is due, and the meeting that will deal with it."""

    item = HiddenField()
    meeting = RadioField("At which meeting?", [InputRequired("Choose the meeting")])


class ItemForm(Form):
    """Something that is due, for a button."""

    item = HiddenField()
    meeting = HiddenField()


@blueprint.get("/bodies/<slug>/planner")
@requires(Permission.SEE_DUTIES, of=queries.bodies.get)
def planner(body: Body) -> ResponseReturnValue:
    """Show the municipal year month by month: its meetings, and what is to come to each."""
    found = _asked(body)
    return render_template(
        "duties/planner.html",
        body=body,
        planner=found,
        today=viewer().on,
        name=year_name(found.year.first),
        years=_years(body, found),
        button_for=_button,
        may=permissions_towards(body),
    )


@blueprint.get("/bodies/<slug>/planner.csv")
@requires(Permission.SEE_DUTIES, of=queries.bodies.get)
def planner_csv(body: Body) -> ResponseReturnValue:
    """Download the planner of a year."""
    found = _asked(body)
    return csv_file(rows(found), name=f"planner-{body.slug}-{found.year.first.year}")


@blueprint.route("/bodies/<slug>/planner/tie", methods=["GET", "POST"])
@requires(Permission.RECORD_DUTY, of=queries.bodies.get)
def tie(body: Body) -> ResponseReturnValue:
    """Tie something that is due to a meeting."""
    found = _asked(body)
    form = TieForm(item=request.args.get("item", ""))
    planned = found.find(form.item.data or "")
    if planned is None:
        return redirect(_address(body, found))
    meetings = {str(meeting.id): meeting for meeting in found.coming()}
    form.meeting.choices = {key: _meeting_words(meeting.on, planned) for key, meeting in meetings.items()}
    if form.validate_on_submit():
        with form.refusals():
            services.duty_plans.tie(body, planned.item, meetings[form.meeting.data], actor=actor())
            return _done(body, found, f"{planned.item.title}: on {day(meetings[form.meeting.data].on)}.")
    return render_template("duties/tie.html", body=body, form=form, planned=planned, meetings=meetings, planner=found)


@blueprint.post("/bodies/<slug>/planner/untie")
@requires(Permission.RECORD_DUTY, of=queries.bodies.get)
def untie(body: Body) -> ResponseReturnValue:
    """Take something off its meeting."""
    found = _asked(body)
    form = ItemForm()
    planned = found.find(form.item.data or "")
    if planned is not None and form.validate_on_submit():
        services.duty_plans.untie(body, planned.item, actor=actor())
        return _done(body, found, f"{planned.item.title}: on no meeting now.")
    return redirect(_address(body, found))


def _asked(body: Body) -> Planner:
    starting = year_in(request.args.get("year", ""), latest=viewer().on.year + 1)
    return queries.planner.of_body(body, starting=starting, viewer=viewer())


def _address(body: Body, found: Planner) -> str:
    return url_for(".planner", slug=body.slug, year=found.year.first.year)


def _done(body: Body, found: Planner, words: str) -> ResponseReturnValue:
    result = once.spend(viewer(), _address(body, found))
    db.session.commit()
    flash(words)
    return redirect(result)


def _years(body: Body, found: Planner) -> list[Link]:
    number = found.year.first.year
    around = [each for each in (number + 1, number, number - 1) if each <= viewer().on.year + 1]
    starts = ((each, found.year.first.replace(year=each)) for each in around)
    return [
        Link(year_name(first), url_for(".planner", slug=body.slug, year=each), "true" if each == number else "")
        for each, first in starts
    ]


def _button(planned: Planned, meeting_id: int | None = None) -> ItemForm:
    """Make the form of one button, with what it is about in it."""
    return ItemForm(formdata=None, item=planned.item.key, meeting=str(meeting_id or ""))


def _meeting_words(on: date, planned: Planned) -> str:
    after = " (after its day)" if on > planned.item.due_on else ""
    return f"{day(on)}{after}"
