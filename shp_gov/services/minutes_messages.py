"""Messages about minutes on their way: the page that each leads to, and whether it must still be said."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from shp_gov.domain.permissions import Viewer
from shp_gov.domain.workflows import MinutesState
from shp_gov.models import DecisionList, MinutesVersion


def _is_with_the_chair(version: MinutesVersion, viewer: Viewer, on: date) -> bool:
    return version.meeting.minutes_state is MinutesState.WITH_THE_CHAIR


def _waits_for_the_chair(version: MinutesVersion, viewer: Viewer, on: date) -> bool:
    return _is_with_the_chair(version, viewer, on) and version.agreed_at is None


def _is_a_draft(version: MinutesVersion, viewer: Viewer, on: date) -> bool:
    return version.meeting.minutes_state is MinutesState.DRAFT_PUBLISHED


def _waits_for_an_answer(sent: DecisionList, viewer: Viewer, on: date) -> bool:
    """Ask while nobody answered and the minutes themselves are not with the chair yet."""
    return sent.answered_at is None and sent.meeting.minutes_state is MinutesState.DRAFT


def _is_answered(sent: DecisionList, viewer: Viewer, on: date) -> bool:
    return sent.meeting.minutes_state is MinutesState.DRAFT


EVENTS: Mapping[str, tuple[str, Callable[[Any, Viewer, date], bool]]] = {
    "minutes_for_the_chair": ("minutes.review", _waits_for_the_chair),
    "minutes_changes_suggested": ("minutes.edit", _is_with_the_chair),
    "suggestions_answered": ("minutes.review", _is_with_the_chair),
    "minutes_agreed": ("minutes.edit", _is_with_the_chair),
    "decision_list_sent": ("minutes.decided", _waits_for_an_answer),
    "decision_list_answered": ("minutes.decided", _is_answered),
    "draft_minutes_published": ("meetings.show", _is_a_draft),
}
