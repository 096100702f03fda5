"""Where the pages of what happens between meetings hang."""

from flask import Blueprint

blueprint = Blueprint("between", __name__)
