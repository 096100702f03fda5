"""When people came to a meeting and left it."""

from collections.abc import Sequence
from typing import Any

from wtforms.validators import Optional

from shp_gov.domain.coming_and_going import Stay
from shp_gov.models import Attendance
from shp_gov.web.fields import CheckboxField, TimeField
from shp_gov.web.forms import Form


class StaysForm(Form):
    """Two times and a tick for each line of the attendance."""

    lines: Sequence[Attendance] = ()

    def rows(self) -> list[tuple[Attendance, Any, Any, Any]]:
        """Give each line with its three fields."""
        return [
            (line, self[f"arrived_{line.id}"], self[f"left_{line.id}"], self[f"remote_{line.id}"])
            for line in self.lines
        ]

    def validate(self, extra_validators: Any = None) -> bool:
        """Say of whom each wrong time is."""
        good = bool(super().validate(extra_validators))
        for line, came, left, _ in self.rows():
            for field in (came, left):
                field.errors = [f"{line.name}: {words[:1].lower()}{words[1:]}" for words in field.errors]
        return good

    def stays(self) -> dict[Attendance, Stay]:
        """Give what was typed for each line."""
        return {line: Stay(came.data, left.data, bool(remote.data)) for line, came, left, remote in self.rows()}


def stays_form(lines: Sequence[Attendance]) -> StaysForm:
    """Make the form for the lines of one attendance."""
    fields: dict[str, Any] = {"lines": lines}
    known: dict[str, Any] = {}
    for line in lines:
        fields[f"arrived_{line.id}"] = TimeField("Arrived at", [Optional()])
        fields[f"left_{line.id}"] = TimeField("Left at", [Optional()])
        fields[f"remote_{line.id}"] = CheckboxField("Took part remotely")
        known |= {f"arrived_{line.id}": line.arrived_at, f"left_{line.id}": line.left_at}
        known[f"remote_{line.id}"] = line.is_remote
    form: StaysForm = type("StaysOfMeeting", (StaysForm,), fields)(data=known)
    return form
