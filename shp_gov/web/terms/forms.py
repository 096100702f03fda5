"""What an officer says of a draft of the terms of reference."""

import calendar
from collections.abc import Mapping
from datetime import date
from typing import Any, get_type_hints

from wtforms.validators import InputRequired, Optional, ValidationError

from shp_gov.domain.terms.guards import LONGEST_NAME, LONGEST_WORDS
from shp_gov.domain.terms.version import Figures
from shp_gov.models import SeatCategory, Voting
from shp_gov.web.fields import (
    CheckboxesField,
    CheckboxField,
    DatePartsField,
    HiddenField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
    WholeNumberField,
    labels,
)
from shp_gov.web.forms import Form, MaxLength

NOT_SAID = "The terms do not say"
YES_OR_NO = {"": NOT_SAID, "yes": "Yes", "no": "No"}
LONGEST_BASIS = 1000
YES_OR_NO_FIGURES = frozenset(name for name, kind in get_type_hints(Figures).items() if kind == bool | None)
IS = {"yes": True, "no": False, "": None}


def yes_or_no(words: str, description: str = "") -> RadioField:
    """Ask for a yes, a no, or nothing said."""
    return RadioField(words, choices=YES_OR_NO, default="", description=description)


def said(value: bool | None) -> str:
    """Give the choice that stands for a yes, a no or nothing."""
    return "" if value is None else "yes" if value else "no"


class PartForm(Form):
    """A form about one part of a draft as it was when the page was opened."""

    seen = HiddenField()


class SectionForm(PartForm):
    """One section."""

    heading = StringField("Heading", [InputRequired("Enter a heading"), MaxLength(LONGEST_NAME)])
    words = TextAreaField(
        "Words",
        [Optional(), MaxLength(LONGEST_WORDS)],
        description="A paragraph on each line. Each is numbered as a clause.",
    )


class SeatForm(PartForm):
    """One seat, as this version words it."""

    post = StringField("Post", [Optional(), MaxLength(LONGEST_NAME)], description="For example, Head of Local Policing")
    organisation = StringField(
        "Organisation",
        [Optional(), MaxLength(LONGEST_NAME)],
        description="As the terms should print it. One on the register is recognised by any of its names.",
    )
    category = RadioField(
        "By what right is the seat there?", [InputRequired("Choose by what right")], choices=labels(SeatCategory)
    )
    places = WholeNumberField("How many people", [InputRequired("Enter how many people")])
    is_elected = CheckboxField("An elected member sits here")
    is_voting = yes_or_no("Does the seat vote?")
    appointed_by = StringField("Who appoints to it", [Optional(), MaxLength(LONGEST_NAME)])
    tag = StringField(
        "Mark for the quorum", [Optional(), MaxLength(60)], description="A word the quorum can name, such as health"
    )

    def validate_places(self, field: WholeNumberField) -> None:
        """Refuse a seat for nobody, or for a crowd."""
        if field.data is not None and not 1 <= field.data <= 50:
            raise ValidationError("How many people must be from 1 to 50")


class OfficeForm(PartForm):
    """What is asked of one office."""

    held_by = StringField(
        "Who holds it by right",
        [Optional(), MaxLength(LONGEST_NAME)],
        description="For example, Leader of the Council. Leave it empty where somebody is appointed.",
    )
    is_yearly = yes_or_no("Is it filled each municipal year?")
    is_from_responsible_authority = yes_or_no("Must it be somebody from a responsible authority?")
    barred = StringField(
        "Which organisation may it not be?", [Optional(), MaxLength(LONGEST_NAME)], description="Often, the council"
    )
    is_from_another_organisation = yes_or_no("Must chair and vice-chair come from different organisations?")


