"""The blueprint of the governance calendar."""

from flask import Blueprint

blueprint = Blueprint("duties", __name__)
