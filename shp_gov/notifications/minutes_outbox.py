"""What must be said of minutes on their way: one function for each message. It keeps facts and sends nothing."""

from datetime import date

from shp_gov.models import DecisionList, Minute, MinutesVersion
from shp_gov.notifications.outbox import Recipients, tell


def minutes_for_the_chair(version: MinutesVersion, *, to: Recipients) -> None:
    """Ask the chair to read draft minutes."""
    tell("minutes_for_the_chair", version, to=to)


def minutes_changes_suggested(version: MinutesVersion, *, on: date, to: Recipients) -> None:
    """Tell officers, once a day, that the chair suggests changes."""
    tell("minutes_changes_suggested", version, to=to, due=on.isoformat())


def suggestions_answered(version: MinutesVersion, *, on: date, to: Recipients) -> None:
    """Tell the chair, once a day, that suggestions are answered."""
    tell("suggestions_answered", version, to=to, due=on.isoformat())


def minutes_agreed(version: MinutesVersion, *, to: Recipients) -> None:
    """Tell officers that the chair agrees the minutes."""
    tell("minutes_agreed", version, to=to)


def draft_minutes_published(version: MinutesVersion, *, to: Recipients) -> None:
    """Tell members that the draft minutes can be read."""
    tell("draft_minutes_published", version, to=to)


def decision_list_sent(sent: DecisionList, *, to: Recipients) -> None:
    """Ask the chair whether the decisions are right."""
    tell("decision_list_sent", sent, to=to)


def decision_list_answered(sent: DecisionList, *, to: Recipients) -> None:
    """Tell officers what the chair says of the decisions."""
    tell("decision_list_answered", sent, to=to)


def decision_extract(minute: Minute, *, to: Recipients) -> None:
    """Tell the author of a report what was decided on it."""
    tell("decision_extract", minute, to=to)
