"""The page on which each task of a meeting is done. A task whose page is still to come has none."""

from flask import url_for

from shp_gov.domain.cycle import Task
from shp_gov.models import Meeting

PAGES: dict[str, str] = {
    "replies": "replies.index",
    "script": "script.show",
    "reports": "reports.meeting",
    "call": "agendas.call",
    "agenda": "agendas.build",
    "check": "publication.show",
    "publish": "publication.show",
    "room": "minuting.start",
    "close": "minuting.close",
    "agree": "minutes.edit",
    "draft": "minutes.publish",
    "decided": "minutes.decided",
    "finish": "past.finish",
}


def page_of(key: str, meeting: Meeting, *, comes_to_id: int | None = None) -> str:
    """Give the address on which a task is done; nothing where it has no page."""
    if key == "diary":
        return url_for("diary.call", slug=meeting.body.slug)
    if key == "past":
        return url_for("past.take_up", meeting_id=meeting.id)
    if key == "approve":
        return url_for("cycle.show", meeting_id=comes_to_id) if comes_to_id else ""
    return url_for(PAGES[key], meeting_id=meeting.id) if key in PAGES else ""


def link_of(task: Task, meeting: Meeting, *, comes_to_id: int | None) -> str:
    """Give the address of a task that can be opened."""
    return page_of(task.key, meeting, comes_to_id=comes_to_id) if task.is_open else ""
