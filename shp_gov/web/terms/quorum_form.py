"""A quorum in a few rows: at least so many of these, and or or, and who counts."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wtforms.validators import Optional

from shp_gov.domain.quorum import NotAQuorum, Of, Quorum, Rounding, SeatOfBody, sentence_of
from shp_gov.domain.quorum.rows import AND, FROM, MOST_ROWS, OR, POST, TAG, Row, needs_of, rounding_of, rows_of
from shp_gov.web.fields import CheckboxField, HiddenField, SelectField, StringField
from shp_gov.web.forms import MaxLength
from shp_gov.web.terms.forms import PartForm
from shp_gov.web.widgets import Widget

FEWEST, SPARE, MORE = 4, 1, 3
ROUNDINGS = {
    Rounding.UP.value: "Up: a third of 13 is 5",
    Rounding.DOWN.value: "Down: a third of 13 is 4",
    Rounding.NEAREST.value: "To the nearest whole number",
}
PLAIN = {of.value: of.value for of in Of if of is not Of.TAGGED}


@dataclass(frozen=True)
class RowFields:
    """The boxes of one row; the first row joins to nothing."""

    number: int
    joiner: Any
    amount: Any
    what: Any

    def row(self) -> Row:
        """Give what was typed."""
        return Row(self.amount.data or "", self.what.data or "", self.joiner.data if self.joiner else AND)


class AmountField(StringField):
    """A number, or a part of a whole: "5", "one third"."""

    widget = Widget("input", "govukInput", classes="govuk-input--width-5", spellcheck=False)


class QuorumForm(PartForm):
    """The rows, and who counts. `read` is the sentence that was read back, to be sure that it was."""

    lines = 0
    number = HiddenField()
    read = HiddenField()
    rounding = SelectField("A part of a person is rounded", choices=ROUNDINGS)
    substitutes = CheckboxField("Substitutes count")
    remote = CheckboxField("People who take part remotely count")
    vacant = CheckboxField("A part, like one third, is taken of all seats, vacant ones too")

    def rows(self) -> list[RowFields]:
        """Give the boxes row by row."""
        return [
            RowFields(n + 1, self[f"joiner_{n}"] if n else None, self[f"amount_{n}"], self[f"what_{n}"])
            for n in range(self.lines)
        ]

    def validate(self, extra_validators: Any = None) -> bool:
        """Refuse a row that says only half, or that nobody can count."""
        good = bool(super().validate(extra_validators))
        for fields in self.rows():
            if not fields.what.errors and (wrong := _wrong(fields.row())):
                box = fields.what if fields.amount.data and not fields.what.data else fields.amount
                box.errors = [wrong]
                good = False
        return good

    def quorum(self) -> Quorum:
        """Give the quorum that the rows mean."""
        filled = [fields.row() for fields in self.rows() if fields.amount.data]
        needs = needs_of(filled, Rounding(self.rounding.data or Rounding.UP))
        return Quorum(needs, bool(self.substitutes.data), bool(self.remote.data), bool(self.vacant.data))


def quorum_form(quorum: Quorum | None, seats: Sequence[SeatOfBody], *, lines: int) -> QuorumForm:
    """Make the form, filled in with the quorum that is set and with every name that the seats offer."""
    there = rows_of(quorum.needs) or [] if quorum else []
    lines = min(MOST_ROWS, max(FEWEST, lines, len(there) + SPARE))
    offered = _offered(seats, there)
    fields: dict[str, Any] = {"lines": lines}
    for n in range(lines):
        if n:
            fields[f"joiner_{n}"] = SelectField("And, or", choices={AND: "and", OR: "or"}, default=AND)
        fields[f"amount_{n}"] = AmountField("At least", [Optional(), MaxLength(20)])
        fields[f"what_{n}"] = SelectField("Of these", choices=offered, default="")
    form: QuorumForm = type("QuorumOfTerms", (QuorumForm,), fields)(data=_known(quorum, there))
    form.number.data = str(lines)
    return form


def seal(quorum: Quorum | None) -> str:
    """Give a short word for the sentence of a quorum."""
    return hashlib.sha256(sentence_of(quorum).encode()).hexdigest()[:16]


def _wrong(row: Row) -> str:
    if not row.amount and not row.what:
        return ""
    if not row.amount:
        return "Write how many, like 5 or one third"
    if not row.what:
        return "Choose of what"
    try:
        needs_of([row])
    except NotAQuorum as wrong:
        return str(wrong)
    return ""


def _offered(seats: Sequence[SeatOfBody], there: Sequence[Row]) -> dict[str, str]:
    organisations = {seat.organisation: None for seat in seats if seat.organisation}
    titles = {seat.title: None for seat in seats}
    tags = {tag: None for seat in seats for tag in sorted(seat.tags)}
    offered = {"": "Choose"} | PLAIN
    offered |= {f"{TAG}{tag}": f"members marked {tag}" for tag in tags}
    offered |= {f"{FROM}{name}": f"members from {name}" for name in organisations}
    offered |= {f"{POST}{title}": f"the seat {title}" for title in titles}
    return offered | {row.what: row.what.partition(":")[2] for row in there if row.what not in offered}


def _known(quorum: Quorum | None, there: Sequence[Row]) -> Mapping[str, Any]:
    known: dict[str, Any] = {"substitutes": True, "remote": True, "vacant": True}
    if quorum:
        known = {"substitutes": quorum.substitutes_count, "remote": quorum.remote_counts}
        known["vacant"] = quorum.vacant_seats_count
        known["rounding"] = (rounding_of(quorum.needs) or Rounding.UP).value
    for n, row in enumerate(there):
        known |= {f"joiner_{n}": row.joiner, f"amount_{n}": row.amount, f"what_{n}": row.what}
    return known
