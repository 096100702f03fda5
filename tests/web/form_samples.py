"""A form with one field of each kind, and a way to send it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from enum import StrEnum

from flask import Flask
from wtforms.validators import InputRequired, Optional

from shp_gov.database import db
from shp_gov.web import fields, front_end
from shp_gov.web.fields import labels
from shp_gov.web.forms import Form, MaxLength, RequiredWith


class Kind(StrEnum):
    """What a decision may ask for."""

    NOTED = "noted"
    FORWARD_PLAN = "forward plan"


class DecisionForm(Form):
    """One field of each kind."""

    words = fields.TextAreaField("What was decided?", [InputRequired("Enter what was decided")], description="In full.")
    kind = fields.RadioField("What does it ask for?", [InputRequired("Choose what it asks for")], choices=labels(Kind))
    what = fields.StringField("Action", [Optional(), MaxLength(20)])
    owner = fields.SelectField(
        "Who will do it?",
        [RequiredWith("what", "Choose who will do it")],
        choices={"": "Choose a seat", "1": "Director", "2": "Inspector"},
    )
    due_on = fields.DatePartsField("When is it due?", [RequiredWith("what", "Enter a due date")], called="Due date")
    starts = fields.TimeField("Start time", [Optional()])
    number = fields.WholeNumberField("Number", [Optional()])
    address = fields.EmailField("E-mail address", [Optional()])
    password = fields.PasswordField("Password")
    evidence = fields.FileField("Evidence")
    checked = fields.CheckboxField("I have checked the source", description="Line by line.")
    told = fields.CheckboxesField("Who was told?", choices={"chair": "The chair", "police": "The police"})
    version = fields.HiddenField()


def an_app() -> Flask:
    """Make an app that has nothing but forms."""
    app = Flask("shp_gov")
    app.config.update(SECRET_KEY="for these tests only", WTF_CSRF_ENABLED=False)
    front_end.init_app(app)
    db.init_app(app, "sqlite://")
    return app


@contextmanager
def sending(app: Flask) -> Iterator[Callable[..., Form]]:
    """Send forms and give them back, checked, while their requests last."""
    with ExitStack() as requests:

        def send(form=DecisionForm, **values):
            data = values or {"nothing": "here"}
            requests.enter_context(app.test_request_context("/decisions/new", method="POST", data=data))
            made = form()
            made.validate_on_submit()
            return made

        yield send
