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

    def stays(self) -> dict[Attendance, Stay]:
        """Give what was typed for each line."""
        return {line: Stay(came.data, left.data, bool(remote.data)) for line, came, left, remote in self.rows()}


def stays_form(lines: Sequence[Attendance]) -> StaysForm:
    """Make the form for the lines of one attendance."""
    fields: dict[str, Any] = {"lines": lines}
    known: dict[str, Any] = {}
    for line in lines:
        fields[f"arrived_{line.id}"] = TimeField(f"{line.name} arrived at", [Optional()])
        fields[f"left_{line.id}"] = TimeField(f"{line.name} left at", [Optional()])
        fields[f"remote_{line.id}"] = CheckboxField(f"{line.name} took part remotely")
        known |= {f"arrived_{line.id}": line.arrived_at, f"left_{line.id}": line.left_at}
        known[f"remote_{line.id}"] = line.is_remote
    form: StaysForm = type("StaysOfMeeting", (StaysForm,), fields)(data=known)
    return form
