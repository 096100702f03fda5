"""What is sent when two texts are put together, and when an earlier one is taken back."""

from collections.abc import Sequence
from typing import Any

from wtforms.validators import Optional

from shp_gov.queries.revisions import Beside
from shp_gov.web.fields import HiddenField, TextAreaField
from shp_gov.web.forms import Form, MaxLength

LONGEST = 500_000
CALLED = {
    "title": "Title",
    "purpose": "Purpose of report",
    "narrative": "What was said",
    "urgent_ruling": "Why it is urgent",
    "public_summary": "What the public may read of it",
}
YOURS, THEIRS, BOTH = "yours", "theirs", "both"


class VersionForm(Form):
    """A form that knows which save its page showed."""

    version = HiddenField()

    def based_on(self) -> int:
        """Give the number of that save; one that there never was where the page sent none."""
        number = self.version.data or ""
        return int(number) if number.isascii() and number.isdecimal() and len(number) < 10 else -1


class WriteForm(VersionForm):
    """The words of one minute."""

    purpose = TextAreaField(CALLED["purpose"], [Optional(), MaxLength(LONGEST)])
    narrative = TextAreaField(CALLED["narrative"], [Optional(), MaxLength(LONGEST)])

    def words(self) -> dict[str, str]:
        """Give what was typed."""
        return {"purpose": self.purpose.data or "", "narrative": self.narrative.data or ""}


class SettleForm(VersionForm):
    """The words that are to stand, where two texts differ."""

    differing: Sequence[Beside] = ()

    def words(self, pick: str) -> dict[str, str]:
        """Give the words that were chosen: the one text, the other, or what was made of both."""
        if pick == YOURS:
            return {shown.field: shown.yours for shown in self.differing}
        if pick == THEIRS:
            return {shown.field: shown.theirs for shown in self.differing}
        return {shown.field: self[shown.field].data or "" for shown in self.differing}


def settle_form(differing: Sequence[Beside], version: int) -> SettleForm:
    """Make the form for the fields that differ, with both texts put together."""
    fields: dict[str, Any] = {"differing": differing}
    known: dict[str, Any] = {"version": str(version)}
    for shown in differing:
        fields[shown.field] = TextAreaField(CALLED[shown.field], [Optional(), MaxLength(LONGEST)])
        known[shown.field] = shown.proposal.text
    form: SettleForm = type("SettleFormOfMinute", (SettleForm,), fields)(data=known)
    return form
