"""What an officer says of an agenda and of its items."""

from collections.abc import Mapping, Sequence
from typing import Any

from wtforms.validators import InputRequired, Optional

from shp_gov.domain.agenda_guards import LONGEST_REASON, LONGEST_TITLE, PARAGRAPHS
from shp_gov.domain.words import and_list
from shp_gov.models import AgendaItem, ItemPurpose, Seat
from shp_gov.queries import agendas
from shp_gov.services.agenda import Wording
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
)
from shp_gov.web.forms import Form, MaxLength

PURPOSES = {
    purpose.value: purpose.value.removeprefix("for ").capitalize()
    for purpose in ItemPurpose
    if purpose is not ItemPurpose.NOT_STATED
}
ALONE = "It stands alone, without a heading"
NO_SEAT = "Nobody from this list"
NEXT, MONTH, SOME_DAY = "next", "month", "some day"


class ItemForm(Form):
    """One item of an agenda, as it was when the page was opened."""

    seen = HiddenField()
    title = StringField("Title", [InputRequired("Enter a title"), MaxLength(LONGEST_TITLE)])
    purpose = RadioField("What is it for?", [InputRequired("Choose what it is for")], choices=PURPOSES)
    heading = SelectField("Under which heading?")
    new_heading = StringField("A new heading", [Optional(), MaxLength(LONGEST_TITLE)], description="Only if none fits.")
    seat = SelectField("Who presents it?", description="By post: whoever holds it on the day of the meeting.")
    presenter = StringField(
        "Somebody else presents it", [Optional(), MaxLength(LONGEST_TITLE)], description="Name and post, as printed."
    )
    minutes_allowed = WholeNumberField("Minutes for it", [Optional()])
    needs_report = CheckboxField("It needs a report")
    is_exempt = CheckboxField(
        "This item is private",
        description="The public is asked to leave for it. It moves to the end, under the resolution to exclude them.",
    )
    paragraphs = CheckboxesField(
        "Which paragraphs of Schedule 12A make it exempt?",
        choices={number: f"Paragraph {number}: {words}" for number, words in PARAGRAPHS.items()},
    )
    public_interest_reason = TextAreaField(
        "Why is the public interest better served by keeping it private?",
        [Optional(), MaxLength(LONGEST_REASON)],
        description="Those entitled to private papers read this.",
    )
    public_title = StringField(
        "Title that the public reads", [Optional(), MaxLength(LONGEST_TITLE)], description="Nothing private in it."
    )
    is_urgent = CheckboxField("Take it as urgent", description="It could not be on the agenda five clear days before.")
    urgency_reason = TextAreaField(
        "The special circumstances",
        [Optional(), MaxLength(LONGEST_REASON)],
        description="The chair reads them out, and they are minuted.",
    )

    def offer(self, headings: Sequence[str], seats: Sequence[Seat]) -> None:
        """Offer the headings and the seats there are."""
        now = [self.heading.data] if self.heading.data and self.heading.data not in headings else []
        self.heading.choices = {"": ALONE} | {heading: heading for heading in (*headings, *now) if heading}
        self.seat.choices = {"": NO_SEAT} | {str(seat.id): seat.title for seat in seats}

    @classmethod
    def of(cls, item: AgendaItem) -> "ItemForm":
        """Make the form with what the item says now."""
        said: dict[str, Any] = agendas.said(item)
        numbers = [number for number in PARAGRAPHS if number in (item.exempt_paragraph or "")]
        seat = str(item.seat_id) if item.seat_id else ""
        more = {
            "heading": item.section or "",
            "seat": seat,
            "presenter": None if seat else item.presenter,
            "paragraphs": numbers,
            "seen": agendas.seen(item),
        }
        return cls(data=said | more)

    def wording(self, seats: Mapping[str, Seat]) -> Wording:
        """Give what was typed of the item."""
        return Wording(
            title=self.title.data or "",
            section=self.new_heading.data or self.heading.data or None,
            seat=seats.get(self.seat.data),
            presenter=self.presenter.data or None,
            purpose=ItemPurpose(self.purpose.data),
            minutes_allowed=self.minutes_allowed.data,
            needs_report=self.needs_report.data,
            is_exempt=self.is_exempt.data,
            exempt_paragraph=and_list(self.paragraphs.data or []) or None,
            public_interest_reason=self.public_interest_reason.data or None,
            public_title=self.public_title.data or None,
            is_urgent=self.is_urgent.data,
            urgency_reason=self.urgency_reason.data or None,
        )


class PutOffForm(Form):
    """Why an item comes later, and when."""

    when = RadioField(
        "When does it come?",
        [InputRequired("Choose when it comes")],
        choices={NEXT: "At the next meeting", MONTH: "By a month", SOME_DAY: "Some day: it waits in the pool"},
        default=NEXT,
    )
    month = DatePartsField("By when, if by a month?", [Optional()], called="The day", description="Its month counts.")
    reason = TextAreaField(
        "Why does it come later?",
        [InputRequired("Enter why it comes later"), MaxLength(LONGEST_REASON)],
        description="It stands on the forward plan. Nothing private in it.",
    )


class BeginForm(Form):
    """What an agenda is begun with."""

    start = RadioField("Begin with", [InputRequired("Choose what to begin with")])
    also = CheckboxesField("Business of the last agenda that comes again", validators=[Optional()])


class HeadingForm(Form):
    """What a heading is called."""

    new = StringField("What is it called now?", [InputRequired("Enter a heading"), MaxLength(LONGEST_TITLE)])


class AgreeForm(Form):
    """The chair agrees a version as it was read."""

    sha256 = HiddenField()


class RemarkForm(Form):
    """What is to be said of a version, or of one of its items."""

    item = SelectField("What is it about?")
    words = TextAreaField("What do you want to say?", [InputRequired("Enter what you want to say"), MaxLength(4000)])


class CallForm(Form):
    """A call for items."""

    reply_by = DatePartsField(
        "By when do they reply?", [InputRequired("Enter the last day to reply")], called="The last day to reply"
    )
    words = TextAreaField(
        "Anything to add?",
        [Optional(), MaxLength(2000)],
        description="It stands in the message. Nothing private in it.",
    )


class OfferForm(Form):
    """What somebody offers to a meeting."""

    title = StringField("What should the meeting consider?", [Optional(), MaxLength(LONGEST_TITLE)])
    purpose = RadioField("What is it for?", [Optional()], choices=PURPOSES)
    about = TextAreaField("What is it about?", [Optional(), MaxLength(2000)], description="Two or three sentences.")
    is_private = CheckboxField("It should be heard without the public", description="An officer will ask you why.")


class DeclineForm(Form):
    """Why an offered item does not come."""

    answer = TextAreaField("Why does it not come?", [InputRequired("Enter why it does not come"), MaxLength(2000)])
