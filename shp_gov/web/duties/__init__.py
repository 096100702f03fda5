"""The governance calendar of a body, and its year planner."""

from shp_gov.web.duties import planning, views
from shp_gov.web.duties.blueprint import blueprint

__all__ = ["blueprint", "planning", "views"]
