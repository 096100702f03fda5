"""The forms of members: who, which days, and by what right."""

from collections.abc import Iterable
from typing import Any

import wtforms
from wtforms.validators import InputRequired, Optional, StopValidation

from shp_gov.domain.words import day_words
from shp_gov.models import Decision, Meeting, OfficeKind
from shp_gov.queries.bodies import Membership
from shp_gov.web.fields import (
    CheckboxField,
    DatePartsField,
    EmailField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from shp_gov.web.forms import Form, MaxLength

FIRST = [InputRequired("Enter the first day")]
LAST = [Optional()]
NO_END = "Leave it empty where no end is agreed."
NO_DECISION = {"": "No decision of this partnership"}
LONGEST_WORDS = 70
OFFICES = {
    OfficeKind.CHAIR.value: "Chair",
    OfficeKind.VICE_CHAIR.value: "Vice-chair",
    OfficeKind.SECRETARY.value: "Secretary",
}


class ByWhatRight:
    """A letter or other basis is needed where no decision is chosen."""

    field_flags: dict[str, Any] = {}

    def __call__(self, form: wtforms.Form, field: wtforms.Field) -> None:
        """Refuse an appointment that nobody made."""
        if not field.data and not form["decision"].data:
            field.errors = []
            raise StopValidation("Choose the decision, or say in which letter or how they were appointed")


class WhoForm(Form):
    """Somebody whom the register knows, or somebody new."""

    person = StringField(
        "Name",
        [InputRequired("Enter the name"), MaxLength(200)],
        description="As the register has it. For somebody new, with any rank or title, as papers should print it.",
    )
    is_new = CheckboxField("They are not in the register yet")
    email = EmailField(
        "E-mail address", [Optional(), MaxLength(254)], description="Of somebody new, where it is known."
    )


class WorkForm(Form):
    """What somebody is chosen for."""

    post = StringField(
        "As what?",
        [InputRequired("Say as what they are co-opted"), MaxLength(120)],
        description="Such as “Adviser on needle exchange”. It names their seat.",
    )
    purpose = TextAreaField("For what work?", [InputRequired("Say what they are co-opted for"), MaxLength(500)])


class DaysForm(Form):
    """From which day to which."""

    from_on = DatePartsField("First day", FIRST)
    until_on = DatePartsField("Last day", LAST, description=NO_END)


class RightForm(Form):
    """By which decision, or by which letter."""

    decision = SelectField("By which decision?", [Optional()], choices=NO_DECISION)
    basis = StringField(
        "Or by which letter or other way?",
        [ByWhatRight(), MaxLength(200)],
        description="Such as “Letter of 3 September 2026” or “Nominated by the force”.",
    )

    def offer(self, decisions: Iterable[Decision]) -> None:
        """List the latest decisions to choose from."""
        self.decision.choices = NO_DECISION | {str(row.id): _named(row) for row in decisions}


def _named(decision: Decision) -> str:
    words = decision.words
    short = words if len(words) <= LONGEST_WORDS else f"{words[:LONGEST_WORDS].rstrip()}…"
    return f"{day_words(decision.on)}, {decision.reference}: {short}"


class AppointForm(WhoForm, DaysForm, RightForm):
    """Who takes the seat, and when."""


class ReappointForm(DaysForm, RightForm):
    """Another term for whoever holds the seat."""


class HoldOverForm(Form):
    """Why somebody stays past their term, and how long."""

    because = TextAreaField("Why do they stay?", [InputRequired("Say why they stay"), MaxLength(500)])
    until_on = DatePartsField(
        "Last day, if one is fixed", LAST, description="Leave it empty to let them stay until somebody is appointed."
    )


class EndForm(Form):
    """When something ends, and why."""

    last_day = DatePartsField("Last day", [InputRequired("Enter the last day")])
    because = StringField(
        "Why does it end?",
        [InputRequired("Say why it ends"), MaxLength(200)],
        description="Such as “Moved to the council”.",
    )


class WithdrawForm(Form):
    """Why something should never have been recorded."""

    because = TextAreaField(
        "What was wrong?",
        [InputRequired("Say what was wrong"), MaxLength(500)],
        description="Such as “The letter names somebody else”.",
    )


class SubstituteForm(WhoForm):
    """Who may stand in, and when."""

    meeting = SelectField("For which meeting?", [Optional()])
    from_on = DatePartsField("First day", LAST, description="Where they are named for more than one meeting.")
    until_on = DatePartsField("Last day", LAST, description=NO_END)
    basis = StringField("Named by whom?", [Optional(), MaxLength(200)], description="Such as “Letter of the member”.")

    def offer(self, meetings: Iterable[Meeting]) -> None:
        """List the meetings to come."""
        named = {str(row.id): f"The meeting of {day_words(row.on)}" for row in meetings}
        self.meeting.choices = {"": "Every meeting of the days below", **named}

    def validate(self, extra_validators: Any = None) -> bool:
        """Ask for the first day where no meeting is chosen."""
        is_valid: bool = super().validate(extra_validators)
        if not self.meeting.data and self.from_on.data is None and not self.from_on.errors:
            self.from_on.errors = ["Enter the first day, or choose a meeting"]
            return False
        return is_valid


class CoOptForm(WhoForm, WorkForm, DaysForm, RightForm):
    """Whom the body chooses, as what, for what and how long."""


class MoveForm(Form):
    """What is so of somebody from a day on."""

    from_on = DatePartsField("From which day?", [InputRequired("Enter the day")], called="The day")
    name = StringField(
        "Name, with any rank or title",
        [InputRequired("Enter the name"), MaxLength(200)],
        description="Papers of that day print it.",
    )
    post = StringField("Post", [Optional(), MaxLength(200)])
    organisation = StringField("Organisation", [Optional(), MaxLength(200)])
    is_new = CheckboxField("This organisation is not in the register yet")
    basis = StringField("How is it known?", [Optional(), MaxLength(200)])


class ChairForm(Form):
    """Who was in the chair, and why not the chair."""

    line = SelectField("Who was in the chair?", [InputRequired("Choose somebody who was there")])
    because = StringField(
        "Why not the chair?",
        [InputRequired("Say why the chair was not in the chair"), MaxLength(200)],
        description="Such as “The chair sent apologies” or “The chair declared an interest and left”.",
    )


class OfficeForm(Form):
    """Which office, and who takes it."""

    kind = RadioField("Which office?", [InputRequired("Choose an office")], choices=OFFICES)
    person = SelectField("Who?", [InputRequired("Choose a member")])

    def offer_members(self, members: Iterable[Membership]) -> None:
        """List who holds a seat."""
        names = {str(holder.person_id): f"{holder.name}, {seat.title}" for seat in members for holder in seat.holders}
        self.person.choices = {"": "Choose a member", **names}


class ElectForm(OfficeForm, DaysForm, RightForm):
    """Who takes which office, by what right, and until when."""
