"""The blueprint that the views of members belong to."""

from flask import Blueprint

blueprint = Blueprint("members", __name__)
