"""The blueprint that the views of accounts belong to."""

from flask import Blueprint

blueprint = Blueprint("accounts", __name__)
