"""What an officer says of an organisation: its new name, its type, its end."""

from wtforms.validators import InputRequired, Optional

from shp_gov.domain.areas.types import known_types
from shp_gov.web.fields import DatePartsField, SelectField, StringField
from shp_gov.web.filters import sentence_case
from shp_gov.web.forms import FilterForm, Form, MaxLength

LONGEST_NAME = 200


class FindForm(FilterForm):
    """Words of a name."""

    words = StringField("Name, or part of it")


class RenameForm(Form):
    """Another name from a day on."""

    name = StringField("New name", [InputRequired("Enter the new name"), MaxLength(LONGEST_NAME)])
    from_on = DatePartsField("First day of the new name", [InputRequired("Enter the first day of the new name")])


class TypeForm(Form):
    """What it is in law, and when."""

    statutory_type = SelectField(
        "What is it in law?",
        [InputRequired("Choose what it is in law")],
        choices={"": "Choose a type", **{kind: sentence_case(kind) for kind in known_types()}},
    )
    from_on = DatePartsField("First day", [Optional()], description="Leave empty if it has always been one.")
    until_on = DatePartsField("Last day", [Optional()], description="Leave empty while it lasts.")


class EndForm(Form):
    """Its last day, and who has its place."""

    last_day = DatePartsField("Last day", [InputRequired("Enter its last day")])
    successor = SelectField("Who has its place?", [Optional()], description="Leave empty if nobody has.")
    other = SelectField("And who else?", [Optional()], description="Some have two successors.")
