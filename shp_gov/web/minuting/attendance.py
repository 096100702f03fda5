"""Who is here: ticked on one page."""

from typing import Any

from flask import render_template
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.permissions import Permission
from shp_gov.models import Capacity, Meeting, OfficeKind, Person
from shp_gov.queries.attending import Expected
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.minuting.attendance_form import attendance_form, with_added
from shp_gov.web.minuting.blueprint import blueprint
from shp_gov.web.minuting.steps import address, elsewhere, kept, next_line, time_now


@blueprint.route("/meetings/<int:meeting_id>/minuting/attendance", methods=["GET", "POST"])
@requires(Permission.TAKE_MINUTES, of=queries.meetings.get)
def attendance(meeting: Meeting) -> ResponseReturnValue:
    """Tick who is here."""
    if leave := elsewhere(meeting):
        return leave
    expected = queries.attending.expected(meeting)
    known = _known(meeting, expected)
    form = attendance_form(meeting, expected, dict(known))

    def act() -> str:
        services.attending.record(
            meeting,
            form.ticks(),
            chair=form.chair_id() if form.touches_chair else int(known["chair"] or 0) or None,
            officers=with_added(form.officers, form.officers_was, known["officers"]),
            others=with_added(form.others, form.others_was, known["others"]),
            at=time_now(meeting),
            actor=actor(),
        )
        return "The attendance is recorded."

    def to() -> str:
        return address(meeting, next_line(queries.minuting.lines(meeting, viewer=viewer()), 0))

    return kept(form, act, to) or render_template(
        "minuting/attendance.html", body=meeting.body, meeting=meeting, form=form
    )


def _known(meeting: Meeting, expected: list[Expected]) -> dict[str, Any]:
    """Say who is in the chair and who else came: as recorded, or whoever holds the office."""
    lines = queries.proceedings.lines(meeting)
    printed = {
        capacity: "\n".join(
            ", ".join(words for words in (line.name_printed, line.role_printed) if words)
            for line in lines
            if line.capacity is capacity
        )
        for capacity in (Capacity.OFFICER, Capacity.ALSO_PRESENT)
    }
    chair = next((line.person_id for line in lines if line.is_in_the_chair), None) if lines else _chair(meeting)
    offered = {who.person_id for who in expected}
    return {
        "chair": str(chair) if chair in offered else "",
        "officers": printed[Capacity.OFFICER] or ("" if lines else _writer(meeting)),
        "others": printed[Capacity.ALSO_PRESENT],
    }


def _writer(meeting: Meeting) -> str:
    """Name whoever writes, with the post that the register knows."""
    person = db.session.get(Person, viewer().person_id) if viewer().person_id else None
    post = person.post_on(meeting.on) if person else None
    return ", ".join(words for words in (viewer().name, post.post if post else None) if words)


def _chair(meeting: Meeting) -> int | None:
    """Give who holds the chair, or the vice-chair where the chair sent apologies."""
    offices = queries.bodies.offices(meeting.body, on=meeting.on)
    away = queries.attending.away(meeting)
    held = [offices[kind].person_id for kind in (OfficeKind.CHAIR, OfficeKind.VICE_CHAIR) if kind in offices]
    return next((person_id for person_id in held if person_id not in away), None)
