"""What is said when papers are checked and put out."""

from collections.abc import Mapping

from wtforms.validators import InputRequired, Optional

from shp_gov.services.publication import LONGEST_NOTE
from shp_gov.services.supplements import LONGEST_REASON
from shp_gov.web.fields import HiddenField, RadioField, TextAreaField
from shp_gov.web.forms import Form, MaxLength


class AskForm(Form):
    """Whom to ask for the check."""

    colleague = RadioField("Who checks it?", [InputRequired("Choose a colleague")])

    def offer(self, colleagues: Mapping[int, str]) -> None:
        """Offer the other officers; where there is one, that one."""
        self.colleague.choices = {str(number): name for number, name in colleagues.items()}
        if len(colleagues) == 1 and not self.is_submitted():
            self.colleague.data = str(next(iter(colleagues)))


class CheckForm(Form):
    """That one has looked, at just what the page showed."""

    seen = HiddenField()
    note = TextAreaField(
        "A note for your colleague",
        [Optional(), MaxLength(LONGEST_NOTE)],
        description="Only officers read it. You may leave it empty.",
    )


class PublishForm(Form):
    """That it goes out, just as the page showed it."""

    seen = HiddenField()


class SupplementForm(Form):
    """Why something comes late, of what the page showed."""

    seen = HiddenField()
    reason = TextAreaField(
        "Why does it come late?",
        [InputRequired("Enter why it comes late"), MaxLength(LONGEST_REASON)],
        description="Everybody reads this on the front page of the supplement. Nothing private in it.",
    )
