"""Where the page of the work on a meeting hangs."""

from flask import Blueprint

blueprint = Blueprint("cycle", __name__)
