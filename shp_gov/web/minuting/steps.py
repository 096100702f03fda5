"""What the pages of a meeting share: the time in the room, the way to the next item, a form that is kept or shown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import time

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from shp_gov import clock, queries
from shp_gov.database import db
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import Meeting, Minute
from shp_gov.queries.minuting import Line
from shp_gov.services.minute_steps import WRITTEN_IN
from shp_gov.web import once
from shp_gov.web.access import viewer
from shp_gov.web.forms import Form
from shp_gov.web.paging import whole_number


def time_now(meeting: Meeting) -> time | None:
    """Tell the time in the room; none where the meeting is written down on another day than its own."""
    now = clock.now().astimezone(clock.LONDON)
    return now.time().replace(second=0, microsecond=0) if now.date() == meeting.on else None


def elsewhere(meeting: Meeting, *, or_written: bool = False) -> ResponseReturnValue | None:
    """Lead to the page of the meeting's stage, where it is not going on; what was sent all the same is not kept.

    With `or_written` the page is also for a meeting that is over, while its minutes are still being written.
    """
    if meeting.state is MeetingState.IN_PROGRESS or (or_written and is_being_written(meeting)):
        return None
    if request.method == "POST":
        flash(f"Nothing was recorded: this meeting is {meeting.state}.", "warning")
    return redirect(url_for("minuting.start", meeting_id=meeting.id))


def is_being_written(meeting: Meeting) -> bool:
    """Tell whether a meeting is over and its minutes are still being written."""
    return meeting.state is MeetingState.CLOSED and meeting.minutes_state in WRITTEN_IN


def next_line(lines: Sequence[Line], minute_id: int) -> Line | None:
    """Give the next item without an outcome: after this one, otherwise the first there is."""
    place = next((number for number, line in enumerate(lines) if line.minute_id == minute_id), -1)
    open_ = [line for line in (*lines[place + 1 :], *lines[: max(place, 0)]) if line.minute_id and not line.outcome]
    return open_[0] if open_ else None


def address(meeting: Meeting, line: Line | None) -> str:
    """Give the address of an item, or of the closing where every item has its outcome."""
    if line is None or line.minute_id is None:
        return url_for("minuting.close", meeting_id=meeting.id)
    return url_for("minuting.item", meeting_id=meeting.id, minute_id=line.minute_id)


def item_page(minute: Minute) -> str:
    """Give the address of the page of an item; once the meeting is over, that of its minute among the minutes."""
    if is_being_written(minute.meeting):
        return url_for("minutes.edit", meeting_id=minute.meeting_id, _anchor=f"minute-{minute.position}")
    return url_for("minuting.item", meeting_id=minute.meeting_id, minute_id=minute.id)


@dataclass(frozen=True)
class Asked:
    """A page of the meeting with one form: what it asks, what it says, what its buttons say, where it leads."""

    title: str
    verb: str
    back: str
    says: str = ""
    other: str = ""


def ask(
    meeting: Meeting, asked: Asked, form: Form, act: Callable[[], str], to: Callable[[], str] | None = None
) -> ResponseReturnValue:
    """Show a form; where it is filled in, act, commit once, go back (or on) and say what was done."""
    answer = kept(form, act, to or (lambda: asked.back))
    fields = [field for field in form if field.type not in ("HiddenField", "CSRFTokenField")]
    return answer or render_template(
        "minuting/_ask.html", body=meeting.body, meeting=meeting, asked=asked, form=form, fields=fields
    )


def back_to(meeting: Meeting) -> str:
    """Give the way back: the item in hand, which the address names, or the list of items."""
    number = whole_number(request.args.get("item", ""))
    if number is None:
        return url_for("minuting.start", meeting_id=meeting.id)
    return url_for("minuting.item", meeting_id=meeting.id, minute_id=number)


def in_hand(meeting: Meeting) -> Minute | None:
    """Give the minute of the item in hand, which the address names."""
    number = whole_number(request.args.get("item", ""))
    return queries.minuting.minute(meeting.id, number, viewer=viewer()) if number is not None else None


def kept(form: Form, act: Callable[[], str], to: Callable[[], str]) -> ResponseReturnValue | None:
    """Act on what was sent, once it is right, commit once, and go on; otherwise the form is to be shown."""
    if form.validate_on_submit():
        with form.refusals():
            done = act()
            result = once.spend(viewer(), to())
            db.session.commit()
            if done:
                flash(done)
            return redirect(result)
    return None
