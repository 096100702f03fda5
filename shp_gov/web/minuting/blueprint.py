"""Where the pages of a meeting that goes on hang."""

from flask import Blueprint

blueprint = Blueprint("minuting", __name__)
