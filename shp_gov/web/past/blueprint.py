"""Where the pages of meetings entered by hand hang."""

from flask import Blueprint

blueprint = Blueprint("past", __name__)
