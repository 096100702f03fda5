"""The forms of accounts."""

from collections.abc import Iterable

from wtforms.validators import InputRequired, Optional

from shp_gov.domain.permissions import Role
from shp_gov.models import Body
from shp_gov.web.fields import (
    CheckboxField,
    DatePartsField,
    EmailField,
    PasswordField,
    RadioField,
    SelectField,
    StringField,
)
from shp_gov.web.forms import FilterForm, Form, MaxLength, RequiredWith

MADE = "Three random words make a good one. Leave it empty and one is made, and shown to you once."
ROLES = {
    Role.OFFICER.value: "Officer: keeps the record and sees everything in it",
    Role.CHAIR.value: "Chair, or vice-chair in the chair's place",
    Role.SUBSTITUTE.value: "Substitute, for one meeting",
}
NEW = {"autocomplete": "new-password"}


class FindForm(FilterForm):
    """Words of a name or address to look for."""

    words = StringField("Name or e-mail address", [Optional(), MaxLength(100)])


class AddForm(Form):
    """Who gets an account, and whom of the register it belongs to."""

    name = StringField("Name", [InputRequired("Enter the name"), MaxLength(200)])
    email = EmailField("E-mail address", [InputRequired("Enter the e-mail address"), MaxLength(254)])
    body = SelectField("Partnership", [RequiredWith("person", "Choose the partnership that knows this person")])
    person = StringField(
        "Name in its list of members",
        [RequiredWith("body", "Enter the name as the list of members has it"), MaxLength(200)],
        description="Whoever holds a seat sees its papers and actions. Leave both empty for officers without a seat.",
    )
    is_administrator = CheckboxField(
        "System administrator",
        description="Manages accounts. Sees no exempt papers and changes nothing in the record.",
    )
    password = PasswordField("First password", [Optional(), MaxLength(128)], description=MADE, render_kw=NEW)


class EditForm(Form):
    """Whose an account is. Without a name from a list of members, the person it belongs to stays."""

    name = StringField("Name", [InputRequired("Enter the name"), MaxLength(200)])
    email = EmailField("E-mail address", [InputRequired("Enter the e-mail address"), MaxLength(254)])
    body = SelectField("Partnership", [RequiredWith("person", "Choose the partnership that knows this person")])
    person = StringField(
        "Name in its list of members",
        [RequiredWith("body", "Enter the name as the list of members has it"), MaxLength(200)],
        description="Leave both empty to keep what stands.",
    )
    is_nobody = CheckboxField("It belongs to nobody in the register")
    is_administrator = CheckboxField(
        "System administrator",
        description="Manages accounts. Sees no exempt papers and changes nothing in the record.",
    )


class ResetForm(Form):
    """A new password for somebody else."""

    password = PasswordField("New password", [Optional(), MaxLength(128)], description=MADE, render_kw=NEW)


class RoleForm(Form):
    """What an account is to a partnership, and when."""

    role = RadioField("Role", [InputRequired("Choose a role")], choices=ROLES)
    body = SelectField("Partnership", [InputRequired("Choose a partnership")])
    from_on = DatePartsField("First day", [InputRequired("Enter the first day")])
    until_on = DatePartsField("Last day", [Optional()], description="Leave it empty where no end is known.")
    meeting_on = DatePartsField(
        "Day of the meeting", [Optional()], description="For a substitute: the one meeting they come to."
    )


class CoverForm(Form):
    """Which role of one's own, to whom, from which day to which."""

    role = RadioField("Which role?", [InputRequired("Choose a role")], choices={})
    email = EmailField(
        "E-mail address of your colleague",
        [InputRequired("Enter the e-mail address of your colleague"), MaxLength(254)],
        description="The one they sign in with.",
    )
    from_on = DatePartsField("First day", [InputRequired("Enter the first day")])
    until_on = DatePartsField("Last day", [InputRequired("Enter the last day")])


class EndForm(Form):
    """When a role ends."""

    last_day = DatePartsField("Last day", [InputRequired("Enter the last day")])


class PasswordForm(Form):
    """One's own password: the old one, and the new one."""

    old = PasswordField("Old password", [InputRequired("Enter your old password"), MaxLength(128)])
    new = PasswordField(
        "New password",
        [InputRequired("Enter a new password"), MaxLength(128)],
        description="12 characters or more. Three random words make a good one.",
        render_kw=NEW,
    )


def offer(form: AddForm | EditForm | RoleForm, bodies: Iterable[Body]) -> None:
    """Offer these partnerships in a form."""
    form.body.choices = {"": "Choose a partnership", **{body.slug: body.name for body in bodies}}
