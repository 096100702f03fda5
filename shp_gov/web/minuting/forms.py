"""What is asked when a meeting is opened, its attendance is ticked, and it is closed."""

from collections.abc import Sequence
from datetime import time
from typing import Any

from wtforms.validators import InputRequired, Optional

from shp_gov.domain.agenda_guards import LONGEST_TITLE
from shp_gov.domain.voting import Counts
from shp_gov.models import Attendance, Cast, Decision
from shp_gov.queries.minuting import seen_of
from shp_gov.services.attending import LONGEST_NAME
from shp_gov.services.declarations import LONGEST_WORDS as LONGEST_INTEREST
from shp_gov.web.fields import (
    CheckboxField,
    DatePartsField,
    EmailField,
    HiddenField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
    TimeField,
    WholeNumberField,
    labels,
)
from shp_gov.web.forms import Form, MaxLength

LONGEST_LIST = 4000


class OpenForm(Form):
    """When did the meeting begin?"""

    at = TimeField("When did it begin?", [InputRequired("Enter the time, like 10am")])


class CloseForm(Form):
    """When did it end, and when is the next?"""

    at = TimeField("When did it end?", [InputRequired("Enter the time, like 11.45am")])
    next_on = DatePartsField("When is the next meeting?", [Optional()], called="The next meeting")
    next_at = TimeField("At what time?", [Optional()])
    next_venue = StringField("Where?", [Optional(), MaxLength(300)])

    def following(self) -> dict[str, Any]:
        """Give when and where the next meeting is; nothing where its day is not known."""
        if self.next_on.data is None:
            return {}
        return {
            "next_on": self.next_on.data,
            "next_starts_at": self.next_at.data,
            "next_venue": self.next_venue.data or None,
        }


class MomentForm(Form):
    """At what time?"""

    at = TimeField("At what time?", [InputRequired("Enter the time, like 10.30am")])

    @property
    def moment(self) -> time:
        """Give the time, which the form asks for."""
        assert isinstance(self.at.data, time), "the form asks for it"
        return self.at.data


class AdjournForm(MomentForm):
    """Why does the meeting adjourn, and when?"""

    why = StringField("Why?", [InputRequired("Give a reason"), MaxLength(LONGEST_LIST)])


class ExcludeForm(MomentForm):
    """The resolution to exclude the public."""

    words = TextAreaField(
        "The resolution",
        [InputRequired("Enter the resolution"), MaxLength(LONGEST_LIST)],
        description="It is minuted in these words, before what is private. Name each item and its paragraph.",
        render_kw={"rows": 6},
    )


class ComingForm(MomentForm):
    """Who arrived or left, and when?"""

    who = SelectField("Who arrived or left?", [InputRequired("Choose who")])
    is_remote = CheckboxField("They take part remotely")


class SubstituteForm(MomentForm):
    """Who stands in, for whom?"""

    instead = SelectField("For whom?", [InputRequired("Choose for whom")])
    person = StringField(
        "Name of the substitute",
        [InputRequired("Enter the name"), MaxLength(LONGEST_NAME)],
        description="As the register has it. For somebody new, with any rank or title.",
    )
    is_new = CheckboxField("They are not in the register yet")
    email = EmailField("E-mail address", [Optional(), MaxLength(254)], description="Of somebody new, where known.")


class InquorateForm(MomentForm):
    """What does the meeting do without a quorum?"""

    what = RadioField("What does the meeting do?", choices={}, validators=[InputRequired("Choose what it does")])
    why = StringField("Why does it adjourn?", [Optional(), MaxLength(LONGEST_LIST)])


class InterestForm(Form):
    """Who declares what, and do they leave?"""

    who = SelectField("Who?", [InputRequired("Choose who")])
    words = TextAreaField(
        "What is the interest?",
        [Optional(), MaxLength(LONGEST_INTEREST)],
        description="As they declared it. Leave it empty for somebody who only goes out for this item.",
    )
    left = RadioField(
        "Do they leave the room for this item?",
        choices={"yes": "They leave", "no": "They stay"},
        validators=[InputRequired("Choose whether they leave")],
    )


