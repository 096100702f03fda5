"""Attendance over time, by authority and by member."""

from collections.abc import Iterator

from flask import render_template
from flask.typing import ResponseReturnValue

from shp_gov import queries
from shp_gov.domain.permissions import Permission
from shp_gov.models import Body
from shp_gov.queries.turnout import Row, Turnout
from shp_gov.web.access import requires, viewer
from shp_gov.web.compliance.blueprint import blueprint
from shp_gov.web.compliance.forms import SpanForm
from shp_gov.web.sheets import csv_file

SHOWN = 6
HEADS = ("Who", "Seat", "Meetings", "Came", "Of these by a substitute", "Apologies", "Not known", "Per cent")


@blueprint.get("/bodies/<slug>/attendance")
@requires(Permission.SEE_WHERE_WE_STAND, of=queries.bodies.get)
def attendance(body: Body) -> ResponseReturnValue:
    """Show who came to the meetings between two days: a picture of the last ones, and fair figures for all."""
    form = SpanForm(viewer().on)
    found = queries.turnout.between(body, form.first, form.last)
    return render_template("compliance/attendance.html", body=body, form=form, turnout=found, shown=SHOWN)


@blueprint.get("/bodies/<slug>/attendance.csv")
@requires(Permission.SEE_WHERE_WE_STAND, of=queries.bodies.get)
def attendance_csv(body: Body) -> ResponseReturnValue:
    """Download who came, a row for each authority and member, a column for each meeting."""
    form = SpanForm(viewer().on)
    found = queries.turnout.between(body, form.first, form.last)
    return csv_file(_rows(found), name=f"attendance-{body.slug}-{form.first}-{form.last}")


def _rows(turnout: Turnout) -> Iterator[tuple[str, ...]]:
    yield (*HEADS, *(meeting.on.isoformat() for meeting in turnout.meetings))
    yield from (_cells(row) for row in (*turnout.authorities, *turnout.members))


def _cells(row: Row) -> tuple[str, ...]:
    count = row.tally
    numbers = (count.meetings, count.came, count.substitutes, count.apologies, count.not_known)
    share = "" if count.percent is None else str(count.percent)
    return (
        row.name,
        row.seat or "Responsible authority",
        *map(str, numbers),
        share,
        *(kind.value for kind in row.kinds),
    )
