"""WTForms fields drawn by the macros of GOV.UK Frontend."""

import re
from typing import Any

from markupsafe import Markup
from wtforms import Field

from shp_gov.web.front_end import govuk_macro

Params = dict[str, Any]
PARTS = {"day": 2, "month": 5, "year": 4}


def draw(component: str, name: str, params: Params) -> Markup:
    """Draw one component, without needless white space; the words in a text area stay as they are."""
    parts = re.split("(<textarea.*</textarea>)", govuk_macro(component, name)(params), flags=re.DOTALL)
    squeezed = [part if part.startswith("<textarea") else re.sub(r"\s+", " ", part) for part in parts]
    return Markup("".join(squeezed).strip())  # noqa: S704 the macro has escaped what it was given


class Widget:
    """A field with one box, whose label, hint and error are told the same way."""

    def __init__(self, component: str, macro: str, **params: Any) -> None:
        self.component = component
        self.macro = macro
        self.fixed = params

    def __call__(self, field: Field, **params: Any) -> Markup:
        """Draw the field; what a template or `render_kw` gives goes to the macro."""
        return draw(self.component, self.macro, {**self.params(field), **self.fixed, **params})

    def params(self, field: Field) -> Params:
        """Tell the macro about the field."""
        return {"id": field.id, "label": {"text": field.label.text}, "value": _value(field), **_common(field)}


class UploadWidget(Widget):
    """A file to choose. Its value is never shown again."""

    def params(self, field: Field) -> Params:
        """Tell the macro about the field, without a value."""
        return {**super().params(field), "value": ""}


class SelectWidget(Widget):
    """One of a list."""

    def params(self, field: Field) -> Params:
        """Tell the macro about the list."""
        return {
            "id": field.id,
            "label": {"text": field.label.text},
            "items": _choices(field, "selected"),
            **_common(field),
        }


class ChoicesWidget(Widget):
    """Radios or checkboxes in a fieldset. The first has the id of the field, so that an error can lead to it."""

    def params(self, field: Field) -> Params:
        """Tell the macro about the choices."""
        return {"idPrefix": field.id, "fieldset": _legend(field), "items": _choices(field, "checked"), **_common(field)}


class CheckboxWidget(Widget):
    """One box to tick, with its question beside it."""

    def params(self, field: Field) -> Params:
        """Tell the macro about the box."""
        box = {"value": "y", "text": field.label.text, "checked": bool(field.data), "id": field.id}
        common = _common(field)
        hint = common.pop("hint", None)
        return {"idPrefix": field.id, "items": [{**box, "hint": hint} if hint else box], **common}


class DatePartsWidget(Widget):
    """Day, month and year in three boxes. Only the boxes that are wrong are marked."""

    def params(self, field: Any) -> Params:
        """Tell the macro about the three boxes."""
        return {
            "id": field.id,
            "fieldset": _legend(field),
            "items": [_part(field, part) for part in PARTS],
            **_common(field),
        }


def _common(field: Field) -> Params:
    params: Params = {"name": field.name}
    if field.description:
        params["hint"] = {"text": field.description}
    if field.errors:
        params["errorMessage"] = {"text": field.errors[0]}
    return params


def _value(field: Any) -> str:
    return str(field._value()) if hasattr(field, "_value") else ""


def _legend(field: Field) -> Params:
    return {"legend": {"text": field.label.text, "classes": "govuk-fieldset__legend--s"}}


def _choices(field: Any, chosen: str) -> list[Params]:
    items = [{"value": choice.value, "text": choice.label, chosen: choice.selected} for choice in field.iter_choices()]
    if items and chosen == "checked":
        items[0]["id"] = field.id
    return [{**item, **choice.render_kw} for item, choice in zip(items, field.iter_choices(), strict=True)]


def _part(field: Any, part: str) -> Params:
    wrong = " govuk-input--error" if part in field.wrong_parts else ""
    return {
        "id": f"{field.id}-{part}",
        "name": f"{field.name}-{part}",
        "label": part.capitalize(),
        "value": field.parts[part],
        "classes": f"govuk-input--width-{PARTS[part]}{wrong}",
    }
