"""When and where a meeting is, and why that changes."""

from datetime import date
from typing import Any

from wtforms.validators import InputRequired, Optional

from shp_gov.domain.diary import Slot
from shp_gov.models import Meeting, MeetingMode
from shp_gov.services.diary import LONGEST_REASON, Place
from shp_gov.web.fields import (
    CheckboxField,
    DatePartsField,
    HiddenField,
    RadioField,
    StringField,
    TextAreaField,
    TimeField,
    labels,
)
from shp_gov.web.forms import Form, MaxLength, RequiredWith

LONGEST_VENUE = 300
LIKE_THE_LAST, STANDING, EMPTY = "last", "standing", "empty"
STARTS = {
    LIKE_THE_LAST: "Like the last one, without its business",
    STANDING: "With the standing items",
    EMPTY: "Empty",
}
PUBLIC_REASON = "Everybody can read it on the page of the meeting."


class SlotForm(Form):
    """When and where a meeting is."""

    on = DatePartsField("Which day?", [InputRequired("Enter the day of the meeting")], called="The day of the meeting")
    starts_at = TimeField("Starts at", [InputRequired("Enter when the meeting starts")])
    ends_at = TimeField("Ends at", [Optional()])
    mode = RadioField("How do people attend?", [InputRequired("Choose how people attend")], choices=labels(MeetingMode))
    venue = StringField(
        "Place", [Optional(), MaxLength(LONGEST_VENUE)], description="The room and its address, as papers print it."
    )
    joining = StringField(
        "How to join remotely", [Optional(), MaxLength(LONGEST_VENUE)], description="The link. Leave it empty for now."
    )
    all_the_same = CheckboxField("Keep this day and time all the same")

    def slot(self) -> Slot:
        """Give when and where."""
        assert self.on.data is not None, "the form asks for it"
        return Slot(self.on.data, self.starts_at.data, self.ends_at.data, self.venue.data or None)

    def place(self) -> Place:
        """Give where, and how people attend."""
        return Place(self.venue.data or None, MeetingMode(self.mode.data), self.joining.data or None)


class CallForm(SlotForm):
    """A new meeting, and how its agenda begins."""

    start = RadioField("How does its agenda begin?", [InputRequired("Choose how the agenda begins")], choices=STARTS)

    @classmethod
    def like(cls, last: Meeting | None, on: date | None) -> "CallForm":
        """Make the form with what is usual: the day that is guessed, the rest as the last time."""
        if last is None:
            return cls(data={"mode": MeetingMode.IN_PERSON.value, "start": STANDING})
        return cls(data=_where(last) | _as_fixed(last, on) | {"on": on, "start": LIKE_THE_LAST})


class MoveForm(SlotForm):
    """Another time or place for a meeting, and why."""

    reason = TextAreaField(
        "Why does it change?",
        [InputRequired("Enter why it changes"), MaxLength(LONGEST_REASON)],
        description=PUBLIC_REASON,
    )
    seen = HiddenField()

    @classmethod
    def of(cls, meeting: Meeting, seen: int) -> "MoveForm":
        """Make the form with when and where the meeting is now."""
        return cls(data=_where(meeting) | {"on": meeting.on, "seen": str(seen)})


class PostponeForm(Form):
    """Why a meeting is put off, and until when where that is known."""

    reason = TextAreaField(
        "Why is it postponed?",
        [InputRequired("Enter why it is postponed"), MaxLength(LONGEST_REASON)],
        description=PUBLIC_REASON,
    )
    on = DatePartsField(
        "When is it held instead?",
        [Optional()],
        called="The new day",
        description="Leave it empty where the new day is not known yet.",
    )
    starts_at = TimeField("Starts at", [RequiredWith("on", "Enter when the new meeting starts")])
    ends_at = TimeField("Ends at", [Optional()])
    venue = StringField("Place", [Optional(), MaxLength(LONGEST_VENUE)])
    seen = HiddenField()

    @classmethod
    def of(cls, meeting: Meeting, seen: int) -> "PostponeForm":
        """Make the form with the time and place of the meeting."""
        where = {"starts_at": meeting.starts_at, "ends_at": meeting.ends_at, "venue": meeting.venue}
        return cls(data=where | {"seen": str(seen)})

    def slot(self) -> Slot | None:
        """Give the new day, where one is known."""
        if self.on.data is None:
            return None
        return Slot(self.on.data, self.starts_at.data, self.ends_at.data, self.venue.data or None)


class CancelForm(Form):
    """Why a meeting is not held."""

    reason = TextAreaField(
        "Why is it cancelled?",
        [InputRequired("Enter why it is cancelled"), MaxLength(LONGEST_REASON)],
        description=PUBLIC_REASON,
    )
    seen = HiddenField()


def _as_fixed(last: Meeting, on: date | None) -> dict[str, Any]:
    """Give time and place as the last meeting fixed them for that day."""
    if on is None or last.next_on != on:
        return {}
    fixed = {"starts_at": last.next_starts_at, "venue": last.next_venue}
    other_time = last.next_starts_at not in (None, last.starts_at)
    return {name: value for name, value in fixed.items() if value} | ({"ends_at": None} if other_time else {})


def _where(meeting: Meeting) -> dict[str, Any]:
    return {
        "starts_at": meeting.starts_at or meeting.started_at,
        "ends_at": meeting.ends_at,
        "mode": meeting.mode.value,
        "venue": meeting.venue,
        "joining": meeting.joining,
    }
