"""A decision between meetings, what a meeting said to it, and what is asked of others."""

from typing import Any

from wtforms.validators import InputRequired, Optional

from shp_gov.domain.guards import LONGEST_NOTE
from shp_gov.models import InterimDecision
from shp_gov.queries.between_meetings import seen
from shp_gov.services.between_meetings import LONGEST_TITLE, Taken
from shp_gov.web.fields import (
    CheckboxField,
    DatePartsField,
    HiddenField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from shp_gov.web.forms import Form, MaxLength, RequiredWith

PARAGRAPHS = {"": "Choose the paragraph"} | {str(number): f"Paragraph {number}" for number in range(1, 8)}


class TakenForm(Form):
    """What was decided, when, by whom and by what right."""

    seen = HiddenField()
    taken_on = DatePartsField("When was it decided?", [InputRequired("Enter the day it was decided")], called="The day")
    words = TextAreaField("What was decided?", [InputRequired("Enter what was decided"), MaxLength(LONGEST_NOTE)])
    taken_by = StringField(
        "Who decided?",
        [InputRequired("Enter who decided"), MaxLength(LONGEST_TITLE)],
        description="Such as: the chair, after asking the vice-chair.",
    )
    authority = StringField(
        "By what right?",
        [InputRequired("Enter by what right"), MaxLength(LONGEST_TITLE)],
        description="The clause of the terms of reference, or the decision that allows it.",
    )
    reasons = TextAreaField(
        "Why could it not wait?", [InputRequired("Enter why it could not wait"), MaxLength(LONGEST_NOTE)]
    )
    is_exempt = CheckboxField("It is private", description="Otherwise everybody can read it.")
    exempt_paragraph = SelectField(
        "If it is private, which paragraph of Schedule 12A?",
        [RequiredWith("is_exempt", "Choose the paragraph")],
        choices=PARAGRAPHS,
    )
    public_title = StringField(
        "If it is private, what title may the public read?",
        [RequiredWith("is_exempt", "Enter the title that the public may read"), MaxLength(LONGEST_TITLE)],
    )

    @classmethod
    def of(cls, row: InterimDecision | None) -> "TakenForm":
        """Make the form with what is recorded, or empty."""
        names = ("taken_on", "words", "taken_by", "authority", "reasons", "is_exempt", "public_title")
        known: dict[str, Any] = {name: getattr(row, name) for name in names} if row else {}
        known |= {"seen": seen(row)} if row else {}
        return cls(data=known | {"exempt_paragraph": (row.exempt_paragraph or "") if row else ""})

    def taken(self) -> Taken:
        """Give what was typed."""
        assert self.taken_on.data is not None, "the form asks for it"
        is_exempt = bool(self.is_exempt.data)
        return Taken(
            taken_on=self.taken_on.data,
            words=self.words.data or "",
            taken_by=self.taken_by.data or "",
            authority=self.authority.data or "",
            reasons=self.reasons.data or "",
            is_exempt=is_exempt,
            exempt_paragraph=self.exempt_paragraph.data or None if is_exempt else None,
            public_title=self.public_title.data or None if is_exempt else None,
        )


class RatifyForm(Form):
    """What a meeting said, and by which of its decisions."""

    said = RadioField(
        "What did the meeting say?",
        [InputRequired("Choose what the meeting said")],
        choices={"ratified": "It ratified the decision", "not": "It did not ratify it"},
    )
    decision = SelectField("By which decision?", [InputRequired("Choose the decision")], choices={})


class ReferForm(Form):
    """What is asked of whom, and until when."""

    to = SelectField("Of whom is an answer awaited?", [InputRequired("Choose of whom")], choices={})
    asked = TextAreaField("What is asked?", [InputRequired("Enter what is asked"), MaxLength(LONGEST_NOTE)])
    sent_on = DatePartsField(
        "When was it sent?", [InputRequired("Enter the day it was sent")], called="The day it was sent"
    )
    due_on = DatePartsField("When is the answer due?", [Optional()], called="The day the answer is due")


class AnswerForm(Form):
    """The answer, and when it came."""

    answered_on = DatePartsField(
        "When did the answer come?", [InputRequired("Enter the day the answer came")], called="The day of the answer"
    )
    answer = TextAreaField("What is the answer?", [InputRequired("Enter the answer"), MaxLength(LONGEST_NOTE)])
