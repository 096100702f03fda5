"""The calendar: the meetings of all bodies that an officer serves, by month or as a list."""

from calendar import Calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries
from shp_gov.domain.bank_holidays import FIRST_YEAR, bank_holidays
from shp_gov.domain.months import months_after
from shp_gov.domain.permissions import Permission
from shp_gov.models import Body
from shp_gov.queries.actions import NOT_HELD
from shp_gov.queries.diary import Entry
from shp_gov.web.access import requires, viewer
from shp_gov.web.diary.blueprint import blueprint
from shp_gov.web.front_end import Link, here
from shp_gov.web.paging import asked_page, page_of, whole_number

SIZE = 25
LAST_YEAR = 2200
LONGEST_NOTICE = timedelta(days=21)
LIST = "list"


@dataclass(frozen=True)
class Day:
    """One day of the calendar: its meetings, whose papers must be out by then, and its bank holiday."""

    on: date
    meetings: Sequence[Entry]
    to_publish: Sequence[Entry]
    holiday: str
    is_outside: bool


@blueprint.get("/diary")
@requires(Permission.ARRANGE_MEETING)
def calendar() -> ResponseReturnValue:
    """Show the meetings of all her bodies, by month or as a list."""
    bodies = queries.diary.bodies(viewer())
    chosen = [body for body in bodies if body.slug == request.args.get("body")]
    asked = {"bodies": bodies, "choices": _choices(bodies), "today": viewer().on}
    ids = [body.id for body in chosen or bodies]
    is_list = request.args.get("show") == LIST
    return render_template("diary/calendar.html", is_list=is_list, **asked, **(_list(ids) if is_list else _month(ids)))


def _month(body_ids: Sequence[int]) -> dict[str, object]:
    first = _asked_month()
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    entries = queries.diary.between(body_ids, weeks[0][0], weeks[-1][-1] + LONGEST_NOTICE)
    before, after = (months_after(first, step) for step in (-1, 1))
    return {
        "first": first,
        "weeks": [[_day(on, entries, first) for on in week] for week in weeks],
        "before": before if before.year >= FIRST_YEAR else None,
        "after": after if after.year <= LAST_YEAR else None,
        "total": sum(1 for entry in entries if entry.meeting.on.replace(day=1) == first),
    }


def _asked_month() -> date:
    """Read the month that is asked for: "2026-09"; this month where none is."""
    year, _, month = request.args.get("month", "").partition("-")
    number, of_year = whole_number(month), whole_number(year)
    if not year:
        return viewer().on.replace(day=1)
    if not number or not of_year or number > 12 or not FIRST_YEAR <= of_year <= LAST_YEAR:
        abort(404)
    return date(of_year, number, 1)


def _day(on: date, entries: Sequence[Entry], first: date) -> Day:
    return Day(
        on=on,
        meetings=[entry for entry in entries if entry.meeting.on == on],
        to_publish=[entry for entry in entries if entry.publish_by == on and entry.meeting.state not in NOT_HELD],
        holiday=bank_holidays(on.year).get(on, "") if on.year >= FIRST_YEAR else "",
        is_outside=on.month != first.month,
    )


def _list(body_ids: Sequence[int]) -> dict[str, object]:
    past, number = request.args.get("when") == "past", asked_page()
    entries, total = queries.diary.page(body_ids, on=viewer().on, past=past, number=number, size=SIZE)
    return {"entries": entries, "past": past, "page": page_of(number, total, SIZE)}


def _choices(bodies: Sequence[Body]) -> list[tuple[str, list[Link]]]:
    """Offer the bodies to choose from, where there are several, and what else the list can show."""
    chosen, past = request.args.get("body", ""), request.args.get("when") == "past"
    shown = [("", "All"), *((body.slug, body.name) for body in bodies)]
    links = [Link(name, here(body=slug, page=None), "true" if slug == chosen else "") for slug, name in shown]
    found = [("Partnership", links)] if len(bodies) > 1 else []
    if request.args.get("show") == LIST:
        whens = (("", "To come", not past), ("past", "Past", past))
        found.append(("Meetings", [Link(n, here(when=v, page=None), "true" if on else "") for v, n, on in whens]))
    return found


@blueprint.get("/diary/new")
@requires(Permission.ARRANGE_MEETING)
def new() -> ResponseReturnValue:
    """Choose the body of a new meeting, where an officer serves several."""
    bodies = queries.diary.bodies(viewer())
    if len(bodies) == 1:
        return redirect(url_for(".call", slug=bodies[0].slug))
    return render_template("diary/new.html", following=queries.diary.following(bodies, on=viewer().on))
