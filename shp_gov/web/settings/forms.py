"""What a body always does, box by box."""

from collections.abc import Mapping
from typing import Any

from wtforms.validators import InputRequired, Optional, ValidationError

from shp_gov.domain.areas import areas
from shp_gov.domain.back_plan import USUAL, Stage
from shp_gov.models import (
    Body,
    BodyKind,
    HouseTextKey,
    ItemKind,
    ItemPurpose,
    MinuteNumbering,
    StandingItem,
)
from shp_gov.services.body_settings import LONGEST_NAME, LONGEST_TEXT, LONGEST_TITLE, MOST_DAYS, Names, Standing
from shp_gov.web.fields import (
    CheckboxField,
    DatePartsField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
    WholeNumberField,
    labels,
)
from shp_gov.web.filters import sentence_case
from shp_gov.web.forms import Form, MaxLength
from shp_gov.web.front_end import COLOURS

NOT_STANDING = (ItemKind.EXCLUSION, ItemKind.BETWEEN_MEETINGS)
KINDS = {kind.value: sentence_case(kind.value) for kind in ItemKind if kind not in NOT_STANDING}
AFTER = (Stage.DECISIONS_OUT, Stage.MINUTES_TO_CHAIR, Stage.DRAFT_PUBLISHED)
TEXTS = {
    HouseTextKey.ADMISSION: "Printed on the agenda: that and how the public may attend.",
    HouseTextKey.QUESTIONS: "Printed on the agenda: how the public may ask.",
    HouseTextKey.CONTACT: "Printed at the foot of the agenda: whom to write to or call.",
    HouseTextKey.SUBSTITUTION: "Printed in minutes after “In accordance with”, such as: the terms of reference, 2.6.",
    HouseTextKey.EXCLUSION: "The resolution before private items. Write {paragraphs} where their numbers go.",
    HouseTextKey.OPENING: "Said by the chair when the meeting begins.",
}


class NamesForm(Form):
    """What a body is called, what it is, and how it looks."""

    name = StringField("Name", [InputRequired("Enter the name"), MaxLength(LONGEST_NAME)])
    kind = RadioField("What sort of body is it?", [InputRequired("Choose what it is")], choices=labels(BodyKind))
    area = SelectField("Area", choices={})
    colour = RadioField(
        "Colour", [InputRequired("Choose a colour")], choices={name: sentence_case(name) for name in COLOURS}
    )
    always_checks_twice = CheckboxField(
        "A second officer checks every agenda",
        description="One with private business is checked by a second officer anyway.",
    )
    active_until = DatePartsField(
        "Last day of the body", [Optional()], description="Leave it empty while the body goes on."
    )

    @classmethod
    def of(cls, body: Body) -> "NamesForm":
        """Make the form with what is set."""
        known = {name: getattr(body, name) for name in ("name", "colour", "always_checks_twice", "active_until")}
        form = cls(data=known | {"kind": body.kind.value, "area": body.area or ""})
        form.area.choices = {"": "Not known", **{area.slug: area.name for area in areas().values()}}
        return form

    def names(self) -> Names:
        """Give what was typed."""
        return Names(
            name=self.name.data or "",
            kind=BodyKind(self.kind.data),
            area=self.area.data or None,
            colour=self.colour.data,
            active_until=self.active_until.data,
            always_checks_twice=bool(self.always_checks_twice.data),
        )


class NumberingForm(Form):
    """When the numbers of the minutes start again."""

    numbering = RadioField(
        "When do the numbers of minutes start again at 1?",
        [InputRequired("Choose when they start again")],
        choices=labels(MinuteNumbering),
    )


class YearForm(Form):
    """The first day of a municipal year."""

    starts_on = DatePartsField(
        "First day of a municipal year",
        [InputRequired("Enter the first day")],
        called="The first day",
        description="The day of the annual council. Where none is entered, the year begins on 1 May.",
    )


class StandingForm(Form):
    """An item that every agenda has."""

    title = StringField("Title", [InputRequired("Enter the title"), MaxLength(LONGEST_TITLE)])
    kind = SelectField("What sort of item is it?", choices=KINDS)
    section = StringField("Under which heading?", [Optional(), MaxLength(LONGEST_TITLE)])
    presenter = StringField("Who presents it?", [Optional(), MaxLength(LONGEST_TITLE)], description="A post or office.")
    purpose = RadioField("For what?", choices=labels(ItemPurpose))
    minutes_allowed = WholeNumberField("Minutes allowed", [Optional()])

    @classmethod
    def of(cls, item: StandingItem | None) -> "StandingForm":
        """Make the form with what an item says, or for a new one."""
        if item is None:
            return cls(data={"kind": ItemKind.BUSINESS.value, "purpose": ItemPurpose.NOT_STATED.value})
        names = ("title", "section", "presenter", "minutes_allowed")
        known = {name: getattr(item, name) for name in names}
        return cls(data=known | {"kind": item.kind.value, "purpose": item.purpose.value})

    def standing(self) -> Standing:
        """Give what was typed."""
        return Standing(
            title=self.title.data or "",
            kind=ItemKind(self.kind.data),
            section=self.section.data or None,
            presenter=self.presenter.data or None,
            purpose=ItemPurpose(self.purpose.data),
            minutes_allowed=self.minutes_allowed.data,
        )


class BackPlanForm(Form):
    """How many working days before or after a meeting each stage is due."""

    def rows(self) -> list[tuple[Stage, Any]]:
        """Give each stage with its box."""
        return [(stage, self[stage.name.lower()]) for stage in Stage]

    def days(self) -> dict[Stage, int]:
        """Give what was typed: days before a meeting are negative."""
        typed = {stage: box.data for stage, box in self.rows() if box.data is not None}
        return {stage: number if stage in AFTER else -number for stage, number in typed.items()}


def back_plan_form(said: Mapping[Stage, int]) -> BackPlanForm:
    """Make the form with one box for each stage."""
    boxes: dict[str, Any] = {}
    for stage in Stage:
        when = "after" if stage in AFTER else "before"
        hint = f"Working days {when} the meeting. Usually {abs(USUAL[stage])}."
        boxes[stage.name.lower()] = WholeNumberField(sentence_case(stage), [Optional(), _near], description=hint)
    form: BackPlanForm = type("BackPlanOfBody", (BackPlanForm,), boxes)(
        data={stage.name.lower(): abs(number) for stage, number in said.items()}
    )
    return form


def _near(form: Form, field: Any) -> None:
    if field.data is not None and field.data > MOST_DAYS:
        raise ValidationError(f"{field.label.text} must be {MOST_DAYS} working days or fewer")


class TextsForm(Form):
    """A body's own words for its papers."""

    def rows(self) -> list[tuple[HouseTextKey, Any]]:
        """Give each place with its box."""
        return [(key, self[key.name.lower()]) for key in HouseTextKey]

    def texts(self) -> dict[HouseTextKey, str]:
        """Give what was typed."""
        return {key: box.data or "" for key, box in self.rows()}


def texts_form(said: Mapping[HouseTextKey, str]) -> TextsForm:
    """Make the form with one box for each place."""
    boxes: dict[str, Any] = {
        key.name.lower(): TextAreaField(sentence_case(key), [Optional(), MaxLength(LONGEST_TEXT)], description=hint)
        for key, hint in TEXTS.items()
    }
    form: TextsForm = type("TextsOfBody", (TextsForm,), boxes)(
        data={key.name.lower(): words for key, words in said.items()}
    )
    return form
