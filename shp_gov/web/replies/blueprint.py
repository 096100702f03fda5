"""The blueprint that replies belong to."""

from flask import Blueprint

blueprint = Blueprint("replies", __name__)
