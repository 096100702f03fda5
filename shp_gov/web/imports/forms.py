"""The upload, and the corrections to what was read."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import request
from flask_wtf.file import FileRequired
from wtforms.validators import InputRequired

from shp_gov.web.fields import FileField, HiddenField, one_line
from shp_gov.web.forms import Form
from shp_gov.web.imports.parts import Entry, Value

PREFIX, OUT = "at:", "out:"
LONGEST = 4_000


class UploadForm(Form):
    """A published pack."""

    pack = FileField(
        "The pack",
        [FileRequired("Choose the pack: a PDF, a Word file or a text file")],
        description="The agenda with its papers, and the minutes of the meeting before, as published. "
        "A PDF, a Word file (.docx) or text, up to 20 MB.",
    )


class ReviewForm(Form):
    """Corrections in place: each value by its place in the reading."""

    version = HiddenField()

    def changes(self, shown: Sequence[Value]) -> dict[str, str | None]:
        """Tell which of the values that the page showed were changed."""
        sent = {
            value: one_line(request.form[PREFIX + value.path]) for value in shown if PREFIX + value.path in request.form
        }
        fitting = {value: words for value, words in sent.items() if not value.choices or words in value.choices}
        return {value.path: words[:LONGEST] or None for value, words in fitting.items() if words != value.value}

    def taken_out(self, shown: Sequence[Entry]) -> list[str]:
        """List the lines that the officer takes out of the reading, because the pack does not say them."""
        return [entry.path for entry in shown if entry.can_go and OUT + entry.path in request.form]


class AnswerForm(Form):
    """Who, or which organisation, a question is about."""

    answer = HiddenField(validators=[InputRequired("Choose one of the answers")])


def as_typed(values: Mapping[str, Any], path: str, value: str) -> str:
    """Give back what was typed at a place, where the page is shown again."""
    typed = values.get(PREFIX + path)
    return value if typed is None else str(typed)
