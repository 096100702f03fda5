"""Where the pages of meetings hang."""

from flask import Blueprint

blueprint = Blueprint("meetings", __name__)
