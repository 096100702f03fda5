"""Where the saves of a minute hang."""

from flask import Blueprint

blueprint = Blueprint("revisions", __name__)
