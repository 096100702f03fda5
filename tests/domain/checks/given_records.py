"""The facts of a case about the record of meetings, from the short form in which the rulebook gives them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from shp_gov.domain.checks.facts_of_records import (
    DecisionNote,
    Deferred,
    HeldMeeting,
    MinuteKept,
    MinutesKept,
    SeriesOfMeetings,
    StatedDay,
)

BODY = "Safer Seaborough Partnership"
Given = Mapping[str, Any]


def series(on: date, given: Given) -> SeriesOfMeetings:
    """The days of two meetings, and which minutes the second confirmed."""
    first, second = given["meetings"]
    return SeriesOfMeetings(BODY, (HeldMeeting(first), HeldMeeting(second, given.get("confirmed"))))


def stated_day(on: date, given: Given) -> StatedDay:
    """The weekday that the paper names."""
    return StatedDay("Agenda", on, given["weekday"])


def minutes(on: date, given: Given) -> MinutesKept:
    """Minutes by their number in the list, and what stands under declarations of interest."""
    kept = tuple(
        MinuteKept(
            str(number),
            "Grant for beach wardens",
            row.get("asks_decision"),
            row.get("decisions", 0),
            row.get("late", False),
            row.get("ruling"),
            row.get("shared", 0),
        )
        for number, row in enumerate(given["minutes"], start=1)
    )
    return MinutesKept(BODY, on, kept, given.get("declarations"))


def deferred(on: date, given: Given) -> Deferred:
    """The title of what was put off, and the titles of the next agenda."""
    titles = given.get("next_titles")
    return Deferred("Decision 5 (i)", given["title"], on, given.get("next_on"), tuple(titles) if titles else None)


def note(on: date, given: Given) -> DecisionNote:
    """The day of the meeting, and the day its decisions were published, or whether they ever were."""
    return DecisionNote(BODY, given["meeting_on"], on, given.get("published_on"), given.get("out"))
