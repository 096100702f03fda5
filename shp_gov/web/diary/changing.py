"""A meeting is moved, postponed or cancelled: with a reason, and who is told is said before."""

from collections.abc import Callable
from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.permissions import Permission
from shp_gov.domain.words import long_day
from shp_gov.models import Meeting, MeetingChange
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.diary.blueprint import blueprint
from shp_gov.web.diary.calling import clashes_of
from shp_gov.web.diary.forms import CancelForm, MoveForm, PostponeForm
from shp_gov.web.filters import count
from shp_gov.web.paging import whole_number

Change = Callable[[], MeetingChange]


@blueprint.route("/meetings/<int:meeting_id>/move", methods=["GET", "POST"])
@requires(Permission.ARRANGE_MEETING, of=queries.meetings.get)
def move(meeting: Meeting) -> ResponseReturnValue:
    """Hold a meeting at another time or place."""
    form = MoveForm.of(meeting, queries.diary.changes_so_far(meeting))
    clashes = clashes_of(form, meeting.body, but=meeting) if form.validate_on_submit() else ()

    def change() -> MeetingChange:
        slot = form.slot()
        times = {"on": slot.on, "starts_at": form.starts_at.data, "ends_at": slot.ends_at}
        return services.diary.move(meeting, **times, place=form.place(), **_why(form))

    is_sure = bool(form.all_the_same.data or not clashes)
    done = _done(form, change, lambda made: f"The meeting is now on {long_day(meeting.on)}.") if is_sure else None
    return done or _asked("diary/move.html", meeting, form, clashes=clashes)


@blueprint.route("/meetings/<int:meeting_id>/postpone", methods=["GET", "POST"])
@requires(Permission.ARRANGE_MEETING, of=queries.meetings.get)
def postpone(meeting: Meeting) -> ResponseReturnValue:
    """Put a meeting off, to another day where one is known."""
    form = PostponeForm.of(meeting, queries.diary.changes_so_far(meeting))

    def change() -> MeetingChange:
        to = form.slot()
        place = services.diary.Place(form.venue.data or None, meeting.mode, meeting.joining)
        return services.diary.postpone(meeting, to=to, place=place, **_why(form))

    return _done(form, change, lambda made: "The meeting is postponed.") or _asked("diary/postpone.html", meeting, form)


@blueprint.route("/meetings/<int:meeting_id>/cancel", methods=["GET", "POST"])
@requires(Permission.ARRANGE_MEETING, of=queries.meetings.get)
def cancel(meeting: Meeting) -> ResponseReturnValue:
    """Call a meeting off."""
    form = CancelForm(seen=str(queries.diary.changes_so_far(meeting)))

    def change() -> MeetingChange:
        return services.diary.cancel(meeting, **_why(form))

    return _done(form, change, lambda made: "The meeting is cancelled.") or _asked("diary/cancel.html", meeting, form)


def _why(form: Any) -> dict[str, Any]:
    return {"reason": form.reason.data, "seen": whole_number(form.seen.data or "") or 0, "actor": actor()}


def _done(form: Any, change: Change, words: Callable[[MeetingChange], str]) -> ResponseReturnValue | None:
    """Change what was asked, commit once and lead to the meeting; nothing where the form is to be shown."""
    if form.validate_on_submit():
        with form.refusals():
            made = change()
            meeting = made.meeting.postponed_to or made.meeting
            result = once.spend(viewer(), url_for("cycle.show", meeting_id=meeting.id))
            db.session.commit()
            flash(f"{words(made)} {count(made.told, 'person', 'people')} will be told.")
            return redirect(result)
    return None


def _asked(template: str, meeting: Meeting, form: Any, **more: Any) -> ResponseReturnValue:
    told = queries.diary.expected(meeting, on=meeting.on, but=viewer().user_id, may_stand_in=True)
    return render_template(template, body=meeting.body, meeting=meeting, form=form, told=told, **more)
