"""What waits of each meeting, as lines of Today: each with its day and the page of its next step."""

from collections.abc import Iterator, Mapping
from datetime import date

from flask import url_for

from shp_gov.domain.cycle.waits import Wait, waits
from shp_gov.domain.words import long_day, plural
from shp_gov.queries.works import Stand
from shp_gov.web.cycle.pages import page_of
from shp_gov.web.dashboard.lines import SOON, Group, Step, Task
from shp_gov.web.filters import distance

PAGE_WORDS: Mapping[str, str] = {
    "replies": "replies",
    "script": "script",
    "reports": "reports",
    "agenda": "agenda",
    "agree": "minutes",
    "draft": "minutes",
}


def of_meeting(stand: Stand, on: date, *, user_id: int | None) -> Iterator[Task]:
    """Give a line for everything that waits of a meeting."""
    checks_it = stand.checker_id is not None and stand.checker_id == user_id
    for wait in waits(stand.work, checks_it=checks_it):
        yield _line(wait, stand, on)


def _line(wait: Wait, stand: Stand, on: date) -> Task:
    meeting = stand.meeting
    small = f"{meeting.body.name}, meeting of {long_day(meeting.on)}"
    small += f". {wait.says}" if wait.says else ""
    is_late = wait.by is not None and wait.by < on
    late = f"{plural((on - wait.by).days, 'day')} late" if is_late and wait.by else ""
    return Task(
        _group(wait, on),
        wait.words,
        Step(_page(wait, stand), PAGE_WORDS.get(wait.key, "meeting")),
        small,
        when=_when(wait, on),
        late=late,
        day=wait.by or date.max,
    )


def _page(wait: Wait, stand: Stand) -> str:
    """Lead to the page of the step, or to the work on the meeting where the step has none of its own."""
    return page_of(wait.key, stand.meeting) or url_for("cycle.show", meeting_id=stand.meeting.id)


def _group(wait: Wait, on: date) -> Group:
    if wait.is_theirs:
        return Group.WAITING
    if wait.by is None:
        return Group.WHEN_YOU_CAN
    if wait.by < on:
        return Group.OVERDUE
    return Group.THIS_WEEK if wait.by <= on + SOON else Group.WHEN_YOU_CAN


def _when(wait: Wait, on: date) -> str:
    if wait.by is None or wait.by < on:
        return ""
    due = "Due " if wait.is_theirs else ""
    return f"{due}{long_day(wait.by)}, {distance(wait.by, on)}"
