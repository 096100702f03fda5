"""Where the pages of a body's settings hang."""

from flask import Blueprint

blueprint = Blueprint("settings", __name__)