CASTING = {"": "They are not equal", "for": "For it", "against": "Against it, or not used: it falls"}


class VoteForm(Form):
    """What was voted on, and the counts."""

    motion = RadioField("What was voted on?", choices={}, validators=[InputRequired("Choose what was voted on")])
    words = TextAreaField("Other words", [Optional(), MaxLength(LONGEST_LIST)], render_kw={"rows": 3})
    votes_for = WholeNumberField("For", [Optional()])
    against = WholeNumberField("Against", [Optional()])
    abstained = WholeNumberField("Abstained", [Optional()])
    casting = RadioField("If the votes are equal, how did the chair use the casting vote?", choices=CASTING)

    def counts(self) -> Counts:
        """Give the counts."""
        return Counts(self.votes_for.data or 0, self.against.data or 0, self.abstained.data or 0)

    def casting_vote(self) -> bool | None:
        """Give how the chair used the casting vote; nothing where there was none."""
        return {"for": True, "against": False}.get(self.casting.data or "")


class NamesForm(VoteForm):
    """How each person voted."""

    lines: Sequence[Attendance] = ()

    def rows(self) -> list[tuple[Attendance, Any]]:
        """Give everybody in the room with their vote."""
        return [(line, self[f"cast_{line.person_id}"]) for line in self.lines]

    def casts(self) -> dict[int, Cast]:
        """Give how each voted, of those who did."""
        said = {line.person_id or 0: self[f"cast_{line.person_id}"].data for line in self.lines}
        return {person_id: Cast(cast) for person_id, cast in said.items() if cast in set(Cast)}


def names_form(lines: Sequence[Attendance], known: dict[str, Any]) -> NamesForm:
    """Make the form for a vote by name of those in the room."""
    voting = [line for line in lines if line.person_id is not None]
    is_changed = any(name.startswith("cast_") for name in known)
    choices = labels(Cast) | ({"": "Did not vote"} if is_changed else {})
    casts = {f"cast_{line.person_id}": RadioField(line.name, choices=choices, validate_choice=False) for line in voting}
    form: NamesForm = type("NamesInRoom", (NamesForm,), {"lines": voting, **casts})(data=known)
    return form


class DecisionForm(Form):
    """The words of a decision, how it was agreed, and the reasons."""

    seen = HiddenField()
    words = TextAreaField("The decision", [InputRequired("Enter what was decided"), MaxLength(LONGEST_LIST)])
    how = RadioField("How was it agreed?", choices={}, validators=[InputRequired("Choose how it was agreed")])
    reasons = TextAreaField("Reasons", [Optional(), MaxLength(LONGEST_LIST)], render_kw={"rows": 3})

    def catch_up(self, decision: Decision) -> None:
        """Tell what somebody else made of a decision since the page was opened."""
        if self.seen.data != (now := seen_of(decision)):
            self.words.errors = [f"It now says “{decision.words}”"]
            self.seen.data = now


class DissentForm(Form):
    """Who did not agree?"""

    who = SelectField("Who did not agree?", [InputRequired("Choose who")])
    words = StringField("Why, if they want it recorded", [Optional(), MaxLength(LONGEST_INTEREST)])


class UrgentForm(Form):
    """An urgent item, and why it cannot wait."""

    title = StringField("What is the item?", [InputRequired("Enter the title"), MaxLength(LONGEST_TITLE)])
    reason = TextAreaField(
        "Why can it not wait?",
        [InputRequired("Enter the chair’s reason"), MaxLength(LONGEST_LIST)],
        description="The special circumstances, in the words of the chair. They are minuted.",
        render_kw={"rows": 3},
    )
    presenter = StringField("Who presents it?", [Optional(), MaxLength(LONGEST_NAME)])
    is_exempt = CheckboxField("It is private")
    paragraph = StringField("Paragraph of Schedule 12A", [Optional(), MaxLength(20)])
    public_title = StringField("Title that the public may read", [Optional(), MaxLength(LONGEST_TITLE)])
    public_interest = TextAreaField(
        "Why the public interest is in keeping it private", [Optional(), MaxLength(LONGEST_LIST)], render_kw={"rows": 2}
    )
