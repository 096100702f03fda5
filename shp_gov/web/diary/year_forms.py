"""A year's dates: the pattern that is asked for, and the dates it gives, each to keep, change or leave out."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import wtforms
from flask import request
from wtforms.validators import InputRequired, Optional

from shp_gov.domain.diary import Slot
from shp_gov.domain.series import MOST_MEETINGS, PLACES, WEEKDAYS, Pattern, usual_place
from shp_gov.models import Meeting, MeetingMode
from shp_gov.services.diary import Place
from shp_gov.web.diary.forms import LONGEST_VENUE
from shp_gov.web.fields import (
    CheckboxesField,
    CheckboxField,
    DayField,
    HiddenField,
    RadioField,
    SelectField,
    StringField,
    TimeField,
    labels,
)
from shp_gov.web.forms import FilterForm, Form, MaxLength, RequiredWith

MONTHS = {str(number): f"{date(2000, number, 1):%B}" for number in range(1, 13)}
EVERY = {"1": "Every month", "2": "Every second month", "3": "Every third month", "6": "Twice a year"}
YEARS_AHEAD = 3


class PatternForm(FilterForm):
    """Which day of which months, when and where."""

    place = SelectField("Which one of the month?", choices={str(key): words for key, words in PLACES.items()})
    weekday = SelectField("Which weekday?", choices={str(key): words for key, words in enumerate(WEEKDAYS)})
    every = RadioField("How often?", [InputRequired("Choose how often")], choices=EVERY)
    month = SelectField("First month", choices=MONTHS)
    year = SelectField("Year", choices={})
    recess = CheckboxesField("Which months are in recess?", choices=MONTHS)
    starts_at = TimeField("Starts at", [InputRequired("Enter when the meetings start")])
    ends_at = TimeField("Ends at", [Optional()])
    mode = RadioField("How do people attend?", [InputRequired("Choose how people attend")], choices=labels(MeetingMode))
    venue = StringField("Place", [Optional(), MaxLength(LONGEST_VENUE)])

    def __init__(self, **kwargs: Any) -> None:
        """Read the address, where it asks anything; otherwise begin with what is usual."""
        super(FilterForm, self).__init__(formdata=request.args or None, **kwargs)

    def pattern(self) -> Pattern:
        """Give what was asked for."""
        first = date(int(self.year.data), int(self.month.data), 1)
        recess = {int(month) for month in self.recess.data or ()}
        return Pattern(int(self.place.data), int(self.weekday.data), first, int(self.every.data), recess)

    def slot(self, on: date) -> Slot:
        """Give when and where a meeting of a day is."""
        return Slot(on, self.starts_at.data, self.ends_at.data, self.venue.data or None)

    def where(self) -> Place:
        """Give where, and how people attend."""
        return Place(self.venue.data or None, MeetingMode(self.mode.data))


def pattern_form(last: Meeting | None, usual: date | None, *, today: date) -> PatternForm:
    """Make the form with what the last meeting makes likely."""
    near = usual or today
    place, weekday = usual_place(last.on if last else near)
    known: dict[str, Any] = {"place": str(place), "weekday": str(weekday), "every": "2", "mode": "in person"}
    known |= {"month": str(near.month), "year": str(near.year), "recess": ["8"]}
    if last:
        known |= {"starts_at": last.starts_at, "ends_at": last.ends_at, "venue": last.venue, "mode": last.mode.value}
    form = PatternForm(data=known)
    form.year.choices = {str(year): str(year) for year in range(today.year, today.year + YEARS_AHEAD + 1)}
    return form


class DateForm(wtforms.Form):
    """One date of the year: made or left out, on this day or another."""

    keep = CheckboxField("Make this meeting")
    on = DayField("Day", [RequiredWith("keep", "Enter the day, or leave this meeting out")])


class YearForm(Form):
    """All dates of the year, and those whose notes were read."""

    rows = wtforms.FieldList(wtforms.FormField(DateForm), max_entries=MOST_MEETINGS)
    read = HiddenField()

    def kept(self) -> Sequence[date]:
        """List the days of the meetings that are ticked."""
        return [row.on.data for row in self.rows if row.keep.data and row.on.data]

    def were_read(self) -> bool:
        """Tell whether what speaks against each day was shown before."""
        read = set((self.read.data or "").split())
        return {day.isoformat() for day in self.kept()} <= read
