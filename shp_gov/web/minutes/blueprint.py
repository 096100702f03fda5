"""Where the pages of minutes on their way hang."""

from flask import Blueprint

blueprint = Blueprint("minutes", __name__)
