"""What is asked about minutes: their words, a suggestion, an answer to one, the chair's agreement."""

from collections.abc import Sequence
from typing import Any

import wtforms
from wtforms.validators import InputRequired, Optional

from shp_gov.models import Minute
from shp_gov.services.rewording import DECISION
from shp_gov.web.fields import HiddenField, RadioField, SelectField, StringField, TextAreaField
from shp_gov.web.forms import Form, MaxLength
from shp_gov.web.minuting.item_form import HOW

LONGEST_SAID = 200_000
LONGEST_REMARK = 4000
LONGEST_DECISION = 4000
CALLED = {
    "title": "Title",
    "purpose": "Purpose of report",
    "narrative": "Issues for consideration",
    "urgent_ruling": "Ruling on urgency",
    "public_summary": "Summary for the public",
}
SUMMARY_SAYS = (
    "The public may not read this minute. If its decisions alone do not give a fair and coherent record of what was "
    "done, write a summary that gives nothing private away (section 100C(2) of the Local Government Act 1972)."
)


def called(field: str, minute: Minute) -> str:
    """Name a part of a minute in words."""
    if field.startswith(DECISION):
        found = [each.numeral for each in minute.decisions if f"{DECISION}{each.ordinal}" == field]
        return f"Decision {found[0]}" if found else "Decision"
    return CALLED.get(field, "The minutes as a whole")


class MinutesForm(Form):
    """All minutes of a meeting on one page."""

    minutes: Sequence[Minute] = ()

    def rows(self) -> list[tuple[Minute, dict[str, wtforms.Field]]]:
        """Give each minute with its fields, by name."""
        return [(minute, {name: self[f"{name}_{minute.id}"] for name in fields_of(minute)}) for minute in self.minutes]

    def words(self, minute: Minute) -> dict[str, str]:
        """Give what was typed of a minute."""
        return {name: self[f"{name}_{minute.id}"].data or "" for name in fields_of(minute)}

    def based_on(self, minute: Minute) -> int:
        """Tell on which save of a minute that was typed."""
        said = self[f"base_{minute.id}"].data or ""
        return int(said) if said.isdecimal() and len(said) < 10 else 0


def fields_of(minute: Minute) -> list[str]:
    """Name the parts of a minute that can be written here."""
    return [
        "title",
        *(["purpose"] if minute.purpose or minute.agenda_item_id is None else []),
        *(["urgent_ruling"] if minute.is_urgent else []),
        "narrative",
        *(["public_summary"] if minute.is_exempt else []),
    ]


def minutes_form(minutes: Sequence[Minute]) -> MinutesForm:
    """Make the form for the minutes of a meeting, with what they say."""
    fields: dict[str, Any] = {"minutes": minutes}
    known: dict[str, Any] = {}
    for minute in minutes:
        fields[f"base_{minute.id}"] = HiddenField()
        known[f"base_{minute.id}"] = str(minute.version)
        for name in fields_of(minute):
            kind, longest = (StringField, 300) if name == "title" else (TextAreaField, LONGEST_SAID)
            says = SUMMARY_SAYS if name == "public_summary" else ""
            fields[f"{name}_{minute.id}"] = kind(CALLED[name], [Optional(), MaxLength(longest)], description=says)
            known[f"{name}_{minute.id}"] = getattr(minute, name)
    form: MinutesForm = type("MinutesOfMeeting", (MinutesForm,), fields)(data=known)
    return form


class AgreeForm(Form):
    """The chair agrees what is shown."""

    sha256 = HiddenField()


class NotRightForm(Form):
    """What is not right in the list of decisions that was read; nothing, where all is right."""

    sha256 = HiddenField()
    correction = TextAreaField("What is not right?", [Optional(), MaxLength(LONGEST_REMARK)])


class RemarkForm(Form):
    """Something to say of the minutes as a whole."""

    comment = TextAreaField(
        "What should be different?", [InputRequired("Say what should be different"), MaxLength(LONGEST_REMARK)]
    )


class WordsForm(Form):
    """Other words for one part of the minutes, beside what they were made from."""

    before = HiddenField()
    after = TextAreaField("Words as they should be", [Optional(), MaxLength(LONGEST_SAID)])
    comment = TextAreaField("Why? (optional)", [Optional(), MaxLength(LONGEST_REMARK)])

    def catch_up(self, now: str) -> None:
        """Show the words as they are now, where somebody else changed them since the page was opened."""
        if self.before.data != now:
            self.after.errors = [f"They now say “{now}”"]
            self.before.data = now


class AnswerForm(Form):
    """Accept a suggestion, or say why not."""

    answer = TextAreaField(
        "Your answer to the chair",
        [Optional(), MaxLength(LONGEST_REMARK)],
        description="Needed only if the words stay as they are.",
    )


class CorrectForm(Form):
    """Words as a later meeting corrected them."""

    before = HiddenField()
    at = SelectField("Which meeting corrected them?", [InputRequired("Choose the meeting")])
    after = TextAreaField(
        "Words as corrected", [InputRequired("Enter the words as corrected"), MaxLength(LONGEST_SAID)]
    )


class SignForm(Form):
    """A name that is typed stands for the signature."""

    sha256 = HiddenField()
    name = StringField(
        "Type your full name to sign", [InputRequired("Type your full name"), MaxLength(300)], description="As printed."
    )
    office = StringField("Your office", [InputRequired("Enter your office, such as Chair"), MaxLength(300)])


class ForgottenForm(Form):
    """A decision that nobody wrote down in the meeting: its words, how it was agreed, its reasons."""

    words = TextAreaField("What was decided", [InputRequired("Enter what was decided"), MaxLength(LONGEST_DECISION)])
    how = RadioField("How was it agreed?", choices=HOW, validators=[InputRequired("Choose how it was agreed")])
    reasons = TextAreaField("Reasons, if the meeting gave any", [Optional(), MaxLength(LONGEST_DECISION)])
