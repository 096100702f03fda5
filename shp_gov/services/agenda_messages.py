"""Messages about an agenda on its way: which page each leads to, and whether it must still be said."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from shp_gov.domain.permissions import Viewer
from shp_gov.domain.workflows import AgendaState, MeetingState
from shp_gov.models import CallForItems


def _is(state: AgendaState) -> Callable[[Any, Viewer, date], bool]:
    """Say it while the version of the agenda is where it was said to be."""
    return lambda version, viewer, on: version.state is state


def _still_called(call: CallForItems, viewer: Viewer, on: date) -> bool:
    """Ask for items while there is time to reply."""
    return call.reply_by >= on and call.meeting.state is MeetingState.SCHEDULED


EVENTS: Mapping[str, tuple[str, Callable[[Any, Viewer, date], bool]]] = {
    "agenda_sent": ("agendas.review", _is(AgendaState.WITH_THE_CHAIR)),
    "agenda_changes_asked": ("agendas.review", _is(AgendaState.CHANGES_ASKED_FOR)),
    "agenda_agreed": ("agendas.review", _is(AgendaState.AGREED)),
    "items_called": ("agendas.offer", _still_called),
}
