"""The blueprint that the views of notice and access belong to."""

from flask import Blueprint

blueprint = Blueprint("notice", __name__)