class FiguresForm(PartForm):
    """What can be checked, in numbers or with a yes or a no. Empty: the terms do not say."""

    meetings_per_year = WholeNumberField("Meetings in a municipal year, at least", [Optional()])
    max_gap_days = WholeNumberField("Days between two meetings, at most", [Optional()])
    notice_days = WholeNumberField("Clear days of notice", [Optional()])
    has_substitutes = yes_or_no("May a member send a substitute?")
    substitute_notice_hours = WholeNumberField("Hours of notice of a substitute", [Optional()])
    substitute_elected_for_elected = yes_or_no("Must the substitute of an elected member be elected?")
    absences_to_review = WholeNumberField("Absences in a row before a seat is reviewed", [Optional()])
    apologies_count_as_absence = yes_or_no("Does an apology count as an absence?")
    elected_members = WholeNumberField("Elected members, at least", [Optional()])
    new_members_agreed = yes_or_no("Does a new member need the agreement of the members?")
    voting = RadioField("How is it decided where members differ?", choices={"": NOT_SAID, **labels(Voting)}, default="")
    chair_has_casting_vote = yes_or_no("Has the chair a casting vote?")
    performance_months = WholeNumberField("Months between performance reports", [Optional()])
    plan_years = WholeNumberField("Years of the community safety plan", [Optional()])
    consultation_days = WholeNumberField("Days to comment on a draft plan, at least", [Optional()])
    review_months = WholeNumberField("Months between reviews of the terms", [Optional()])

    GROUPS = {
        "Meetings": ("meetings_per_year", "max_gap_days", "notice_days"),
        "Attendance and substitutes": (
            "has_substitutes",
            "substitute_notice_hours",
            "substitute_elected_for_elected",
            "absences_to_review",
            "apologies_count_as_absence",
        ),
        "Members": ("elected_members", "new_members_agreed"),
        "Decisions": ("voting", "chair_has_casting_vote"),
        "Plan, performance and review": ("performance_months", "plan_years", "consultation_days", "review_months"),
    }

    def validate(self, extra_validators: Mapping[str, Any] | None = None) -> bool:
        """Refuse numbers that no partnership means."""
        right = super().validate(extra_validators)
        for field in self:
            if isinstance(field, WholeNumberField) and isinstance(field.data, int) and not 0 <= field.data <= 1000:
                field.errors = [f"{field.label.text} must be 1,000 or fewer"]
                right = False
        return bool(right)

    def values(self) -> dict[str, Any]:
        """Read what was said; nought and nothing both mean that the terms do not say, but for notice."""
        names = [name for group in self.GROUPS.values() for name in group]
        return {name: self._value(name) for name in names}

    def _value(self, name: str) -> Any:
        field = self[name]
        if isinstance(field, WholeNumberField):
            return field.data if name == "notice_days" else field.data or None
        if name == "voting":
            return Voting(field.data) if field.data else None
        return IS[field.data or ""]


class SubGroupForm(PartForm):
    """One sub-group that the terms name."""

    name = StringField("Name", [InputRequired("Enter the name of the group"), MaxLength(LONGEST_NAME)])
    group = SelectField("Which body of the record is it?")
    chair_words = StringField("Who chairs it, in the words of the terms", [Optional(), MaxLength(LONGEST_NAME)])
    months_due = CheckboxesField(
        "Months in which it reports", choices={str(number): calendar.month_name[number] for number in range(1, 13)}
    )
    times_a_year = WholeNumberField("Reports in a year, where no month is named", [Optional()])
    tolerance_days = WholeNumberField("Days after the month that still count", [Optional()])


class StartForm(Form):
    """What to start from."""

    source = RadioField("What do you start from?", [InputRequired("Choose what to start from")])


class DiscardForm(Form):
    """Nothing to say: one button."""


class AdoptForm(Form):
    """By what, and from when."""

    decision = SelectField("Which decision adopts these terms?")
    basis = TextAreaField(
        "On what basis, where no decision is on record",
        [Optional(), MaxLength(LONGEST_BASIS)],
        description="For example: as printed in the pack of 22 June 2018. Leave it empty if you chose a decision.",
    )
    in_force_from = DatePartsField(
        "From which day are they in force?", [InputRequired("Enter the first day")], called="First day"
    )

    def day(self) -> date:
        """Give the first day, which the form asks for."""
        assert self.in_force_from.data is not None, "the form asks for it"
        return self.in_force_from.data
