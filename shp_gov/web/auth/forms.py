"""The sign-in form."""

from wtforms.validators import InputRequired

from shp_gov.web.fields import EmailField, PasswordField
from shp_gov.web.forms import Form, MaxLength


class SignInForm(Form):
    """Who you are, and the word that proves it."""

    email = EmailField("E-mail address", [InputRequired("Enter your e-mail address"), MaxLength(254)])
    password = PasswordField("Password", [InputRequired("Enter your password"), MaxLength(128)])
