"""The blueprint that Today and Board health belong to."""

from flask import Blueprint

blueprint = Blueprint("dashboard", __name__)
