"""What people say about an action."""

from collections.abc import Sequence
from typing import Any

from flask import request
from werkzeug.datastructures import FileStorage
from wtforms.validators import InputRequired, Optional, ValidationError

from shp_gov.domain.guards import LONGEST_NOTE
from shp_gov.services.actions import LONGEST_WHAT
from shp_gov.services.evidence import Upload
from shp_gov.web.fields import (
    CheckboxesField,
    CheckboxField,
    DatePartsField,
    FileField,
    HiddenField,
    SelectField,
    TextAreaField,
)
from shp_gov.web.forms import Form, MaxLength
from shp_gov.web.widgets import UploadWidget

READERS = "Officers and members of the partnership can read it. So can the public, once it is closed."


class FilesField(FileField):
    """Any number of files."""

    widget = UploadWidget("file-upload", "govukFileUpload", multiple=True)

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        """Take the files that were chosen."""
        self.data = [file for file in valuelist if isinstance(file, FileStorage) and file.filename]
        self.raw_data = list(self.data)

    def uploads(self) -> list[Upload]:
        """Read the files that were chosen."""
        return [Upload(file.filename or "", file.read()) for file in self.data or []]


class ActionForm(Form):
    """A form about one action as it was when the page was opened."""

    version = HiddenField()


class ProgressForm(ActionForm):
    """How is it going?"""

    note = TextAreaField(
        "What has been done since your last note",
        [MaxLength(LONGEST_NOTE)],
        description=f"Two or three sentences. {READERS}",
    )
    files = FilesField(
        "Evidence",
        description="A letter, a photograph, minutes: up to 20 MB together. Do not include names of residents.",
    )

    def validate_note(self, field: TextAreaField) -> None:
        """Refuse a note without words, and a proposal that shows nothing."""
        if field.data:
            return
        if "note_only" in request.form:
            raise ValidationError("Write your note")
        if not self.files.data:
            raise ValidationError("Show that it is complete: write what was done, or add a file")


class AnswerForm(ActionForm):
    """An officer's answer to a proposal of completion."""

    note = TextAreaField(
        "What you found",
        [MaxLength(LONGEST_NOTE)],
        description="If you return it, say what is missing. Its owner is told in these words.",
    )

    def validate_note(self, field: TextAreaField) -> None:
        """Refuse to return an action without a reason."""
        if "return" in request.form and not field.data:
            raise ValidationError("Say what is missing, so that its owner knows")


def _reason() -> TextAreaField:
    return TextAreaField(
        "Reason",
        [InputRequired("Give a reason"), MaxLength(LONGEST_NOTE)],
        description="It stays in the history, and its owner is told.",
    )


class ReopenForm(ActionForm):
    """Why it is opened again."""

    reason = _reason()


class OwnerForm(ActionForm):
    """Another owner, and why."""

    owner = SelectField("Who will do it?", [InputRequired("Choose who will do it")])
    reason = _reason()


class DueDateForm(ActionForm):
    """Another day, and why."""

    due_on = DatePartsField("When is it due?", [Optional()], called="Due date")
    by_next_meeting = CheckboxField("By the next meeting")
    reason = _reason()


class WaitForm(ActionForm):
    """Another action to wait for."""

    other = SelectField("Which action must be finished first?")
    reason = TextAreaField("Reason", [Optional(), MaxLength(LONGEST_NOTE)])


class NotProceedForm(ActionForm):
    """The decision not to go on."""

    decision = SelectField("Which decision ended it?", [InputRequired("Choose the decision that ended it")])
    reason = TextAreaField("What the meeting said", [Optional(), MaxLength(LONGEST_NOTE)])


class AssignForm(Form):
    """What, who and by when."""

    what = TextAreaField(
        "What is to be done?",
        [InputRequired("Enter what is to be done"), MaxLength(LONGEST_WHAT)],
        description="Begin with a verb: “Send the plan to all members”.",
    )
    owner = SelectField("Who will do it?", [InputRequired("Choose who will do it")])
    helpers = CheckboxesField("Who helps?", description="Choose any. The owner leads, and answers for it.")
    due_on = DatePartsField("When is it due?", [Optional()], called="Due date")
    by_next_meeting = CheckboxField("By the next meeting")
