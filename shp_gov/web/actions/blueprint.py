"""The blueprint that every page about actions is on."""

from flask import Blueprint

blueprint = Blueprint("actions", __name__)
