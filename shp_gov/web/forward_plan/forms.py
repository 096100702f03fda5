"""What must come to a body, and when."""

from datetime import date
from typing import Any

from wtforms.validators import InputRequired, Optional

from shp_gov.domain.agenda_guards import LONGEST_REASON, LONGEST_TITLE
from shp_gov.models import ItemPurpose, Meeting
from shp_gov.services.forward_plan import Plan
from shp_gov.web.fields import CheckboxField, HiddenField, RadioField, SelectField, StringField, TextAreaField
from shp_gov.web.forms import Form, MaxLength

PURPOSES = {
    purpose.value: purpose.value.removeprefix("for ").capitalize()
    for purpose in ItemPurpose
    if purpose is not ItemPurpose.NOT_STATED
}
SOME_DAY = "Some day: it waits in the pool"


class WhenForm(Form):
    """When something comes: to a meeting, in a month, or some day."""

    seen = HiddenField()
    when = SelectField("When does it come?")

    def offer(self, meetings: list[Meeting], months: list[date]) -> None:
        """Offer the meetings whose agenda is open, and the months to come."""
        named = {f"meeting-{each.id}": f"Meeting of {each.on:%A} {each.on.day} {each.on:%B %Y}" for each in meetings}
        later = {f"month-{each.isoformat()}": f"By {each:%B %Y}" for each in months}
        self.when.choices = named | later | {"": SOME_DAY}

    def chosen(self, meetings: list[Meeting]) -> dict[str, Any]:
        """Give the meeting or the month that was chosen."""
        kind, _, rest = (self.when.data or "").partition("-")
        if kind == "meeting":
            return {"meeting": next(each for each in meetings if str(each.id) == rest)}
        return {"month": date.fromisoformat(rest)} if kind == "month" else {}


class AddForm(WhenForm):
    """Something that must come."""

    title = StringField("What must come?", [InputRequired("Enter what must come"), MaxLength(LONGEST_TITLE)])
    about = TextAreaField("What is it about?", [Optional(), MaxLength(LONGEST_REASON)])
    purpose = RadioField("What is it for?", [InputRequired("Choose what it is for")], choices=PURPOSES)
    presenter = StringField("Who brings it?", [Optional(), MaxLength(LONGEST_TITLE)])
    is_private = CheckboxField("It is private", description="Only those entitled to private papers read its title.")
    public_title = StringField("Title that the public reads", [Optional(), MaxLength(LONGEST_TITLE)])

    def plan(self, meetings: list[Meeting]) -> Plan:
        """Give what was typed."""
        return Plan(
            title=self.title.data or "",
            about=self.about.data or None,
            purpose=ItemPurpose(self.purpose.data),
            presenter=self.presenter.data or None,
            is_exempt=self.is_private.data,
            public_title=self.public_title.data or None,
            **self.chosen(meetings),
        )


class DropForm(Form):
    """Why something does not come any more."""

    because = TextAreaField(
        "Why does it not come any more?",
        [InputRequired("Enter why it does not come any more"), MaxLength(LONGEST_REASON)],
        description="It stays listed among what was taken off. Nothing private in it.",
    )
