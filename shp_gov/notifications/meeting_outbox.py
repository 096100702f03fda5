"""What must be said of a meeting on its way: one function for each message. It keeps facts and sends nothing.

Each message has its line in `services.cycle_messages.EVENTS` and its words in `templates/email/<name>.txt`.
"""

from datetime import date

from shp_gov.models import AgendaVersion, CallForItems, Meeting, MeetingChange
from shp_gov.notifications.outbox import Recipients, tell


def meeting_moved(change: MeetingChange, *, to: Recipients) -> None:
    """Tell whoever is expected that a meeting is at another time or place."""
    tell("meeting_moved", change, to=to)


def meeting_postponed(change: MeetingChange, *, to: Recipients) -> None:
    """Tell whoever was expected that a meeting is put off, and until when."""
    tell("meeting_postponed", change, to=to)


def meeting_cancelled(change: MeetingChange, *, to: Recipients) -> None:
    """Tell whoever was expected that a meeting is not held."""
    tell("meeting_cancelled", change, to=to)


def reply_wanted(meeting: Meeting, *, asked_on: date, to: Recipients) -> None:
    """Ask members to say whether they come: once on any one day."""
    tell("reply_wanted", meeting, to=to, due=f"asked {asked_on.isoformat()}")


def agenda_sent(version: AgendaVersion, *, to: Recipients) -> None:
    """Ask the chair to read and agree a draft agenda."""
    tell("agenda_sent", version, to=to)


def agenda_changes_asked(version: AgendaVersion, *, to: Recipients) -> None:
    """Tell the officers that the chair wants a draft agenda changed."""
    tell("agenda_changes_asked", version, to=to)


def agenda_agreed(version: AgendaVersion, *, to: Recipients) -> None:
    """Tell the officers that the chair agreed an agenda."""
    tell("agenda_agreed", version, to=to)


def items_called(call: CallForItems, *, to: Recipients) -> None:
    """Ask members what should come to a meeting."""
    tell("items_called", call, to=to)
