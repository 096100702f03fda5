"""Where the pages of reports hang."""

from flask import Blueprint

blueprint = Blueprint("reports", __name__)
