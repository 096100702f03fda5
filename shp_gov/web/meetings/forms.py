"""When people came to a meeting and left it."""

from collections.abc import Mapping, Sequence
from typing import Any

from wtforms.validators import Optional

from shp_gov.domain.coming_and_going import Outing, Stay, outing_words, stay_words
from shp_gov.models import Attendance
from shp_gov.queries.attending import seen
from shp_gov.web.fields import CheckboxField, HiddenField, TimeField
from shp_gov.web.forms import Form


class StaysForm(Form):
    """Two times and a tick for each line of the attendance, and one more each time that somebody left and came back."""

    seen = HiddenField()
    lines: Sequence[Attendance] = ()
    outings: Mapping[int, Sequence[Outing]] = {}

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
        return {
            line: Stay(came.data, left.data, bool(remote.data), self._outings(line))
            for line, came, left, remote in self.rows()
        }

    def out(self, line: Attendance) -> list[Any]:
        """Give the ticks by which somebody stays out from when they left to when they came back."""
        return [self[_tick(line, outing)] for outing in self.outings[line.id]]

    def recorded(self) -> list[tuple[str, str]]:
        """Say of each line what is recorded now."""
        return [(line.name, stay_words(line.stay)) for line in self.lines]

    def show_what_is_new(self, now: str) -> None:
        """Fill in what the page did not have when it was opened, so that sending it again wipes none of it."""
        self.seen.data = now
        for line, came, left, remote in self.rows():
            if not came.raw_data:
                came.data, left.data, remote.data = line.arrived_at, line.left_at, line.is_remote
            for tick in self.out(line):
                tick.data = True

    def _outings(self, line: Attendance) -> tuple[Outing, ...]:
        return tuple(outing for outing in self.outings[line.id] if self[_tick(line, outing)].data)


def _tick(line: Attendance, outing: Outing) -> str:
    return f"out_{line.id}_{outing[0]:%H%M}"


def stays_form(lines: Sequence[Attendance]) -> StaysForm:
    """Make the form for the lines of one attendance."""
    fields: dict[str, Any] = {"lines": lines, "outings": {line.id: line.outings for line in lines}}
    known: dict[str, Any] = {"seen": seen(lines)}
    for line in lines:
        fields[f"arrived_{line.id}"] = TimeField("Arrived at", [Optional()])
        fields[f"left_{line.id}"] = TimeField("Left at", [Optional()])
        fields[f"remote_{line.id}"] = CheckboxField("Took part remotely")
        for outing in line.outings:
            fields[_tick(line, outing)] = CheckboxField(f"Was out {outing_words([outing])}")
            known[_tick(line, outing)] = True
        known |= {f"arrived_{line.id}": line.arrived_at, f"left_{line.id}": line.left_at}
        known[f"remote_{line.id}"] = line.is_remote
    form: StaysForm = type("StaysOfMeeting", (StaysForm,), fields)(data=known)
    return form
