"""The blueprint that the views of the checks and the rules belong to."""

from flask import Blueprint

blueprint = Blueprint("compliance", __name__)
