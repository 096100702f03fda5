"""The blueprint of the pages about packs."""

from flask import Blueprint

blueprint = Blueprint("imports", __name__)
