"""The fields of a form: what people type is cleaned, what is wrong is said in a sentence, and nothing typed is lost."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from enum import StrEnum
from typing import Any

import wtforms
from werkzeug.datastructures import FileStorage

from shp_gov.domain.words import day_words
from shp_gov.web.filters import clock_time, sentence_case
from shp_gov.web.typed import PARTS, NotADay, NotATime, read_day, read_day_in_words, read_time
from shp_gov.web.widgets import (
    CheckboxWidget,
    ChoicesWidget,
    DatePartsWidget,
    SelectWidget,
    UploadWidget,
    Widget,
)

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def clean(typed: object) -> str:
    """Take out what no paper, database or Word file can hold, and the spaces at the ends."""
    words = typed if isinstance(typed, str) else ""
    words = words.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")
    return unicodedata.normalize("NFC", CONTROL.sub("", words)).strip()


def one_line(typed: object) -> str:
    """Clean what was typed and bring it onto one line."""
    return " ".join(clean(typed).split())


def labels(words: type[StrEnum]) -> dict[str, str]:
    """Offer the members of an enumeration as choices: its value, and the value with a capital letter."""
    return {member.value: sentence_case(member.value) for member in words}


class StringField(wtforms.StringField):
    """Words on one line."""

    widget = Widget("input", "govukInput")
    tidy: Callable[[object], str] = staticmethod(one_line)

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        """Take what was typed, cleaned, so that only spaces count as nothing."""
        if valuelist:
            self.data = self.tidy(valuelist[0])
            self.raw_data = [self.data]


class TextAreaField(StringField):
    """Words on several lines."""

    widget = Widget("textarea", "govukTextarea")
    tidy = staticmethod(clean)


class EmailField(StringField):
    """An e-mail address."""

    widget = Widget("input", "govukInput", type="email", spellcheck=False, autocomplete="email")


class HiddenField(wtforms.HiddenField):
    """A value the page keeps for itself."""

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        """Take the value, cleaned."""
        if valuelist:
            self.data = one_line(valuelist[0])
            self.raw_data = [self.data]


class PasswordField(wtforms.StringField):
    """A password: taken as typed, never shown again."""

    widget = Widget("password-input", "govukPasswordInput", autocomplete="current-password")

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        """Take the password as it was typed."""
        self.data = valuelist[0] if valuelist and isinstance(valuelist[0], str) else ""
        self.raw_data = [self.data]

    def _value(self) -> str:
        return ""


class WholeNumberField(StringField):
    """A whole number from 0."""

    widget = Widget("input", "govukInput", inputmode="numeric", classes="govuk-input--width-4")
    data: Any

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        """Read the number, or say that it is none."""
        super().process_formdata(valuelist)
        self.data = None
        if self.raw_data and self.raw_data[0]:
            if not re.fullmatch("[0-9]{1,9}", self.raw_data[0]):
                raise ValueError(f"{self.label.text} must be a whole number, like 12")
            self.data = int(self.raw_data[0])

    def _value(self) -> str:
        return self.raw_data[0] if self.raw_data else "" if self.data is None else str(self.data)


class TimeField(StringField):
    """A time of day, in one box: "10am", "10.30 am", "14:00"."""

    widget = Widget("input", "govukInput", classes="govuk-input--width-5", spellcheck=False)
    data: Any

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        """Read the time, or say how to type one."""
        super().process_formdata(valuelist)
        self.data = None
        if self.raw_data and self.raw_data[0]:
            try:
                self.data = read_time(self.raw_data[0])
            except NotATime as wrong:
                raise ValueError(f"{self.label.text} {wrong}") from wrong

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return clock_time(self.data) if isinstance(self.data, time) else ""


class DayField(StringField):
    """A day in one box, as people write it: "1 September 2026", "30 6 2022". To ask about a day, not to record one."""

    widget = Widget("input", "govukInput", classes="govuk-input--width-10", spellcheck=False)
    data: Any

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        """Read the day, or say how to type one."""
        super().process_formdata(valuelist)
        if not valuelist:
            return
        self.data = None
        if self.raw_data and self.raw_data[0]:
            try:
                self.data = read_day_in_words(self.raw_data[0])
            except NotADay as wrong:
                raise ValueError(f"{self.label.text} {wrong}") from wrong

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return day_words(self.data) if isinstance(self.data, date) else ""


class SelectField(wtforms.SelectField):
    """One of a long list. A first choice "" with words such as "Choose a seat" means none chosen yet."""

    widget: Widget = SelectWidget("select", "govukSelect")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.invalid_value_message = self.invalid_choice_message = f"Choose from the list: {self.label.text}"


class RadioField(SelectField):
    """One of a few. Choices are a dict, value to words."""

    widget = ChoicesWidget("radios", "govukRadios")


class CheckboxField(wtforms.BooleanField):
    """One box to tick."""

    widget = CheckboxWidget("checkboxes", "govukCheckboxes")


class CheckboxesField(wtforms.SelectMultipleField):
    """Any of a few."""

    widget = ChoicesWidget("checkboxes", "govukCheckboxes")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.invalid_value_message = f"Choose from the list: {self.label.text}"
        self.invalid_choice_message = lambda number: f"Choose from the list, not %(value)s: {self.label.text}"


class FileField(wtforms.FileField):
    """One file. The form needs `enctype="multipart/form-data"`."""

    widget = UploadWidget("file-upload", "govukFileUpload")

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        """Take the file that was chosen, if one was."""
        self.data = next((file for file in valuelist if isinstance(file, FileStorage) and file.filename), None)
        self.raw_data = [self.data] if self.data else []


class DatePartsField(wtforms.Field):
    """A day in three boxes. Its messages begin with the label, or with `called` where the label is a question."""

    widget = DatePartsWidget("date-input", "govukDateInput")
    data: date | None

    def __init__(self, *args: Any, called: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.called = called or self.label.text
        self.typed: Mapping[str, str] | None = None
        self.wrong: tuple[str, ...] = ()

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:
        """Read the three boxes, where any were sent."""
        super().process(None, data, extra_filters)
        if not formdata:
            return
        self.typed = {part: one_line(formdata.get(f"{self.name}-{part}")) for part in PARTS}
        self.raw_data = [words for words in self.typed.values() if words]
        self.data = None
        if self.raw_data:
            self._read(self.typed)

    def _read(self, typed: Mapping[str, str]) -> None:
        try:
            self.data = read_day(typed)
        except NotADay as wrong:
            self.wrong = wrong.wrong
            self.process_errors = [f"{self.called} {wrong}"]

    @property
    def parts(self) -> Mapping[str, str]:
        """Give the words for the three boxes: what was typed, or the day it began with."""
        if self.typed is not None:
            return self.typed
        known = self.data
        return (
            {"day": str(known.day), "month": str(known.month), "year": str(known.year)}
            if known
            else dict.fromkeys(PARTS, "")
        )

    @property
    def wrong_parts(self) -> Sequence[str]:
        """Name the boxes to mark: the wrong ones, or all where the day itself is refused."""
        return (self.wrong or PARTS) if self.errors else ()

    @property
    def focus_id(self) -> str:
        """Give the id of the box that an error leads to."""
        return f"{self.id}-{(self.wrong or PARTS)[0]}"
