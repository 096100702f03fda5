"""Forms: refusals shown in the error summary, and a token that makes a second click harmless."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import wtforms
from flask import request
from flask_wtf import FlaskForm
from markupsafe import Markup
from wtforms.validators import StopValidation, ValidationError
from wtforms.widgets import HiddenInput

from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.web import once
from shp_gov.web.access import viewer
from shp_gov.web.fields import HiddenField

HIDDEN = Markup('<input type="hidden" name="{}" value="{}">')
WITHOUT_PREFIX = frozenset({"form_token", "csrf_token"})


@dataclass(frozen=True)
class Complaint:
    """What is wrong with a form, and the id of the box to go to, where there is one."""

    words: str
    target: str = ""


def new_token() -> str:
    """Make a token that nobody can guess."""
    return secrets.token_urlsafe(16)


class Form(FlaskForm):
    """A form that changes something. Its token makes a second click harmless (web/once.py)."""

    form_token = HiddenField(default=new_token)

    @contextmanager
    def refusals(self) -> Iterator[None]:
        """Show a domain refusal as a form error instead of a crash, and undo the work.

        Where what stands in the way is the first of two clicks at once, the second is led to its result.
        """
        try:
            yield
        except DomainError as refusal:
            db.session.rollback()
            if once.sent() and (done := once.result_of_first_click(viewer())):
                raise once.AlreadyDone(done) from refusal
            self.form_errors.append(str(refusal))

    def hidden_tag(self, *fields: object) -> Markup:
        """Draw the hidden fields, without ids, so that a page may hold several forms."""
        hidden = [field for field in self if isinstance(field.widget, HiddenInput)]
        return Markup("").join(HIDDEN.format(_hidden_name(field), field._value()) for field in hidden)

    def complaints(self) -> list[Complaint]:
        """List what is wrong: with the form as a whole, then field by field in the order of the page."""
        return [*(Complaint(words) for words in self.form_errors), *_complaints(self)]


class FilterForm(FlaskForm):
    """A form that only asks: it reads the address, and needs no token."""

    class Meta(FlaskForm.Meta):
        csrf = False

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(formdata=request.args, **kwargs)

    def complaints(self) -> list[Complaint]:
        """List what is wrong, field by field."""
        return _complaints(self)


class RequiredWith:
    """Needed only where another field is filled in."""

    field_flags: dict[str, Any] = {}

    def __init__(self, other: str, message: str) -> None:
        self.other = other
        self.message = message

    def __call__(self, form: wtforms.Form, field: wtforms.Field) -> None:
        """Refuse an empty field whose companion is filled in; leave it alone where both are empty."""
        if field.raw_data and field.raw_data[0]:
            return
        field.errors = []
        raise StopValidation(self.message if form[self.other].data else "")


class MaxLength:
    """At most so many characters."""

    field_flags: dict[str, Any] = {}

    def __init__(self, most: int) -> None:
        self.most = most

    def __call__(self, form: wtforms.Form, field: wtforms.Field) -> None:
        """Refuse words that are too long, and say by how much."""
        if (over := len(field.data or "") - self.most) > 0:
            raise ValidationError(
                f"{field.label.text} must be {self.most:,} characters or fewer. It is {over:,} too long."
            )


def _hidden_name(field: Any) -> str:
    return str(field.short_name if field.short_name in WITHOUT_PREFIX else field.name)


def _complaints(form: Any) -> list[Complaint]:
    return [complaint for field in form if field.errors for complaint in _of_field(field)]


def _of_field(field: Any) -> list[Complaint]:
    if isinstance(field, wtforms.FormField):
        return _complaints(field.form)
    if isinstance(field, wtforms.FieldList):
        return [complaint for entry in field.entries if entry.errors for complaint in _of_field(entry)]
    if isinstance(field.widget, HiddenInput):
        return [Complaint(str(field.errors[0]))]
    return [Complaint(str(field.errors[0]), getattr(field, "focus_id", field.id))]
