"""The blueprint of agendas on their way."""

from flask import Blueprint

blueprint = Blueprint("agendas", __name__)
