"""Which two are one, and which name stays."""

from wtforms.validators import InputRequired

from shp_gov.web.fields import RadioField, SelectField
from shp_gov.web.forms import Form

FIRST, SECOND = "one", "other"


class MergeForm(Form):
    """Two that are the same."""

    one = SelectField("The first", [InputRequired("Choose the first")])
    other = SelectField("The second", [InputRequired("Choose the second")])
    name = RadioField(
        "Which name stays?",
        [InputRequired("Choose which name stays")],
        choices={FIRST: "The name of the first", SECOND: "The name of the second"},
        description="Both names are still understood in packs.",
    )
