"""The blueprint of the terms of reference."""

from flask import Blueprint

blueprint = Blueprint("terms", __name__)
