"""What an officer says of a duty. The boxes are those that the duty asks for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from wtforms.validators import InputRequired, Optional

from shp_gov.domain.duties import Duty, Value
from shp_gov.domain.guards import LONGEST_NOTE
from shp_gov.models import Decision, DutyEntry, Meeting
from shp_gov.services.duties import Account
from shp_gov.services.evidence import Upload
from shp_gov.web.duties.boxes import box_of, read_box, words_for_box
from shp_gov.web.fields import DatePartsField, FileField, HiddenField, RadioField, SelectField, TextAreaField
from shp_gov.web.forms import Form, MaxLength

ASKED = "asked_"
NONE = {"": "None, or not recorded"}
DONE = ("Was it done?", {"yes": "It was done", "no": "It was not done"})
DONE_IN = {
    "standing": ("Is it in place?", {"yes": "It is in place", "no": "It is not in place"}),
    "each time": ("Was it done?", {"yes": "It was done, or is under way", "no": "It was not done"}),
}


class WithdrawForm(Form):
    """Why an entry is taken out."""

    version = HiddenField()
    reason = TextAreaField(
        "Why is it withdrawn?",
        [InputRequired("Say why it is withdrawn"), MaxLength(LONGEST_NOTE)],
        description="The entry stays on record with this reason, and no longer counts.",
    )


@dataclass(frozen=True)
class Offered:
    """What the lists of the form offer: each choice's words, and what it stands for.

    `unseen` is a decision that the entry names and this officer may not see: it stays.
    """

    years: Mapping[str, str]
    authorities: Mapping[str, str]
    decisions: Mapping[str, Decision]
    meetings: Mapping[str, Meeting]
    named: Mapping[str, str]
    unseen: Decision | None = None


class EntryForm(Form):
    """One account of a duty. `form_for` adds the boxes of the duty itself."""

    duty: Duty
    offered: Offered
    version = HiddenField()

    def account(self) -> Account:
        """Give what was said."""
        file = self["file"].data
        return Account(
            entered=self._entered(),
            is_done=self["done"].data == "yes",
            until_on=self["until_on"].data if "until_on" in self else None,
            decision=self.offered.decisions.get(self["decision"].data, self.offered.unseen),
            meeting=self.offered.meetings.get(self["meeting"].data),
            note=self["note"].data or "",
            file=Upload(file.filename or "", file.read()) if file else None,
        )

    def of_year(self) -> date | None:
        """Tell the first day of the year or quarter that it is about, where the duty has one."""
        return date.fromisoformat(self["year"].data) if "year" in self else None

    def _entered(self) -> dict[str, Value]:
        read = ((field.name, read_box(field, self[ASKED + field.name].data)) for field in self.duty.fields)
        return {name: value for name, value in read if value not in (None, "", ())}


def form_for(duty: Duty, offered: Offered) -> type[EntryForm]:
    """Make the form of a duty: the boxes it asks for between those that every duty has."""
    boxes: dict[str, Any] = {"duty": duty, "offered": offered}
    if offered.years:
        boxes["year"] = SelectField(f"Which {duty.cycle}?", choices=dict(offered.years))
    question, answers = DONE_IN.get(duty.cycle, DONE)
    boxes["done"] = RadioField(question, [InputRequired("Say whether it was done")], choices=answers, default="yes")
    boxes |= {ASKED + field.name: box_of(field, offered.authorities) for field in duty.fields}
    if duty.cycle == "standing":
        boxes["until_on"] = _until()
    return type("DutyForm", (EntryForm,), boxes | _shown_by(offered))


def _until() -> DatePartsField:
    hint = "Leave it empty where it has no end."
    return DatePartsField("Until when?", [Optional()], called="The last day", description=hint)


def _shown_by(offered: Offered) -> dict[str, Any]:
    meetings = {key: offered.named[f"meeting {key}"] for key in offered.meetings}
    decisions = {key: offered.named[f"decision {key}"] for key in offered.decisions}
    return {
        "meeting": SelectField("At which meeting?", choices=NONE | meetings),
        "decision": SelectField("By which decision?", choices=NONE | decisions),
        "file": FileField("A document that shows it", description="The plan, a letter, the notice: up to 20 MB."),
        "note": TextAreaField("Note", [Optional(), MaxLength(LONGEST_NOTE)], description="Where it is, or why not."),
    }


def filled(entry: DutyEntry, entered: Mapping[str, Value]) -> dict[str, Any]:
    """Give what an entry says, for the boxes of its form."""
    return {
        **{ASKED + name: words_for_box(value) for name, value in entered.items()},
        "done": "yes" if entry.is_done else "no",
        "until_on": entry.until_on,
        "meeting": str(entry.meeting_id or ""),
        "decision": str(entry.decision_id or ""),
        "note": entry.note,
    }
