"""The forward plan as a page: what must come, by meeting and by month, and the reports that sub-groups owe."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.months import months_after
from shp_gov.domain.permissions import Permission
from shp_gov.domain.words import and_list, long_day
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import Body, ForwardPlanEntry, Meeting
from shp_gov.queries.forward_plan import Entry
from shp_gov.web import once
from shp_gov.web.access import actor, permissions_towards, requires, viewer
from shp_gov.web.forward_plan.forms import AddForm, DropForm, WhenForm
from shp_gov.web.paging import asked_page, page_of
from shp_gov.web.sheets import csv_file

blueprint = Blueprint("forward_plan", __name__)
MONTHS_AHEAD, MEETINGS_AHEAD = 18, 12
HEADINGS = ("Meeting", "Month", "What", "About", "For", "Who brings it", "Why it is planned", "State", "Private")


def groups(entries: Sequence[Entry]) -> list[tuple[str, Meeting | None, list[Entry]]]:
    """Take together what comes to one meeting, in one month, or some day."""
    found = [(name, list(group)) for name, group in groupby(entries, key=_name)]
    return [(name, group[0].row.meeting, group) for name, group in found]


def _name(entry: Entry) -> str:
    row = entry.row
    if row.meeting:
        return f"Meeting of {long_day(row.meeting.on)}"
    return f"By {row.month:%B %Y}" if row.month else "Some day: the pool of what was put off"


@blueprint.get("/bodies/<slug>/forward-plan")
@requires(Permission.OFFER_ITEM, of=queries.bodies.get)
def show(body: Body) -> ResponseReturnValue:
    """Show what must come to a body, by meeting and by month."""
    number = asked_page()
    entries = queries.forward_plan.planned(body, viewer=viewer(), page=number)
    return render_template(
        "forward_plan/show.html",
        body=body,
        page=page_of(number, queries.forward_plan.how_many_planned(body)),
        groups=groups(entries),
        who_brings=who_brings,
        finished=queries.forward_plan.finished(body, viewer=viewer()),
        sub_groups=queries.forward_plan.sub_groups(body, on=viewer().on),
        may=permissions_towards(body),
        month_names=lambda group: and_list(f"{date(2000, number, 1):%B}" for number in sorted(group.months_due)),
    )


@blueprint.get("/bodies/<slug>/forward-plan.csv")
@requires(Permission.OFFER_ITEM, of=queries.bodies.get)
def plan_csv(body: Body) -> ResponseReturnValue:
    """Download the whole forward plan."""
    rows = [(*HEADINGS,), *map(_row, queries.forward_plan.planned(body, viewer=viewer()))]
    return csv_file(rows, name=f"forward-plan-{body.slug}")


def _row(entry: Entry) -> Sequence[str]:
    row = entry.row
    return (
        row.meeting.on.isoformat() if row.meeting else "",
        f"{row.month:%Y-%m}" if row.month else "",
        entry.title,
        entry.about or "",
        row.purpose.value,
        who_brings(entry),
        entry.origin_words,
        row.state.value,
        "yes" if row.is_exempt else "no",
    )


def who_brings(entry: Entry) -> str:
    """Say who brings what is planned, as the viewer may read it."""
    if entry.is_private:
        return "Not shown"
    return entry.row.presenter or (entry.row.seat.title if entry.row.seat else "Not said")


def _open_meetings(body: Body) -> list[Meeting]:
    coming = queries.meetings.coming(body, on=viewer().on, most=MEETINGS_AHEAD)
    return [meeting for meeting in coming if meeting.state is MeetingState.SCHEDULED]


def _offered(form: WhenForm, body: Body) -> list[Meeting]:
    meetings, first = _open_meetings(body), viewer().on.replace(day=1)
    form.offer(meetings, [months_after(first, number) for number in range(MONTHS_AHEAD)])
    return meetings


@blueprint.route("/bodies/<slug>/forward-plan/add", methods=["GET", "POST"])
@requires(Permission.CHANGE_FORWARD_PLAN, of=queries.bodies.get)
def add(body: Body) -> ResponseReturnValue:
    """Put something on the forward plan."""
    form = AddForm()
    meetings = _offered(form, body)
    if form.validate_on_submit():
        with form.refusals():
            services.forward_plan.write(body, form.plan(meetings), actor=actor())
            return _done(body, "It is on the forward plan.")
    return render_template("forward_plan/add.html", body=body, form=form)


def _done(body: Body, words: str) -> ResponseReturnValue:
    result = once.spend(viewer(), url_for(".show", slug=body.slug))
    db.session.commit()
    flash(words)
    return redirect(result)


@blueprint.route("/bodies/<slug>/forward-plan/<int:plan_entry_id>/move", methods=["GET", "POST"])
@requires(Permission.CHANGE_FORWARD_PLAN, of=queries.forward_plan.get)
def move(entry: ForwardPlanEntry) -> ResponseReturnValue:
    """Plan something for another meeting or month."""
    form = WhenForm(data={"seen": queries.forward_plan.seen(entry)})
    meetings = _offered(form, entry.body)
    if form.validate_on_submit():
        with form.refusals():
            services.forward_plan.move(entry, **form.chosen(meetings), seen=form.seen.data, actor=actor())
            return _done(entry.body, f"“{entry.title}” is moved.")
        form.seen.data = queries.forward_plan.seen(entry)
    return render_template("forward_plan/move.html", body=entry.body, entry=entry, form=form)


@blueprint.route("/bodies/<slug>/forward-plan/<int:plan_entry_id>/take-off", methods=["GET", "POST"])
@requires(Permission.CHANGE_FORWARD_PLAN, of=queries.forward_plan.get)
def drop(entry: ForwardPlanEntry) -> ResponseReturnValue:
    """Take something off the plan, with a reason."""
    form = DropForm()
    if form.validate_on_submit():
        with form.refusals():
            services.forward_plan.drop(entry, because=form.because.data or "", actor=actor())
            return _done(entry.body, f"“{entry.title}” is off the plan.")
    return render_template("forward_plan/drop.html", body=entry.body, entry=entry, form=form)
