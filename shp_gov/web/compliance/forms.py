"""Which day a page about the checks is asked for, and what officers settle about a rule."""

from datetime import date

from flask import abort
from wtforms.validators import InputRequired

from shp_gov.queries.compliance.as_at import a_year_before
from shp_gov.web.fields import DatePartsField, DayField, TextAreaField
from shp_gov.web.forms import FilterForm, Form, MaxLength


class AsAtForm(FilterForm):
    """A day, past or to come. What is no day is said, and the page shows today."""

    on = DayField("As at", description="Any day, past or to come, such as 30 6 2022.")

    def __init__(self, today: date) -> None:
        super().__init__(data={"on": today})
        self.validate()
        self.day: date = today if self.on.errors else self.on.data or today

    def day_or_refuse(self) -> date:
        """Give the day for a paper to take away, which must not be of another day than was asked for."""
        if self.on.errors:
            abort(400)
        return self.day


class CompareForm(FilterForm):
    """Two days. What is no day is said, and the page shows the usual two."""

    on = DayField("One day", description="Such as 30 6 2022.")
    other = DayField("Another day", name="with", description="Such as 1 7 2022.")

    def __init__(self, first: date, second: date) -> None:
        super().__init__(data={"on": first, "other": second})
        self.validate()
        self.first: date = first if self.on.errors else self.on.data or first
        self.second: date = second if self.other.errors else self.other.data or second


class SpanForm(FilterForm):
    """From one day until another: the two years up to today, unless other days are asked for."""

    from_on = DayField("From", name="from", description="Such as 1 5 2024.")
    until_on = DayField("Until", name="until", description="Such as 30 4 2026.")

    def __init__(self, today: date) -> None:
        first = a_year_before(a_year_before(today))
        super().__init__(data={"from_on": first, "until_on": today})
        self.validate()
        asked = (first if self.from_on.errors else self.from_on.data or first, self.until_on.data or today)
        self.first, self.last = sorted(asked)


class ConfirmForm(Form):
    """Where the source of a rule was looked up."""

    note = TextAreaField(
        "Where you looked it up, and what it says",
        [InputRequired("Say where you looked it up"), MaxLength(2000)],
        description="Such as: legislation.gov.uk, as in force today, read by the monitoring officer.",
    )


class TakeBackForm(Form):
    """Why a rule is not to be switched off after all."""

    note = TextAreaField(
        "Why",
        [InputRequired("Say why in a note"), MaxLength(2000)],
        description="Such as: the year was mistyped. To set another day, switch the rule off again afterwards.",
    )


class SwitchForm(Form):
    """From which day a rule is switched off or on, and why."""

    from_on = DatePartsField("From", [InputRequired("Enter the day from which it holds")], called="The day")
    note = TextAreaField("Why", [InputRequired("Say why in a note"), MaxLength(2000)])
