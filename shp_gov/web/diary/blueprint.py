"""Where the pages of the diary hang."""

from flask import Blueprint

blueprint = Blueprint("diary", __name__)
