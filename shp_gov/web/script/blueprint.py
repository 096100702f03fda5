"""The blueprint that the chair's script, briefing and the attendance sheet belong to."""

from flask import Blueprint

blueprint = Blueprint("script", __name__)
