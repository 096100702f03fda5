"""What an officer enters of a meeting of the past."""

import re

from wtforms.validators import InputRequired, Optional, ValidationError

from shp_gov.models import MeetingMode
from shp_gov.services.past_meetings import Considered, Held
from shp_gov.web.fields import (
    DatePartsField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
    TimeField,
    WholeNumberField,
    labels,
)
from shp_gov.web.forms import Form, MaxLength

PRIVATE_LINE = re.compile(r"^(?:paragraph\s+)?([1-7])\s*[:.]\s*(\S.*)$", re.IGNORECASE)
LONGEST_LIST, LONGEST_VENUE = 10_000, 300


class BusinessForm(Form):
    """When it was held, and what it considered."""

    starts_at = TimeField("Began at", [Optional()])
    ended_at = TimeField("Ended at", [Optional()])
    business = TextAreaField(
        "What did it consider?",
        [InputRequired("Enter what the meeting considered"), MaxLength(LONGEST_LIST)],
        description="The title of each minute, one on a line, in the order of the paper.",
    )
    private = TextAreaField(
        "What did it consider in private?",
        [Optional(), MaxLength(LONGEST_LIST)],
        description="One on a line: the paragraph of Schedule 12A, a colon, and a title that the public may read.",
    )

    def validate_private(self, field: TextAreaField) -> None:
        """Refuse a line without its paragraph."""
        for line in _lines(field.data):
            if not PRIVATE_LINE.match(line):
                raise ValidationError(f"Write the paragraph first, such as “3: A contract”. Not: “{line[:60]}”")

    def considered(self) -> list[Considered]:
        """Give what it considered, what was private last."""
        private = [PRIVATE_LINE.match(line) for line in _lines(self.private.data)]
        closed = [Considered(found[2], found[1]) for found in private if found]
        return [*(Considered(line) for line in _lines(self.business.data)), *closed]


class EnterForm(BusinessForm):
    """When and where it was held, and what it considered."""

    on = DatePartsField("Which day was it?", [InputRequired("Enter the day of the meeting")], called="The day")
    venue = StringField("Place", [Optional(), MaxLength(LONGEST_VENUE)])
    mode = RadioField(
        "How did people attend?", [InputRequired("Choose how people attended")], choices=labels(MeetingMode)
    )
    first_number = WholeNumberField(
        "Number of the first minute",
        [Optional()],
        description="As printed. Leave it empty to go on from the minutes that are on record.",
    )

    def held(self) -> Held:
        """Give when and where it was held."""
        assert self.on.data is not None, "the form asks for it"
        mode = MeetingMode(self.mode.data)
        return Held(self.on.data, self.starts_at.data, self.ended_at.data, self.venue.data or None, mode)


class TakeUpForm(BusinessForm):
    """When it was held, and what it considered that is not on its agenda."""

    business = TextAreaField(
        "What else did it consider?",
        [Optional(), MaxLength(LONGEST_LIST)],
        description="The title of each minute that is not on the agenda, one on a line.",
    )


def _lines(words: str | None) -> list[str]:
    return [line.strip() for line in (words or "").splitlines() if line.strip()]


class FinishForm(Form):
    """When it ended, and how its minutes stand."""

    ended_at = TimeField("Ended at", [Optional()])
    minutes = RadioField(
        "How do its minutes stand?",
        [InputRequired("Choose how its minutes stand")],
        choices={"approved": "Approved by a later meeting", "draft": "Published as a draft"},
    )
    approved_at = SelectField("Approved at which meeting?", choices={})
