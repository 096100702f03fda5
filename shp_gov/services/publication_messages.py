"""Messages about papers on their way out: which page each leads to, and whether it is still due."""

from collections.abc import Callable, Mapping
from datetime import date

from shp_gov.domain.permissions import Viewer
from shp_gov.domain.workflows import AgendaState, MeetingState
from shp_gov.models import AgendaVersion

StillDue = Callable[[AgendaVersion, Viewer, date], bool]
NOT_LOOKED_AT = (AgendaState.DRAFT, AgendaState.WITH_THE_CHAIR, AgendaState.AGREED)


def _still_to_check(version: AgendaVersion, viewer: Viewer, on: date) -> bool:
    """Say it while the check is still wanted, and of whoever is asked."""
    return version.state in NOT_LOOKED_AT and version.check_asked_of_id == viewer.user_id


def _still_to_come(version: AgendaVersion, viewer: Viewer, on: date) -> bool:
    """Say it while the meeting is still to be held."""
    return version.meeting.state is MeetingState.AGENDA_PUBLISHED and version.meeting.on >= on


EVENTS: Mapping[str, tuple[str, StillDue]] = {
    "check_asked": ("publication.show", _still_to_check),
    "papers_out": ("meetings.show", _still_to_come),
    "supplement_out": ("meetings.show", _still_to_come),
}
