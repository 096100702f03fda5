"""A year's meetings from a pattern: the dates are shown with what speaks against each, changed, and made in one go."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.permissions import Permission
from shp_gov.domain.series import Looked
from shp_gov.domain.words import plural
from shp_gov.models import Body
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.diary.blueprint import blueprint
from shp_gov.web.diary.year_forms import PatternForm, YearForm, pattern_form

LOOK_AGAIN = "You changed a day. Look at what is on it, then make the meetings."


@blueprint.route("/bodies/<slug>/meetings/year", methods=["GET", "POST"])
@requires(Permission.ARRANGE_MEETING, of=queries.bodies.get)
def year(body: Body) -> ResponseReturnValue:
    """Make the meetings of a year from a pattern."""
    [found] = queries.diary.following([body], on=viewer().on)
    asking = pattern_form(found.last, found.usual, today=viewer().on)
    if "every" not in request.args or not asking.validate():
        form = asking if "every" in request.args else None
        return render_template("diary/year.html", body=body, asking=asking, form=form, dates=None, rows=())
    form, dates = YearForm(), _dates(asking)
    if form.validate_on_submit():
        if form.were_read():
            with form.refusals():
                return _made(body, asking, form.kept())
        else:
            form.form_errors.append(LOOK_AGAIN)
    rows = _rows(body, asking, form, dates)
    return render_template("diary/year.html", body=body, asking=asking, form=form, dates=form, rows=rows)


def _dates(asking: PatternForm) -> Sequence[date]:
    """Give the days of the pattern that are still to come."""
    return [day for day in asking.pattern().days() if day >= viewer().on]


def _rows(body: Body, asking: PatternForm, form: YearForm, dates: Sequence[date]) -> list[tuple[Any, Looked | None]]:
    """Give each date with what speaks against it; from now on that counts as read."""
    if not form.is_submitted():
        looked = queries.diary.look(body, [asking.slot(day) for day in dates])
        for each in looked:
            form.rows.append_entry({"on": each.slot.on, "keep": not each.notes})
    days = [row.on.data for row in form.rows if row.on.data]
    known = {each.slot.on: each for each in queries.diary.look(body, [asking.slot(day) for day in dict.fromkeys(days)])}
    form.read.data = " ".join(day.isoformat() for day in known)
    return [(row, known.get(row.on.data)) for row in form.rows]


def _made(body: Body, asking: PatternForm, days: Sequence[date]) -> ResponseReturnValue:
    slots = [asking.slot(day) for day in days]
    made = services.diary.call_series(body, slots, asking.where(), actor=actor())
    result = once.spend(viewer(), url_for(".calendar", show="list", body=body.slug))
    db.session.commit()
    flash(f"{plural(len(made), 'meeting')} of {body.name} {'is' if len(made) == 1 else 'are'} in the diary.")
    return redirect(result)
