"""One box for each kind of thing that a duty asks to know: how it is drawn, read and filled in."""

from collections.abc import Callable, Mapping
from typing import Any

import wtforms
from wtforms.validators import Optional

from shp_gov.domain.duties import DutyField, Value
from shp_gov.domain.duties.entered import LONGEST_WORDS
from shp_gov.web.fields import CheckboxesField, DatePartsField, RadioField, SelectField, TextAreaField, WholeNumberField
from shp_gov.web.forms import MaxLength

YES_NO = {"yes": "Yes", "no": "No", "": "Not known"}
IN_A_ROW = {"classes": "govuk-radios--small govuk-radios--inline"}
SMALL = {"classes": "govuk-checkboxes--small"}
NOT_LISTED = "The bodies of this area are not known here: write one name on each line."
Names = Mapping[str, str]


def box_of(field: DutyField, authorities: Names) -> wtforms.Field:
    """Make the box of a field."""
    return BOX_OF[field.type](field, authorities)


def _day(field: DutyField, _: Names) -> wtforms.Field:
    return DatePartsField(field.label, [Optional()], description=field.hint)


def _yes_no(field: DutyField, _: Names) -> wtforms.Field:
    return RadioField(field.label, choices=YES_NO, default="", description=field.hint, render_kw=IN_A_ROW)


def _number(field: DutyField, _: Names) -> wtforms.Field:
    return WholeNumberField(field.label, [Optional()], description=field.hint)


def _words(field: DutyField, _: Names) -> wtforms.Field:
    checks = [Optional(), MaxLength(LONGEST_WORDS)]
    return TextAreaField(field.label, checks, description=field.hint, render_kw={"rows": 2})


def _choice(field: DutyField, _: Names) -> wtforms.Field:
    return SelectField(field.label, choices={"": "Not known"} | {one: one for one in field.options})


def _choices(field: DutyField, _: Names) -> wtforms.Field:
    return _boxes(field, {one: one for one in field.options})


def _authority(field: DutyField, known: Names) -> wtforms.Field:
    if not known:
        return _words(field, known)
    return SelectField(field.label, choices={"": "Choose an authority"} | dict(known))


def _authorities(field: DutyField, known: Names) -> wtforms.Field:
    if known:
        return _boxes(field, known)
    checks = [Optional(), MaxLength(LONGEST_WORDS)]
    return TextAreaField(field.label, checks, description=NOT_LISTED, render_kw={"rows": 4}, filters=[_lines])


def _boxes(field: DutyField, choices: Names) -> wtforms.Field:
    return CheckboxesField(field.label, description=field.hint, choices=dict(choices), render_kw=SMALL)


def _lines(value: Any) -> Any:
    """Show names one on each line."""
    return "\n".join(value) if isinstance(value, list | tuple) else value


BOX_OF: Mapping[str, Callable[[DutyField, Names], wtforms.Field]] = {
    "day": _day,
    "yes_no": _yes_no,
    "number": _number,
    "words": _words,
    "choice": _choice,
    "choices": _choices,
    "authority": _authority,
    "authorities": _authorities,
}


def read_box(field: DutyField, data: Any) -> Value | None:
    """Read what was put into the box of a field."""
    if field.type == "yes_no":
        return {"yes": True, "no": False}.get(data)
    if field.type in ("choices", "authorities"):
        names = data.splitlines() if isinstance(data, str) else data or ()
        return tuple(name.strip() for name in names if name.strip())
    found: Value | None = data
    return found


def words_for_box(value: Value) -> Any:
    """Give a value that was recorded as its box takes it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return list(value) if isinstance(value, tuple) else value
