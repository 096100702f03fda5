"""The blueprint of what is put out."""

from flask import Blueprint

blueprint = Blueprint("publication", __name__)
